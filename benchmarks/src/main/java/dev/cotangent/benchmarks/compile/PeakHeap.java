package dev.cotangent.benchmarks.compile;

import java.lang.management.ManagementFactory;

/** The most heap that is in use behind a full collection while something runs. */
final class PeakHeap {
  private static final long PAUSE = 20;

  private PeakHeap() {}

  /** Collects again and again while the work runs; in bytes. The work takes its time meanwhile. */
  static long during(Runnable work) {
    Thread worker = new Thread(work, "work");
    worker.start();
    long peak = 0;
    try {
      while (worker.isAlive()) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peak = Math.max(peak, used);
        worker.join(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return peak;
  }
}
