package corpus;

import static corpus.Constants.GOLDEN;
import static corpus.Constants.TERMS;
import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;
import static java.lang.Math.PI;
import static java.lang.Math.exp;
import static java.lang.Math.sin;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Where methods and names may stand: nested types, constants, static imports. */
public final class Shapes {
  private static final double HALF = 0.5;
  private static final int SHIFT = 3 * TERMS;
  static final double ROOT = Math.sqrt(2);

  private Shapes() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 0.5..2")
  static double constants(double x, double y) {
    return HALF * x * PI + SHIFT * exp(-y) + ROOT * sin(x * GOLDEN) * Math.E;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("0.5..2 0.5..2")
  static double qualifiedConstants(double depth, double area) {
    double pressure = Constants.Water.DENSITY * Constants.GRAVITY * depth;
    return pressure * area / corpus.Constants.TERMS
        + Double.MIN_VALUE * 0
        + Integer.MAX_VALUE / 1e9 * depth;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1")
  public static double visible(double x) {
    return x * x * x;
  }

  /** The companion of a nested class's method is named after all of them. */
  static final class Inner {
    private static final double SCALE = 1.5;

    private Inner() {}

    @Differentiable({GRADIENT, JVP, HVP})
    @At("-1..1")
    static double scaled(double x) {
      return SCALE * HALF * x * x + help(x);
    }

    private static double help(double x) {
      return Math.exp(x) * Deeper.deepest(x);
    }

    /** Two levels down. */
    static final class Deeper {
      private Deeper() {}

      @Differentiable({GRADIENT, JVP, HVP})
      @At("-1..1")
      static double deepest(double x) {
        return SCALE * Math.sin(x * ROOT);
      }
    }
  }

  /** A record with a static method. */
  record Line(double slope, double offset) {
    @Differentiable({GRADIENT, JVP, HVP})
    @At("-1..1 -1..1 -1..1")
    static double at(double slope, double offset, double x) {
      return slope * x * x + offset * x;
    }
  }

  /** An interface with a static method. */
  interface Loss {
    double DELTA = 0.5;

    @Differentiable({GRADIENT, JVP, HVP})
    @At({"-0.3..0.3", "0.8..2", "-2..-0.8"})
    static double pseudoHuber(double e) {
      double ratio = e / DELTA;
      return DELTA * DELTA * (Math.sqrt(1 + ratio * ratio) - 1);
    }
  }

  /** An enum with a static method. */
  enum Unit {
    RADIAN,
    DEGREE;

    @Differentiable({GRADIENT, JVP, HVP})
    @At("10..50")
    static double sine(double degrees) {
      return Math.sin(Math.toRadians(degrees)) * degrees;
    }
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      companion = "ShapesRenamed")
  @At(value = "-1..1 => 2", companion = "ShapesRenamed")
  static double twice(double x) {
    return 2 * x;
  }

  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      companion = "ShapesTwiceOfTwo")
  @At(value = "-1..1 -1..1 => 2 2", companion = "ShapesTwiceOfTwo")
  static double twice(double x, double y) {
    return 2 * x + 2 * y;
  }

  /** Names that generated code would like to use itself. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 -1..1 [3*-1..1] -1..1")
  static double names(double into, double value, double[] tape, double intoBar) {
    double gradient = into * value;
    double valueBar = gradient * intoBar;
    double t = 0;
    for (int i = 0; i < tape.length; i++) {
      double i0 = tape[i] * valueBar;
      t += i0 * i0 * into;
    }
    double result = Math.sqrt(1 + t);
    return result + Math.exp(gradient);
  }

  /** Local names that shadow nothing but look like it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 [2*-1..1]")
  static double scopes(double x, double[] xBar) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      double y = x * i;
      sum += y * xBar[i];
    }
    for (int i = 0; i < 2; i++) {
      double y = xBar[i] * xBar[i];
      sum += y * sum;
    }
    {
      double y = sum * sum;
      sum = y + x;
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At("-1..1 [3*-1..1]")
  static double inferred(double x, double... rest) {
    var sum = x;
    final var n = rest.length;
    for (var i = 0; i < n; i++) {
      var term = rest[i] * x;
      sum += Math.sin(term);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 null", "0.5 text"})
  static double labelled(double x, String label) {
    return x * x * x;
  }
}
