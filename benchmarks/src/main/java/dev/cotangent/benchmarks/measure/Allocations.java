package dev.cotangent.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** What calls allocate, as the virtual machine counts it for the thread. */
final class Allocations {
  private static final com.sun.management.ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

  private Allocations() {}

  /** The bytes that a call allocates, the mean of so many. */
  static double ofOneOf(int calls, DoubleSupplier call) {
    long thread = Thread.currentThread().getId();
    double sum = 0;
    long start = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < calls; i++) {
      sum += call.getAsDouble();
    }
    long all = THREADS.getThreadAllocatedBytes(thread) - start;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("not a number");
    }
    return (double) all / calls;
  }
}
