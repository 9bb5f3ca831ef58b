package dev.cotangent.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The table of costs, and that every mode of every function runs. */
final class ModeTableTest {
  @Test
  void aRowForEachDerivative() {
    StringWriter out = new StringWriter();
    int exitCode =
        new CommandLine(new ModeTable())
            .setOut(new PrintWriter(out))
            .execute("rosenbrock-2", "--rounds=3", "--milliseconds=1", "--warm-up=10");
    assertEquals(0, exitCode);
    List<String> lines = out.toString().lines().toList();
    String interval = "\\d+\\.\\d+ \\[\\d+\\.\\d+, \\d+\\.\\d+\\]";
    assertEquals(2 + Mode.values().length - 2, lines.size());
    assertTrue(
        lines
            .get(2)
            .matches("\\| Rosenbrock, n = 2 \\| gradient \\| " + interval + " \\|  \\|  \\|"),
        lines.get(2));
    assertTrue(
        lines
            .get(5)
            .matches(
                "\\| Rosenbrock, n = 2 \\| hessian \\| "
                    + interval
                    + " \\| "
                    + interval
                    + " \\| \\d+\\.\\d+ \\|"),
        lines.get(5));
  }

  @Test
  void everyModeRuns() {
    for (String name : ModeSubjects.names()) {
      ModeSubject subject = ModeSubjects.named(name);
      boolean small = subject.directions() <= 100;
      subject
          .calls()
          .forEach(
              (mode, call) -> {
                if (small || (mode != Mode.HESSIAN && mode != Mode.JACOBIAN)) {
                  assertTrue(Double.isFinite(call.getAsDouble()), () -> name + " " + mode);
                }
              });
    }
  }
}
