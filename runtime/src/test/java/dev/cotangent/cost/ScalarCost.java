package dev.cotangent.cost;

import com.sun.management.ThreadMXBean;
import dev.cotangent.Scalar;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures what {@link Scalar} costs: bytes and nanoseconds for each node of a graph, when it is
 * built and when its derivatives are taken. Times are those of the thread on the processor, so that
 * a busy machine tells the same; a collector's own threads are not counted. A main program, not a
 * test; docs/scalar-cost.md has its output and the command.
 */
public final class ScalarCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 7;

  /** Keeps results alive. */
  private static volatile double sink;

  private ScalarCost() {}

  public static void main(String[] args) {
    System.out.printf(
        "%s %s, medians of %d rounds%n%n",
        System.getProperty("java.vm.name"), System.getProperty("java.version"), ROUNDS);
    System.out.println(
        "| graph | nodes | bytes kept | bytes for grad | ns to build | ns for grad | together |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int nodes : new int[] {1_000, 100_000, 10_000_000}) {
      report("chain: x ← x·x + c", nodes, n -> chain(n / 2), n -> 2 * (n / 2) + 1);
      report("logistic: x ← r·x·(1 − x)", nodes, n -> logistic(n / 3), n -> 3 * (n / 3) + 2);
      report("sum of squares of n inputs", nodes, n -> squares(n / 3), n -> 3 * (n / 3) - 1);
    }
    System.out.println();
    loop();
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("the calculations left the finite numbers");
    }
  }

  private static Scalar chain(int steps) {
    Scalar x = Scalar.of(0.5, "x");
    Scalar c = Scalar.of(-0.25);
    for (int i = 0; i < steps; i++) {
      x = x.multiply(x).add(c);
    }
    return x;
  }

  private static Scalar logistic(int steps) {
    Scalar x = Scalar.of(0.5, "x");
    Scalar r = Scalar.of(3.2, "r");
    Scalar one = Scalar.of(1);
    for (int i = 0; i < steps; i++) {
      x = r.multiply(x).multiply(one.subtract(x));
    }
    return x;
  }

  private static Scalar squares(int inputs) {
    Scalar sum = Scalar.of(0);
    for (int i = 0; i < inputs; i++) {
      Scalar x = Scalar.of(i, "x");
      sum = sum.add(x.multiply(x));
    }
    return sum;
  }

  private static void report(
      String name, int nodes, IntFunction<Scalar> graph, IntFunction<Integer> count) {
    int exact = count.apply(nodes);
    double[] build = new double[ROUNDS];
    double[] grad = new double[ROUNDS];
    long builtBytes = 0;
    long gradBytes = 0;
    int repeats = Math.max(1, 1_000_000 / nodes);
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long buildTime = 0;
      long gradTime = 0;
      for (int i = 0; i < repeats; i++) {
        long bytes0 = THREADS.getCurrentThreadAllocatedBytes();
        long time0 = THREADS.getCurrentThreadCpuTime();
        Scalar root = graph.apply(nodes);
        long time1 = THREADS.getCurrentThreadCpuTime();
        long bytes1 = THREADS.getCurrentThreadAllocatedBytes();
        Map<String, Double> partials = root.grad(1);
        long time2 = THREADS.getCurrentThreadCpuTime();
        gradBytes = THREADS.getCurrentThreadAllocatedBytes() - bytes1;
        builtBytes = bytes1 - bytes0;
        buildTime += time1 - time0;
        gradTime += time2 - time1;
        sink = partials.get("x");
      }
      if (round >= 0) {
        build[round] = (double) buildTime / repeats / exact;
        grad[round] = (double) gradTime / repeats / exact;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
        name,
        exact,
        (double) builtBytes / exact,
        (double) gradBytes / exact,
        median(build),
        median(grad),
        median(build) + median(grad));
  }

  private static void loop() {
    int steps = 1_000_000;
    double[] plain = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long time0 = THREADS.getCurrentThreadCpuTime();
      double x = 0.5 + round * 1e-9;
      for (int i = 0; i < steps; i++) {
        x = 3.2 * x * (1 - x);
      }
      sink = x;
      if (round >= 0) {
        plain[round] = (double) (THREADS.getCurrentThreadCpuTime() - time0) / (3.0 * steps);
      }
    }
    System.out.printf(
        Locale.ROOT, "The logistic loop in plain Java: %.2f ns an operation.%n", median(plain));
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
