package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The local mode. */
final class FolderRunTest {
  @TempDir private Path folder;

  @Test
  void aTableOfTheInputsInAFolder() throws Exception {
    Files.createDirectories(folder.resolve("llsq"));
    Files.createDirectories(folder.resolve("unknown"));
    Files.writeString(folder.resolve("llsq/one.in.json"), "{\"x\": [0.5], \"n\": 2}");
    Files.writeString(folder.resolve("llsq/one.out.json"), "{\"functions\": {\"primal\": 2.5}}");
    Files.writeString(folder.resolve("llsq/two.in.json"), "{\"x\": [1, 2], \"n\": 4}");
    Files.writeString(folder.resolve("unknown/one.in.json"), "{}");
    StringWriter text = new StringWriter();
    int exitCode =
        new CommandLine(new FolderRun())
            .setOut(new PrintWriter(text))
            .execute(folder.toString(), "--min-runs", "3", "--min-seconds", "0");
    assertEquals(0, exitCode);
    List<String> lines = text.toString().lines().toList();
    assertEquals(5, lines.size());
    // The cost is 1.25: the reference is wrong by half of itself.
    assertTrue(lines.get(1).matches("llsq +one +primal +3 +\\d+\\.\\d+ +1\\.00 +5\\.0e-01"));
    assertTrue(lines.get(2).matches("llsq +one +gradient +3 +\\d+\\.\\d+ +\\d+\\.\\d+ *"));
    assertTrue(lines.get(4).startsWith("llsq         two"));
  }
}
