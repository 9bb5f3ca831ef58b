package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarOutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void terminalLineIsDrawnOverAndThenEnded() {
    BarOutput output = BarOutput.onTerminal(out);
    output.accept("a");
    output.accept("b");
    output.finish();
    assertEquals("\ra\rb\n", shown());
  }

  @Test
  void logGetsALineForEachNewStateAfterTheFirst() {
    BarOutput output = BarOutput.inLog(out);
    output.accept("start");
    output.accept("half  ");
    output.accept("half  ");
    output.accept("done");
    output.finish();
    assertEquals("half\ndone\n", shown());
  }

  @Test
  void shortTrainingLeavesOneLineInALog() {
    BarOutput output = BarOutput.inLog(out);
    output.accept("done");
    output.finish();
    assertEquals("done\n", shown());
  }

  @Test
  void barInALogIsPlainText() {
    try (ProgressDisplay display = new ProgressDisplay(out, false)) {
      display.onStep(0, 100, new double[2], 0);
      display.onStep(7, 12.5, new double[2], 1);
    }
    String last = shown().strip();
    assertTrue(
        last.matches("Training 100% \\[=+] 100/100 \\(0:00:00\\) +step 7, cost 12.5000"), last);
  }

  @Test
  void barOnATerminalOverwritesItself() {
    try (ProgressDisplay display = new ProgressDisplay(out, true)) {
      display.onStep(7, 12.5, new double[2], 1);
    }
    assertTrue(shown().startsWith("\rTraining"), shown());
    assertTrue(shown().endsWith("step 7, cost 12.5000\n"), shown());
    assertEquals(1, shown().chars().filter(c -> c == '\n').count());
  }
}
