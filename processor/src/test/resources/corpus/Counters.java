package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Integers that count along with loops, and elements that inner loops read again and again. */
final class Counters {
  private Counters() {}

  /** A triangle, laid out row by row, times a vector, in place. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3] [0.5 -1 2]", "[3*-1..1] [3*-1..1]", "[] [3]", "[] []"})
  static double triangle(double[] l, double[] x) {
    double[] y = new double[x.length];
    int p = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] += x[i];
      for (int j = i + 1; j < x.length; j++) {
        y[j] += l[p] * x[i] * y[i];
        p++;
      }
    }
    double sum = p;
    for (double v : y) {
      sum += v * v;
    }
    return sum;
  }

  /** Down, by an inclusive bound, by other steps, and read behind the loop. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3 4 5 6 7 8] 3", "[8*-1..1] 2", "[1 2] 0", "[1 2] -1"})
  static double manySteps(double[] x, int n) {
    double sum = 0;
    int p = 1;
    int q = 7;
    for (int i = n; i >= 1; i--) {
      p += 2;
      sum += x[p % x.length] * i;
      q -= 3;
    }
    for (int i = 1; i <= n; i++) {
      sum *= 1 + 0.1 * x[(p + i) % x.length];
      p--;
    }
    return sum * p + q * x[0];
  }

  /** The counter stops early: it counts no more than what was done. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3 4] 3.5", "[4*0.1..1] 1.2", "[] 1"})
  static double untilEnough(double[] x, double enough) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (sum > enough) {
        break;
      }
      sum += x[i] * x[i];
      count++;
    }
    return sum * count;
  }

  /** What the inner loop reads of {@code y} does not change there, of {@code z} it does. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3]", "[4*-1..1]", "[]"})
  static double readAgain(double[] x) {
    double[] y = new double[x.length];
    double[] z = new double[x.length];
    double sum = 0;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < x.length; i++) {
        y[i] = x[i] * (1 + y[i]);
        for (int j = 0; j < x.length; j++) {
          z[j] = y[i] * x[j] + z[i];
          sum += z[i] * z[j];
        }
      }
    }
    return sum;
  }
}
