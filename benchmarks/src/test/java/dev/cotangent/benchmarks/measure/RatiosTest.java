package dev.cotangent.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The reporter of ratios, and that every way of every subject runs. */
final class RatiosTest {
  @Test
  void aTableWithARowForEachWay() {
    List<String> lines = run("rosenbrock10", "--all").lines().toList();
    assertEquals(
        "| subject | way | µs | ÷ primal | ÷ hand-written | bytes allocated |", lines.get(0));
    assertEquals(2 + Way.values().length, lines.size());
    String number = "\\d+\\.\\d+";
    String interval = number + " \\[" + number + ", " + number + "\\]";
    int line = 2;
    for (Way way : Way.values()) {
      String row =
          "\\| rosenbrock 10 \\| %s \\| %s \\| %s \\| %s \\| \\d+ \\|"
              .formatted(way.title(), number, interval, interval);
      assertTrue(lines.get(line).matches(row), lines.get(line));
      line++;
    }
    assertTrue(lines.get(2).contains("| 1.00 [1.00, 1.00] |"));
  }

  @Test
  void json() throws Exception {
    JsonNode rows = new ObjectMapper().readTree(run("regression", "--json"));
    assertEquals(3, rows.size());
    assertEquals("GENERATED", rows.get(1).path("way").asText());
    assertTrue(rows.get(1).path("toPrimal").path("median").doubleValue() > 0);
    assertEquals(1, rows.get(2).path("toHandWritten").path("high").doubleValue());
  }

  @Test
  void unknownSubjectsAreRefused() {
    StringWriter err = new StringWriter();
    int exitCode = new CommandLine(new Ratios()).setErr(new PrintWriter(err)).execute("nothing");
    assertNotEquals(0, exitCode);
    assertTrue(err.toString().contains("no subject nothing; there are [regression"));
  }

  @Test
  void everyWayRuns() {
    for (String name : Subjects.names()) {
      Subject subject = Subjects.named(name);
      for (Way way : subject.ways()) {
        // Seconds, for so many partials.
        if (way != Way.DIFFERENCES || !name.equals("matrixChain")) {
          double sum = subject.call(way).getAsDouble();
          assertTrue(Double.isFinite(sum), () -> name + " " + way);
        }
      }
    }
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new Ratios()).setOut(new PrintWriter(out));
    String[] all = new String[arguments.length + 6];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    List<String> quick = List.of("--rounds", "3", "--milliseconds", "1", "--warm-up", "1");
    for (int i = 0; i < quick.size(); i++) {
      all[arguments.length + i] = quick.get(i);
    }
    assertEquals(0, command.execute(all));
    return out.toString();
  }
}
