package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/**
 * Loops that look like accumulations and are none: each breaks one condition of the fused forms.
 */
final class Unfused {
  private Unfused() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1]", "[]"})
  static double readsItsAccumulator(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Math.sin(sum + v);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1]"})
  static double conditionReadsAccumulator(double[] x) {
    double sum = 0;
    for (double v : x) {
      if (sum < 1) {
        sum += v * v;
      } else {
        sum += v;
      }
    }
    return Math.exp(sum);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1 2]"})
  static double otherReadsAccumulator(double[] x) {
    double sum = 0;
    double prefix = 0;
    for (double v : x) {
      prefix += v;
      sum += prefix * prefix;
    }
    return Math.sqrt(1 + sum);
  }

  /** The array is read in the loop and overwritten behind it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 0.5", "[1 2] 3"})
  static double overwrittenLater(double[] x, double a) {
    double sum = 0;
    for (double v : x) {
      sum += v * v * a;
    }
    x[0] = 7;
    x[1] = sum * x[1];
    return Math.sqrt(1 + sum) + x[0] * x[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 0.5", "[1 2] 3"})
  static double overwrittenInside(double[] x, double a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double v = x[i];
      sum += v * v * a;
      x[i] = v * sum;
    }
    return sum + x[0] * x[1];
  }

  /** The body reads an element that an earlier iteration wrote. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[1 2]", "[3]"})
  static double readsEarlierElement(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      x[i] += 0.5 * x[i - 1] * x[i - 1];
      sum += Math.cos(x[i]);
    }
    return sum;
  }

  /** The seed of the sum depends on what the loop writes. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.5..1] [3*-1..1]", "[2] [3]"})
  static double seedFromWritten(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[i];
      sum += x[i] * x[i] * x[i];
    }
    return sum * y[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*0.5..1] 0.5", "[2] 1"})
  static double seedFromCarried(double[] x, double a) {
    double sum = 0;
    double p = a;
    for (double v : x) {
      sum += v * v;
      p = p * v + 1;
    }
    return sum * p;
  }

  /** Adds up, and multiplies once in a while. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 0.9", "[1 2] 0.5"})
  static double decays(double[] x, double decay) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i];
      if (i % 2 == 1) {
        sum *= decay;
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1]", "[2]"})
  static double subtractedFrom(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum = v * v - sum;
    }
    return sum * sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1]", "[2]"})
  static double twice(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
      sum += sum * 0.125;
    }
    return sum;
  }

  /** Two loops over one accumulator, the second reads what the first summed. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1]", "[2]"})
  static double continued(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    double first = sum;
    for (double v : x) {
      sum += Math.sin(v * first);
    }
    return sum * first;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] 3", "[2] 2"})
  static double repeatedSweeps(double[] x, int sweeps) {
    double total = 0;
    for (int k = 0; k < sweeps; k++) {
      double sum = 0;
      for (double v : x) {
        sum += v * v * (1 + total);
      }
      total += Math.sqrt(1 + sum);
    }
    return total;
  }

  /** What the loop reads is replaced by another array afterwards. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[4*-1..1] [4*-1..1]", "[2] [3]"})
  static double referenceReplaced(double[] x, double[] y) {
    double[] a = x;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * a[i];
    }
    a = y;
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * sum;
    }
    return Math.sqrt(1 + dot * dot) + sum;
  }

  /** The local array that the loop reads is filled again afterwards. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.7 4", "-1..1 3"})
  static double scratchReused(double x, int n) {
    double[] scratch = new double[n];
    for (int i = 0; i < n; i++) {
      scratch[i] = Math.sin(x * i);
    }
    double sum = 0;
    for (double s : scratch) {
      sum += s * s * s;
    }
    for (int i = 0; i < n; i++) {
      scratch[i] = Math.cos(sum * i);
    }
    double other = 0;
    for (double s : scratch) {
      other += s * s;
    }
    return Math.log(2 + sum) * other;
  }
}
