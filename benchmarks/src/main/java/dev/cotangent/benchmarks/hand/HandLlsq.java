package dev.cotangent.benchmarks.hand;

import java.util.Arrays;

/**
 * The adjoint of {@code Llsq.cost}: four points side by side, so that their powers and their sums,
 * each in its own order, do not wait for one another.
 */
public final class HandLlsq {
  private HandLlsq() {}

  /**
   * Computes the value and the partials.
   *
   * @param xBar takes the partials, as long as x
   */
  public static double gradient(double[] x, int n, double[] xBar) {
    Arrays.fill(xBar, 0);
    double sum = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      sum = four(x, i, n, sum, xBar);
    }
    for (; i < n; i++) {
      double t = -1 + i * 2.0 / (n - 1);
      double s = 0;
      double p = 1;
      for (int j = 0; j < x.length; j++) {
        s += x[j] * p;
        p *= t;
      }
      double r = Math.signum(t) - s;
      sum += r * r;
      p = r;
      for (int j = 0; j < x.length; j++) {
        xBar[j] -= p;
        p *= t;
      }
    }
    return 0.5 * sum;
  }

  private static double four(double[] x, int i, int n, double before, double[] xBar) {
    double t0 = -1 + i * 2.0 / (n - 1);
    double t1 = -1 + (i + 1) * 2.0 / (n - 1);
    double t2 = -1 + (i + 2) * 2.0 / (n - 1);
    double t3 = -1 + (i + 3) * 2.0 / (n - 1);
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double p0 = 1;
    double p1 = 1;
    double p2 = 1;
    double p3 = 1;
    for (int j = 0; j < x.length; j++) {
      double xj = x[j];
      s0 += xj * p0;
      s1 += xj * p1;
      s2 += xj * p2;
      s3 += xj * p3;
      p0 *= t0;
      p1 *= t1;
      p2 *= t2;
      p3 *= t3;
    }
    double r0 = Math.signum(t0) - s0;
    double r1 = Math.signum(t1) - s1;
    double r2 = Math.signum(t2) - s2;
    double r3 = Math.signum(t3) - s3;
    double sum = before + r0 * r0 + r1 * r1 + r2 * r2 + r3 * r3;
    // The powers times the residuals, by recurrence.
    for (int j = 0; j < x.length; j++) {
      xBar[j] -= (r0 + r1) + (r2 + r3);
      r0 *= t0;
      r1 *= t1;
      r2 *= t2;
      r3 *= t3;
    }
    return sum;
  }
}
