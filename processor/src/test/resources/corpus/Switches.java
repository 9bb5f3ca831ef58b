package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** {@code switch}, old and new, as a statement and as an expression, with everything in it. */
@SuppressWarnings("fallthrough")
final class Switches {
  static final String OTHER = "oth" + "er";
  static final int SEVEN = 7;

  private Switches() {}

  enum Shape {
    LINE,
    PARABOLA,
    WAVE
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 2", "0.5 7", "0.5 -1"})
  static double fallThrough(double x, int k) {
    double y = x;
    switch (k) {
      case 0:
        y += 1;
      case 1:
        y *= x;
        break;
      case 2:
        y = Math.sin(y);
      case SEVEN:
      default:
        y = y * y;
      case -3:
        y -= 0.5 * x;
    }
    return y * x;
  }

  /** As long as a table of known values; each case is nested in the ones before. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "0.5 17", "0.3 39", "0.3 40"})
  static double manyCases(double x, int k) {
    switch (k) {
      case 0:
        return x * 0.5;
      case 1:
        return Math.sin(x) + 1;
      case 2:
        return 2.25;
      case 3:
        return x * 3.5;
      case 4:
        return Math.sin(x) + 4;
      case 5:
        return 5.25;
      case 6:
        return x * 6.5;
      case 7:
        return Math.sin(x) + 7;
      case 8:
        return 8.25;
      case 9:
        return x * 9.5;
      case 10:
        return Math.sin(x) + 10;
      case 11:
        return 11.25;
      case 12:
        return x * 12.5;
      case 13:
        return Math.sin(x) + 13;
      case 14:
        return 14.25;
      case 15:
        return x * 15.5;
      case 16:
        return Math.sin(x) + 16;
      case 17:
        return 17.25;
      case 18:
        return x * 18.5;
      case 19:
        return Math.sin(x) + 19;
      case 20:
        return 20.25;
      case 21:
        return x * 21.5;
      case 22:
        return Math.sin(x) + 22;
      case 23:
        return 23.25;
      case 24:
        return x * 24.5;
      case 25:
        return Math.sin(x) + 25;
      case 26:
        return 26.25;
      case 27:
        return x * 27.5;
      case 28:
        return Math.sin(x) + 28;
      case 29:
        return 29.25;
      case 30:
        return x * 30.5;
      case 31:
        return Math.sin(x) + 31;
      case 32:
        return 32.25;
      case 33:
        return x * 33.5;
      case 34:
        return Math.sin(x) + 34;
      case 35:
        return 35.25;
      case 36:
        return x * 36.5;
      case 37:
        return Math.sin(x) + 37;
      case 38:
        return 38.25;
      case 39:
        return x * 39.5;
    }
    return x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 2", "0.5 7", "0.5 -1", "0.3 3", "0.3 4"})
  static double defaultFirst(double x, int k) {
    double y = x;
    switch (k) {
      default:
        y += 1;
        if (x < 0) break;
        y *= 1.5;
      case 1:
        y *= x;
        if (y > 0.2) return y * 3;
      case 2:
      case 3:
        y += Math.exp(y);
        break;
      case 4:
        return x * 4;
    }
    return y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 5", "0.5 6", "0.5 9"})
  static double arrows(double x, int k) {
    double y = 1;
    switch (k % 7) {
      case 0 -> y = x * x;
      case 1, 2, 5 -> {
        double t = Math.cos(x);
        y = t * x;
        if (t > 0.9) break;
        y += x;
      }
      default -> y -= x;
    }
    return y * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 5", "0.5 6", "0.5 9"})
  static double returning(double x, int k) {
    switch (k) {
      case 0:
        return x;
      case 1:
        return x * x;
      case 5:
        double t = x + 1;
        return t * t * t;
      default:
        break;
    }
    t:
    {
      if (k == 6) break t;
      x *= 2;
    }
    return x * Math.exp(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 5", "0.5 6", "0.5 9"})
  static double expression(double x, int k) {
    double y =
        switch (k) {
          case 0 -> 2;
          case 1 -> x;
          case 5 -> {
            double t = x;
            for (int i = 0; i < k; i++) {
              if (i == 3) continue;
              t = t * x + i;
              if (t > 3) yield t;
            }
            yield t * t;
          }
          default -> Math.sin(x) * k;
        };
    return y * y + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "-1..1 2", "0.5 3"})
  static double oldExpression(double x, int k) {
    return x
        * switch (k) {
          case 0:
            x += 1;
          case 1:
            x *= 2;
            yield x;
          case 2:
            yield k;
          default:
            yield x++ * x;
        }
        + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0 1", "-1..1 1 2", "-1..1 1 0", "0.5 3 3"})
  static double nested(double x, int k, int m) {
    double y = x;
    outer:
    for (int i = 0; i < 5; i++) {
      switch (k) {
        case 0:
          switch (m) {
            case 1:
              y *= x;
              break;
            case 2:
              break outer;
            default:
              continue outer;
          }
          y += 0.1;
          break;
        case 1:
          if (m == 2 && i == 2) return y * y;
          if (i == 3) continue;
          y = switch (i + m) { case 0 -> x; case 1, 2 -> y * x + 1; default -> y + x; };
          break;
        default:
          y += i * x;
          if (y > 2) break outer;
      }
      y *= 1.1;
    }
    return y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 a", "-1..1 b", "0.5 z", "0.5 7"})
  static double characters(double x, char c) {
    switch (c) {
      case 'a':
        return x;
      case 'b', 'c':
        return x * x;
      case 55:
        return x * x * x;
    }
    return Math.sin(x);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 1 2", "-1..1 2 1", "0.5 3 -128"})
  static double smallTypes(double x, byte b, short s) {
    double y =
        switch (b) {
          case 1 -> x;
          case (byte) 2 -> x * x;
          default -> 1;
        };
    switch (s) {
      case 2:
        y *= 2;
        break;
      case -128:
        y *= x;
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 line", "-1..1 square", "0.5 other", "0.5 nothing"},
      singular = "0.5 null")
  static double strings(double x, String how) {
    double y = x;
    switch (how) {
      case "line":
        y += 1;
        break;
      case "squ" + "are":
        y *= y;
        break;
      case OTHER, "a\"{b}$0\\\n":
        y = Math.exp(y);
        break;
      default:
        y = 0;
    }
    return y * x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 LINE 3", "-1..1 PARABOLA 4", "0.5 WAVE 2"},
      singular = {"0.5 null 1", "0.5 null 0"})
  static double enums(double x, Shape shape, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= switch (shape) {
        case LINE -> 1 + y;
        case PARABOLA -> y * x;
        case WAVE -> {
          if (i == 1) yield 2;
          yield Math.sin(y);
        }
      };
    }
    switch (shape) {
      case WAVE:
        y += x;
      case LINE:
        y += 1;
        break;
      default:
    }
    return y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 0", "-1..1 1", "0.5 2"})
  static double selectorChanges(double x, int k) {
    double y = x;
    int j = k;
    switch (j++) {
      case 0:
        j = 1;
        y *= j;
      case 1:
        y += j * x;
        break;
      default:
    }
    switch (j) {
    }
    switch (j--) {
      default:
        y *= j;
    }
    return y * y + j;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"-1..1 0", "-1..1 1", "0.5 2"},
      differences = 1e-2)
  static float floats(float x, int k) {
    float y =
        switch (k) {
          case 0 -> x * x;
          case 1 -> 0.5f;
          default -> {
            char c = 'a';
            yield x * c;
          }
        };
    boolean big = switch (k) { case 0, 1 -> y > 0.3f; default -> false; };
    return big ? y * 2 : y + x;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1] 0", "[5*-1..1] 1", "[1 2 3] 2"})
  static double arrays(double[] x, int k) {
    double[] chosen = switch (k) { case 0 -> x; case 1 -> x.clone(); default -> new double[3]; };
    for (int i = 0; i < chosen.length; i++) {
      switch (i) {
        case 0:
          chosen[i] *= 2;
          break;
        case 1:
          continue;
        default:
          chosen[i] += chosen[i - 1];
      }
      chosen[i] *= chosen[i];
    }
    double sum = 0;
    for (double v : x) sum += v;
    for (double v : chosen) sum += v * v;
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.8 3", "0.5 0", "0.5 1"})
  static double helpers(double x, int n) {
    return power(x, n) + power(x * 2, n - 1) * pick(x, n % 3);
  }

  private static double power(double x, int n) {
    switch (n) {
      case -1:
      case 0:
        return 1;
      case 1:
        return x;
      default:
        return power(x, n - 1) * x;
    }
  }

  private static double pick(double x, int k) {
    return switch (k) {
      case 0 -> Math.exp(x);
      case 1 -> power(x, 2);
      default -> x;
    };
  }
}
