package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The nested programs of the public benchmark GradBench, every way round: {@code particle} and
 * {@code saddle}, with its reference results.
 */
class NestedBenchmarksTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.*;
              import static dev.cotangent.Derivative.*;
              class C {
                @Differentiable({GRADIENT, JVP, HVP})
                static double potential(double x, double y, double w) {
                  double a = Math.sqrt((x - 10) * (x - 10) + (y - (10 - w)) * (y - (10 - w)));
                  double b = Math.sqrt((x - 10) * (x - 10) + y * y);
                  return 1 / a + 1 / b;
                }
                @Differentiable({GRADIENT, JVP, HVP})
                static double particleR(double w) {
                  double x = 0;
                  double y = 8;
                  double u = 0.75;
                  double v = 0;
                  while (y + 0.1 * v > 0) {
                    CPotential.Gradient g = CPotential.gradient(x, y, w);
                    x += 0.1 * u;
                    y += 0.1 * v;
                    u -= 0.1 * g.dX();
                    v -= 0.1 * g.dY();
                  }
                  double end = x - y / v * u;
                  return end * end;
                }
                @Differentiable({GRADIENT, JVP, HVP})
                static double particleF(double w) {
                  double x = 0;
                  double y = 8;
                  double u = 0.75;
                  double v = 0;
                  while (y + 0.1 * v > 0) {
                    double gx = CPotential.jvp(x, y, w, 1, 0, 0).tangent();
                    double gy = CPotential.jvp(x, y, w, 0, 1, 0).tangent();
                    x += 0.1 * u;
                    y += 0.1 * v;
                    u -= 0.1 * gx;
                    v -= 0.1 * gy;
                  }
                  double end = x - y / v * u;
                  return end * end;
                }
                @Differentiable({GRADIENT, JVP, HVP})
                static double payoff(double a, double b, double x, double y) {
                  return a * a + b * b - (x * x + y * y);
                }
                /** The largest payoff over the second point, by ascent from a start. */
                @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = {"a", "b"})
                static double saddleR(double a, double b, double x, double y, double[] best) {
                  double eta = 1e-5;
                  int steps = 0;
                  CPayoff.Gradient g = CPayoff.gradient(a, b, x, y);
                  while (Math.sqrt(g.dX() * g.dX() + g.dY() * g.dY()) > 1e-5) {
                    if (steps == 10) {
                      eta *= 2;
                      steps = 0;
                    } else {
                      double dx = eta * g.dX();
                      double dy = eta * g.dY();
                      if (Math.sqrt(dx * dx + dy * dy) <= 1e-5) {
                        break;
                      }
                      CPayoff.Gradient next = CPayoff.gradient(a, b, x + dx, y + dy);
                      if (next.value() > g.value()) {
                        x += dx;
                        y += dy;
                        g = next;
                        steps++;
                      } else {
                        eta /= 2;
                        steps = 0;
                      }
                    }
                  }
                  best[0] = x;
                  best[1] = y;
                  return payoff(a, b, x, y);
                }
              }
              """)
          .orThrow();

  /** Gradient descent as the benchmark prescribes it. */
  private static double[] argmin(Value f, Slope slope, double[] start) {
    double[] x = start.clone();
    double fx = f.at(x);
    double[] gx = slope.at(x);
    double eta = 1e-5;
    int steps = 0;
    while (norm(gx) > 1e-5) {
      if (steps == 10) {
        eta *= 2;
        steps = 0;
        continue;
      }
      double[] next = x.clone();
      for (int i = 0; i < x.length; i++) {
        next[i] -= eta * gx[i];
      }
      if (eta * norm(gx) <= 1e-5) {
        return x;
      }
      double value = f.at(next);
      if (value < fx) {
        x = next;
        fx = value;
        gx = slope.at(x);
        steps++;
      } else {
        eta /= 2;
        steps = 0;
      }
    }
    return x;
  }

  private interface Value {
    double at(double[] x);
  }

  private interface Slope {
    double[] at(double[] x);
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  /** The inner function and its derivative, to 60 digits rounded. */
  @ParameterizedTest
  @ValueSource(strings = {"R", "F"})
  void particleHasTheExactDerivative(String inner) {
    double[][] points = {
      {0.0, 3.1990790025082627, -19.404636450028153},
      {0.1, 1.1717792850668904, -18.554209133466273},
      {0.3, 1.4892892149894865, 36.00932001571771},
      {0.5, 26.29962405192971, 264.19190276360877}
    };
    Companion particle = COMPILED.companion("p.CParticle" + inner);
    for (double[] point : points) {
      Companion.Holder reverse = particle.gradient(point[0]);
      assertEquals(point[1], reverse.value(), 1e-12 * point[1]);
      assertEquals(point[2], reverse.partial("w"), 1e-11 * Math.abs(point[2]));
      Companion.Holder forward = particle.jvp(point[0], 1.0);
      assertEquals(point[2], forward.tangent(), 1e-11 * Math.abs(point[2]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RR", "RF", "FR", "FF"})
  void particleFindsItsMinimum(String modes) {
    Companion particle = COMPILED.companion("p.CParticle" + modes.charAt(1));
    DoubleUnaryOperator slope =
        modes.charAt(0) == 'R'
            ? w -> particle.gradient(w).partial("w")
            : w -> particle.jvp(w, 1.0).tangent();
    double[] found =
        argmin(
            x -> particle.value(x[0]),
            x -> new double[] {slope.applyAsDouble(x[0])},
            new double[] {0});
    assertEquals(0.20719187464861183, found[0], 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R", "F"})
  void saddlePointIsFound(String outer) {
    double[] start = {1, 1};
    double[] best = new double[2];
    Companion saddle = COMPILED.companion("p.CSaddleR");
    Slope slope =
        outer.equals("R")
            ? x -> {
              Companion.Holder g = saddle.gradient(x[0], x[1], 1.0, 1.0, best);
              return new double[] {g.partial("a"), g.partial("b")};
            }
            : x ->
                new double[] {
                  saddle.jvp(x[0], x[1], 1.0, 1.0, best, 1.0, 0.0).tangent(),
                  saddle.jvp(x[0], x[1], 1.0, 1.0, best, 0.0, 1.0).tangent()
                };
    double[] found = argmin(x -> saddle.value(x[0], x[1], 1.0, 1.0, best), slope, start);
    saddle.value(found[0], found[1], 1.0, 1.0, best);
    assertEquals(8.246324826140353e-06, found[0], 1e-14);
    assertEquals(8.246324826140353e-06, found[1], 1e-14);
    assertEquals(8.246324826140353e-06, best[0], 1e-14);
    assertEquals(8.246324826140353e-06, best[1], 1e-14);
  }
}
