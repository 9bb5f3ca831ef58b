package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own, spoken to over pipes. */
final class Program implements AutoCloseable {
  private final Process process;
  private final PrintStream messages;
  private final BufferedReader replies;

  Program(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(GradBench.class.getName());
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    messages = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    replies =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The reply to a message, in which single quotes stand for double ones. */
  JsonNode tell(String message) throws IOException {
    messages.println(message.replace('\'', '"'));
    return Json.MAPPER.readTree(replies.readLine());
  }

  /** Says that nothing more comes; what the program still writes, and its exit code. */
  String end() throws IOException, InterruptedException {
    messages.close();
    StringBuilder rest = new StringBuilder();
    for (String line = replies.readLine(); line != null; line = replies.readLine()) {
      rest.append(line).append('\n');
    }
    return rest.append("exit code ").append(process.waitFor()).toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
