package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Loops whose iterations communicate by adding up only. */
final class Accumulations {
  private Accumulations() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 3]", "[5*-1..1]", "[] => []"})
  static double sum(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 3 6] => [0.25 0.25 0.25 0.25]", "[5*-1..1]"},
      singular = "[]")
  static double mean(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i];
    }
    return sum / x.length;
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = {"w", "b"})
  @At(
      value = {"0.5 1 [1 2 3] [2 4 7]", "-1..1 -1..1 [6*-2..2] [6*-2..2]"},
      singular = {"1 1 [] []", "1 1 [1 2] [1]", "1 1 [1] null"})
  static double cost(double w, double b, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = b + x[i] * w - y[i];
      sum += e * e;
    }
    return sum / x.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2 [4*-1..1]", "1 [0.5]"})
  static double rootOfSum(double s, double[] x) {
    double sum = 0;
    for (double v : x) {
      double t = Math.tanh(s * v);
      sum += t * t;
    }
    return Math.sqrt(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[3]"})
  static double logOfSum(double[] x) {
    double sum = 1e-3;
    for (double v : x) {
      sum += Math.exp(v);
    }
    return Math.log(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 [4*-1..1] 0.5", "0.5 [] 2"})
  static double affineTail(double a, double[] x, double scale) {
    double sum = a;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] * a;
    }
    return 3 - sum * 2 / scale + a;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*0.5..2]", "[1]"})
  static double twoAccumulators(double[] x) {
    double sum = 0;
    double squares = 0;
    for (double v : x) {
      sum += v;
      squares += v * v;
    }
    return sum * sum / squares;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*0.5..2] -1..1", "[1] 2", "[] 1"})
  static double accumulatorsOfDifferentTails(double[] x, double a) {
    double linear = 0;
    double logarithmic = 1;
    for (int i = 0; i < x.length; i++) {
      linear += a * x[i];
      logarithmic += x[i] * x[i];
      linear -= Math.sin(x[i]);
    }
    return 2 * linear + Math.log(logarithmic);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 -2 3 -4] 0.5", "[6*-1..1] -1..1"})
  static double conditional(double[] x, double slope) {
    double sum = 0;
    for (double v : x) {
      if (v > 0) {
        sum += v * v;
      } else {
        sum -= slope * v;
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 -2 3 -4]", "[6*-1..1]", "[]"})
  static double skipped(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (i % 2 == 0 && x[i] > 0) {
        sum += Math.sqrt(x[i]);
      }
    }
    return sum * 3;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"[1 2 4]", "[5*-1..1]"},
      singular = {"[]", "[2]"})
  static double variance(double[] x) {
    double mean = 0;
    for (double v : x) {
      mean += v;
    }
    mean /= x.length;
    double sum = 0;
    for (double v : x) {
      double d = v - mean;
      sum += d * d;
    }
    return sum / (x.length - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[1 2 4]", "[5*-3..3]", "[1000 1001 999]", "[7]"})
  static double logSumExp(double[] x) {
    double largest = x[0];
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - largest);
    }
    return largest + Math.log(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] [3*-1..1] 2", "[4*-1..1] [2*-1..1] 2", "[] [] 0"})
  static double dotsUsedNonlinearly(double[] w, double[] x, int rows) {
    int n = x.length;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double dot = 0;
      for (int j = 0; j < n; j++) {
        dot += w[i * n + j] * x[j];
      }
      sum += Math.tanh(dot) * dot;
    }
    return sum;
  }

  /** xᵀ A x with A stored row by row. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] [3*-1..1]", "[2] [3]"})
  static double quadraticForm(double[] a, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += x[i] * a[i * x.length + j] * x[j];
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 0.5", "[1 2] 0.25", "[] 1", "[1] 1"})
  static double smoothness(double[] x, double weight) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      double jump = x[i] - x[i - 1];
      sum += weight * jump * jump;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1 2]"})
  static double pairs(double[] x) {
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double d = x[i] - x[j];
        energy += 1 / (0.1 + d * d);
      }
    }
    return energy;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] [0 2 1 2 0] [3*-1..1]", "[1 2] [1 1] [3 4]"})
  static double gathered(double[] x, int[] group, double[] offset) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = x[i] - offset[group[i]];
      sum += e * e * e;
    }
    return sum;
  }

  /** Accumulators in an array: a histogram with weights. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] [0 2 1 2 0] 3", "[1 2] [1 1] 2"})
  static double histogram(double[] x, int[] bin, int bins) {
    double[] total = new double[bins];
    for (int i = 0; i < x.length; i++) {
      total[bin[i]] += x[i] * x[i];
    }
    double entropy = 0;
    for (double t : total) {
      entropy += t * Math.log(t + 0.5);
    }
    return entropy;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] [4*-1..1]", "[1 2] [2 -3]"})
  static double cosine(double[] x, double[] y) {
    double xy = 0;
    double xx = 1e-6;
    double yy = 1e-6;
    for (int i = 0; i < x.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** The accumulator starts with something active. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5 [3*-1..1]", "2 []"})
  static double activeStart(double a, double[] x) {
    double sum = a * a;
    for (double v : x) {
      sum += a * v;
    }
    return Math.sqrt(1 + sum * sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 50", "1 0"})
  static double series(double x, int n) {
    double sum = 0;
    for (int k = 1; k <= n; k++) {
      sum += Math.sin(k * x) / (k * k);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2 20", "1 1"})
  static double trapezoid(double a, int n) {
    double h = a / n;
    double sum = 0.5 * (1 + Math.exp(-a * a));
    for (int i = 1; i < n; i++) {
      double t = i * h;
      sum += Math.exp(-t * t);
    }
    return sum * h;
  }

  /** Many iterations: nothing may be recorded for them. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.5 [300*-1..1]")
  static double manyTerms(double w, double[] x) {
    double sum = 0;
    for (double v : x) {
      double s = 1 / (1 + Math.exp(-w * v));
      sum -= Math.log(s);
    }
    return sum / x.length;
  }

  /** Terms of ordinary size, with factors that together would leave the range of numbers. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "x")
  @At("1.5 [3.4e-56 3.2e-56 3e-56]")
  static double balanced(double x, double[] a) {
    double sum = 0;
    for (double v : a) {
      double t = 3e55 * (v * (3e55 * (v * (3e55 * (v * x)))));
      sum += 3e55 * (v * (3e55 * (v * (3e55 * (v * t)))));
    }
    return sum;
  }
}
