package dev.cotangent.sample;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far training is: a moving bar on a terminal, now and then a line in a log. */
final class ProgressDisplay implements TrainingListener, AutoCloseable {
  private static final int PERCENT = 100;
  private static final int TERMINAL_MILLIS = 100;
  private static final int LOG_MILLIS = 5000;
  private static final long PUSH_NANOS = 20_000_000;

  private final ProgressBar bar;
  private final BarOutput output;
  private long lastPush;
  private int step;
  private double cost;
  private double progress;

  ProgressDisplay(PrintStream out, boolean terminal) {
    output = terminal ? BarOutput.onTerminal(out) : BarOutput.inLog(out);
    bar =
        new ProgressBarBuilder()
            .setTaskName("Training")
            .setInitialMax(PERCENT)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(terminal ? TERMINAL_MILLIS : LOG_MILLIS)
            .hideEta()
            .setConsumer(output)
            .build();
    lastPush = System.nanoTime();
  }

  @Override
  public void onStep(int step, double cost, double[] parameters, double progress) {
    this.step = step;
    this.cost = cost;
    // Rounding can make convergence look a little farther away again; the bar does not move back.
    this.progress = Math.max(this.progress, progress);
    long now = System.nanoTime();
    if (now - lastPush >= PUSH_NANOS) {
      lastPush = now;
      push();
    }
  }

  /** Shows the last state and ends the line. */
  @Override
  public void close() {
    push();
    bar.close();
    output.finish();
  }

  private void push() {
    bar.setExtraMessage(String.format(Locale.ROOT, " step %d, cost %.6g", step, cost));
    bar.stepTo((long) Math.floor(PERCENT * progress));
  }
}
