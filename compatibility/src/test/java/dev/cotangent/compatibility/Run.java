package dev.cotangent.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command did.
 *
 * @param exit its exit code
 * @param output what it printed, on both streams
 */
record Run(int exit, String output) {
  private static final long MINUTES = 20;

  /** Runs a command to its end. */
  static Run of(Path folder, List<String> command) {
    return of(folder, command, Jdk.OWN);
  }

  /** Runs a command to its end, with a JDK as its {@code JAVA_HOME}. */
  static Run of(Path folder, List<String> command, Jdk jdk) {
    try {
      Path log = Files.createTempFile("run", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", jdk.home().toString());
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + command + "\n" + Files.readString(log));
      }
      String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      Files.delete(log);
      return new Run(process.exitValue(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** This, if the command ended well. */
  Run orThrow() {
    if (exit != 0) {
      throw new AssertionError("exit " + exit + "\n" + output);
    }
    return this;
  }
}
