package corpus;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams that leave elements out, and those that have no number to give when they are empty. */
final class StreamEnds {
  private StreamEnds() {}

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(
      value = {"[4*-2..2]", "[1]", "[3 2 1]"},
      singular = {"[]", "null", "[1 NaN]", "[-Infinity]"})
  static double range(double[] x) {
    double max = Arrays.stream(x).max().getAsDouble();
    double min = Arrays.stream(x).map(v -> v * 2).min().orElseThrow();
    return max * max - min;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(
      value = {"[4*-2..2] 3", "[] 3"},
      singular = {"[2 2] 1", "[-0.0 0.0] 1", "[0.0 -0.0] 1"})
  static double extremeOrElse(double[] x, double y) {
    return Arrays.stream(x).map(v -> v * y).max().orElse(y * y)
        + 3 * DoubleStream.of(x.length, y, 1).min().orElse(2);
  }

  /** The mean is that of the compensated sum. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(
      value = {"[7*-2..2]", "[0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8]"},
      singular = {"[]", "[1e16 1 -1e16]"})
  static double mean(double[] x) {
    double mean = Arrays.stream(x).average().getAsDouble();
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[5*-2..2] 2", "[] 2", "[-1 -2] 2"})
  static double meanOrElse(double[] x, double y) {
    return y * Arrays.stream(x).filter(v -> v > 0).average().orElse(Math.sin(y));
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[6*-2..2] 1", "[] 1", "[-1 0.5 3] 0.25"})
  static double filteredSums(double[] x, double limit) {
    DoublePredicate small = v -> v < limit;
    double inside = Arrays.stream(x).filter(small).map(v -> v * v).filter(v -> v > 0.01).sum();
    double every =
        IntStream.range(0, x.length).filter(i -> i % 2 == 0).mapToDouble(i -> x[i]).sum();
    return inside * limit + Math.exp(every) + Arrays.stream(x).filter(v -> v > 9).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[6*-2..2]", "[]", "[-1 -2]"})
  static double filteredArray(double[] x) {
    double[] positive = Arrays.stream(x).filter(v -> v > 0).map(v -> v * v).toArray();
    double sum = positive.length;
    for (int i = 0; i < positive.length; i++) {
      sum += positive[i] * (i + 1);
    }
    return sum * Arrays.stream(x).filter(v -> v > -1).max().orElse(1);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[6*-2..2]", "[]", "[0.5 3]"})
  static double filteredFold(double[] x) {
    double[] seen = new double[1];
    Arrays.stream(x).filter(v -> Math.abs(v) > 0.3).forEach(v -> seen[0] = seen[0] * v + v);
    long above = Arrays.stream(x).filter(v -> v > 1).count();
    return seen[0] * (1 + above) + Arrays.stream(x).filter(v -> v < 1).reduce(1, (p, v) -> p * v);
  }

  @Differentiable(
      value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP},
      wrt = "x")
  @At({"0.5..2 [1 2 -3]", "1.5 []", "1.5 [7]"})
  static double ofIntegers(double x, int[] n) {
    double mean = Arrays.stream(n).average().orElse(x);
    int most =
        Arrays.stream(n).max().orElse(4) - Arrays.stream(n).filter(k -> k > 1).min().orElse(3);
    return x * mean + Math.pow(x, most) * Arrays.stream(n).filter(k -> k % 2 == 1).sum();
  }

  /** What is left out is still computed, with its effects. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[1 2 3] 3", "[3*-2..2] 3"})
  static double effectsOfWhatIsLeftOut(double[] x, int n) {
    double[] y = x.clone();
    double sum =
        IntStream.range(0, n)
            .mapToDouble(
                i -> {
                  y[i] *= 2;
                  return y[i] + y[(i + 1) % n];
                })
            .filter(v -> v > 4.5)
            .sum();
    return sum + y[0] * y[n - 1];
  }
}
