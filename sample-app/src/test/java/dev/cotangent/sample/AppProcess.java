package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the application as a process of its own, as a user would, without a terminal. */
final class AppProcess {
  private static final long PATIENCE_SECONDS = 240;

  private AppProcess() {}

  /**
   * What a run left.
   *
   * @param exitCode the exit code of the process
   * @param out what it wrote on standard output
   * @param err what it wrote on standard error
   */
  record Result(int exitCode, String out, String err) {
    /** The run ended well and has nothing to complain about. */
    Result requireSuccess() {
      assertEquals("", err);
      assertEquals(0, exitCode, out);
      return this;
    }

    /** The run failed with this code and one line on standard error. */
    String complaint(int expectedCode) {
      assertEquals(1, err.lines().count(), err);
      assertTrue(err.startsWith("error: "), err);
      assertEquals(expectedCode, exitCode, err);
      return err.strip();
    }
  }

  /** Runs in a folder. */
  static Result run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(folder, List.of(), arguments);
  }

  /** Runs in a folder, with options for the virtual machine. */
  static Result run(Path folder, List<String> jvmOptions, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(RegressionApp.class.getName());
    command.addAll(List.of(arguments));
    // Files, not pipes: a full pipe would stop a process that nobody reads from.
    Path out = Files.createTempFile("app", ".out");
    Path err = Files.createTempFile("app", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + command);
      }
      return new Result(process.exitValue(), read(out), read(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
