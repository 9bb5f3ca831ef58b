package dev.cotangent.sample;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Where the progress bar is drawn. On a terminal each state overwrites the one before; in a log,
 * which has no cursor to move, each state after the first is a line of its own.
 */
final class BarOutput implements ProgressBarConsumer {
  private static final int WIDTH = 79;

  private final PrintStream out;
  private final boolean terminal;
  private String latest = "";
  private String logged = "";

  private BarOutput(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static BarOutput onTerminal(PrintStream out) {
    return new BarOutput(out, true);
  }

  static BarOutput inLog(PrintStream out) {
    return new BarOutput(out, false);
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  /** Called by the bar's own thread: at once, then at intervals, then when the bar is closed. */
  @Override
  public synchronized void accept(String rendered) {
    if (terminal) {
      out.print("\r" + rendered);
      out.flush();
    } else if (!latest.isEmpty()) {
      log(rendered);
    }
    latest = rendered;
  }

  /** Ends the line on a terminal; leaves the last state in a log. */
  synchronized void finish() {
    if (terminal) {
      out.println();
    } else {
      log(latest);
    }
    out.flush();
  }

  private void log(String rendered) {
    if (!rendered.equals(logged)) {
      out.println(rendered.stripTrailing());
    }
    logged = rendered;
  }

  @Override
  public void close() {
    // The stream belongs to the program; finish() ends the line.
  }
}
