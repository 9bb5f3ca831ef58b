package dev.cotangent.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The table of what is kept; loops that only accumulate keep nothing. */
final class MemoryTableTest {
  private static final int KEPT = 5;

  @Test
  void accumulationKeepsNothingForAnIteration() {
    Map<String, String[]> rows = rows();
    for (String eval : new String[] {"llsq", "kmeans", "gmm"}) {
      assertEquals("0.0", rows.get(eval)[KEPT], eval);
    }
  }

  @Test
  void anElementKeepsItsPartialAndNoMoreThanOneNumberBesides() {
    double kept = Double.parseDouble(rows().get("lse")[KEPT]);
    assertEquals(16, kept, 8);
  }

  private static Map<String, String[]> rows() {
    StringWriter out = new StringWriter();
    assertEquals(0, new CommandLine(new MemoryTable()).setOut(new PrintWriter(out)).execute());
    return out.toString()
        .lines()
        .skip(2)
        .map(line -> line.split(" *\\| *"))
        .collect(Collectors.toMap(cells -> cells[1], cells -> cells));
  }
}
