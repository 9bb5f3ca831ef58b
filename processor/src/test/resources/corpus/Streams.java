package corpus;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams of numbers: compensated sums, and everything else element by element. */
final class Streams {
  private Streams() {}

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[3*-2..2] 0.7", "[] 0.7", "[1] 2"})
  static double weighted(double[] x, double w) {
    return IntStream.range(0, x.length).mapToDouble(i -> Math.sin(x[i] * w) * i).sum();
  }

  /** A plain sum has other bits here. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(
      value = {"[0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8]", "[20*-1..1]"},
      singular = "[1e16 1 -1e16 3.5 0.1]")
  static double compensated(double[] x) {
    double sum = Arrays.stream(x).sum();
    return sum * sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(singular = {"[1 NaN]", "[Infinity 1]", "[Infinity -Infinity]", "[-0.0 -0.0]", "null"})
  static double notFinite(double[] x) {
    return Arrays.stream(x).map(v -> 2 * v).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("-2..2 -2..2")
  static double listed(double x, double y) {
    return DoubleStream.of(x, y, x * y, 1).map(Math::exp).map(v -> v * x).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("-2..2 -2..2")
  static double listedFloats(float x, double y) {
    return DoubleStream.of(x, y).map(v -> v * v).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"1.5 4", "1.5 0", "1.5 -3"})
  static double harmonics(double x, int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(k -> Math.sin(k * x) / k).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"1.5 2 6", "1.5 6 2", "1.5 -3 -1"})
  static double betweenBounds(double x, int from, int to) {
    return IntStream.range(from, to).map(i -> i * i).mapToDouble(i -> x * i).sum()
        + IntStream.range(from, to).asDoubleStream().map(v -> v * x).sum()
        + x * IntStream.rangeClosed(from, to).sum();
  }

  @Differentiable(value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP}, wrt = "x")
  @At("0.5..2 [1 2 -3]")
  static double overIntegers(double x, int[] powers) {
    return Arrays.stream(powers).mapToDouble(p -> Math.pow(x, p)).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[4*-2..2]", "[1 1 1]"})
  static double blockBodies(double[] x) {
    return Arrays.stream(x)
        .map(
            v -> {
              if (v < 0) {
                return -v;
              }
              double p = 1;
              for (int i = 0; i < 3; i++) {
                p *= v;
              }
              return p;
            })
        .sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("[2*-2..2] [3*-2..2]")
  static double nested(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .mapToDouble(i -> x[i] * Arrays.stream(y).map(v -> v * x[i]).sum())
        .sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[3*-2..2]", "[]"})
  static double intoArray(double[] x) {
    double[] y = Arrays.stream(x).map(v -> v * v).toArray();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * x[i];
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[3*-2..2]", "[]"})
  static double folded(double[] x) {
    return Arrays.stream(x).reduce(1, (p, v) -> p * v + v) + Arrays.stream(x).reduce(0, Double::sum);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[4*-2..2]", "[]"})
  static double sideEffects(double[] x) {
    double[] y = new double[x.length];
    IntStream.range(0, x.length).forEach(i -> y[i] = x[i] * x[x.length - 1 - i]);
    return Arrays.stream(y).sum();
  }

  /** Each element is read when its turn comes. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[1 2 3]", "[4*-2..2]"})
  static double readsWhatItHasWritten(double[] x) {
    double[] y = x.clone();
    return IntStream.range(0, y.length)
        .mapToDouble(
            i -> {
              y[(i + 1) % y.length] *= 1.5;
              return y[i] * y[i];
            })
        .sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(value = "[1 2 3] 3", singular = {"[1 2] 3", "null 1", "null 0"})
  static double throwsInTheMiddle(double[] x, int n) {
    return IntStream.range(0, n).mapToDouble(i -> x[i] * x[i]).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At("[3*-2..2] 1..2")
  static double inALoop(double[] x, double w) {
    double total = 0;
    for (int k = 1; k <= 3; k++) {
      double factor = w * k;
      total = total * 0.5 + Arrays.stream(x).map(v -> Math.tanh(v * factor)).sum();
    }
    return total;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[3*1..2] 2", "[3*1..2] -2"})
  static double throughAHelper(double[] x, double w) {
    return w > 0 ? norm(x, w) : norm(x, -w) * 2;
  }

  private static double norm(double[] x, double p) {
    return Math.pow(Arrays.stream(x).map(v -> Math.pow(v, p)).sum(), 1 / p);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(
      value = {"[[1 2] [3*-2..2] []] 0.7", "[] 0.7"},
      singular = {"[[1 2] null [3]] 0.7", "[null] 1", "[[0.0]] 0"})
  static double ofRows(double[][] a, double w) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = sum * w + Arrays.stream(a[i]).map(v -> Math.sin(v * w)).sum();
    }
    return sum * IntStream.range(0, a.length).mapToDouble(i -> Arrays.stream(a[i]).sum() * i).sum();
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[[1 2] [3*-2..2]] 1", "[[4*-2..2] [1 -1]] 0"})
  static double ofRowsThatChange(double[][] a, int first) {
    int k = first;
    double before = Arrays.stream(a[k]).map(v -> v * v).sum();
    a[k][0] *= before;
    double[] row = a[k];
    double after = Arrays.stream(a[k = 1 - k]).reduce(1, (p, v) -> p * v);
    return before * after + Arrays.stream(a[k]).max().orElse(0) * row[k];
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At(value = {"[3*-2..2] 0.7", "[2 1] -1"}, singular = {"null 1", "[] 0"})
  static double ofCopies(double[] x, double y) {
    double of = Arrays.stream(x.clone()).map(v -> v * y).sum();
    double made = Arrays.stream(new double[] {y, of, y * of}).map(Math::tanh).sum();
    double cut = Arrays.stream(Arrays.copyOf(x, 5)).average().orElse(1);
    double[] out = Arrays.stream(y > 0 ? x : new double[] {y}).map(v -> v * cut).toArray();
    return made * Arrays.stream(new double[3]).sum() + Arrays.stream((out)).sum() * made;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @At({"[3*-2..2] 0.7", "[2 1] -1"})
  static double ofWhatHelpersGive(double[] x, double y) {
    return Arrays.stream(scaled(x, y)).map(v -> v * v * y).sum()
        + Arrays.stream(Arrays.stream(x).map(v -> v * y).toArray()).min().getAsDouble();
  }

  private static double[] scaled(double[] x, double y) {
    double[] scaled = x.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = x[i] * y + i;
    }
    return scaled;
  }
}
