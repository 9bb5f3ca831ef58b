package dev.cotangent.processor.companion;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Derivatives of first, second and third order against closed forms. */
class ClosedFormsTest {
  private static final double RELATIVE = 1e-12;

  private static final String HEAD =
      """
      package p;
      import dev.cotangent.*;
      import static dev.cotangent.Derivative.*;
      class C {
      """;

  private static void near(double expected, double found) {
    assertEquals(expected, found, RELATIVE * abs(expected));
  }

  private static double density(double x) {
    return exp(-x * x / 2) / sqrt(2 * Math.PI);
  }

  @Test
  void blackScholesToThirdOrder() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                      static double cdf(double x) {
                        double term = x;
                        double sum = x;
                        for (int k = 3; k < 200; k += 2) {
                          term *= x * x / k;
                          sum += term;
                        }
                        return 0.5 + sum * density(x);
                      }
                      static double density(double x) {
                        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
                      }
                      @DerivativeOf(value = C.class, method = "cdf")
                      static double cdfDx(@Wrt double x) {
                        return density(x);
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double call(double s, double k, double r, double v, double t) {
                        double d1 = (Math.log(s / k) + (r + v * v / 2) * t) / (v * Math.sqrt(t));
                        double d2 = d1 - v * Math.sqrt(t);
                        return s * cdf(d1) - k * Math.exp(-r * t) * cdf(d2);
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double delta(double s, double k, double r, double v, double t) {
                        return CCall.gradient(s, k, r, v, t).dS();
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double gamma(double s, double k, double r, double v, double t) {
                        return CDelta.gradient(s, k, r, v, t).dS();
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double vega(double s, double k, double r, double v, double t) {
                        return CCall.jvp(s, k, r, v, t, 0, 0, 0, 1, 0).tangent();
                      }
                    }
                    """)
            .orThrow();
    double s = 105;
    double k = 100;
    double r = 0.03;
    double v = 0.25;
    double t = 0.75;
    Object[] at = {s, k, r, v, t};
    double root = v * sqrt(t);
    double d1 = (log(s / k) + (r + v * v / 2) * t) / root;
    double d2 = d1 - root;
    double gamma = density(d1) / (s * root);
    double vega = s * density(d1) * sqrt(t);
    Companion.Holder delta = compiled.companion("p.CDelta").gradient(at);
    near(gamma, delta.partial("s"));
    near(-density(d1) * d2 / v, delta.partial("v"));
    near(density(d1) * sqrt(t) / v, delta.partial("r"));
    Companion.Holder third = compiled.companion("p.CGamma").gradient(at);
    near(gamma, third.value());
    near(-gamma / s * (d1 / root + 1), third.partial("s"));
    near(gamma * (d1 * d2 - 1) / v, third.partial("v"));
    Companion.Holder ultima =
        compiled.companion("p.CVega").hvp(s, k, r, v, t, 0.0, 0.0, 0.0, 1.0, 0.0);
    near(vega * d1 * d2 / v, ultima.value());
    near(-vega / (v * v) * (d1 * d2 * (1 - d1 * d2) + d1 * d1 + d2 * d2), ultima.partial("v"));
  }

  @Test
  void keplersEquationByNewtonSteps() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double residual(double e, double mean, double eccentricity) {
                        return e - eccentricity * Math.sin(e) - mean;
                      }
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double anomaly(double mean, double eccentricity) {
                        double e = mean;
                        for (int k = 0; k < 8; k++) {
                          CResidual.Gradient g = CResidual.gradient(e, mean, eccentricity);
                          e -= g.value() / g.dE();
                        }
                        return e;
                      }
                    }
                    """)
            .orThrow();
    Companion anomaly = compiled.companion("p.CAnomaly");
    double e = 0.4;
    Companion.Holder first = anomaly.gradient(1.1, e);
    double angle = first.value();
    double slope = 1 - e * cos(angle);
    near(1 / slope, first.partial("mean"));
    near(sin(angle) / slope, first.partial("eccentricity"));
    Companion.Holder second = anomaly.hvp(1.1, e, 1.0, 0.0);
    near(-e * sin(angle) / pow(slope, 3), second.partial("mean"));
    near(
        cos(angle) / (slope * slope) - e * sin(angle) * sin(angle) / pow(slope, 3),
        second.partial("eccentricity"));
  }

  @Test
  void sabrVolatilityAwayFromTheMoneyAndAtTheMoney() {
    Compiled compiled =
        CompanionHarness.compile(
                HEAD
                    + """
                      @Differentiable({GRADIENT, JVP, HVP})
                      static double volatility(
                          double f, double k, double a, double b, double rho, double nu, double t) {
                        double mean = Math.pow(f * k, (1 - b) / 2);
                        double term = (1 - b) * (1 - b) * a * a / (24 * mean * mean)
                            + rho * b * nu * a / (4 * mean) + (2 - 3 * rho * rho) * nu * nu / 24;
                        if (f == k) {
                          return a / mean * (1 + term * t);
                        }
                        double l = Math.log(f / k);
                        double c = (1 - b) * (1 - b) * l * l;
                        double z = nu / a * mean * l;
                        double x = Math.log(
                            (Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
                        return a / (mean * (1 + c / 24 + c * c / 1920)) * z / x * (1 + term * t);
                      }
                    }
                    """)
            .orThrow();
    Companion volatility = compiled.companion("p.CVolatility");
    away(volatility, 0.05, 0.06, 0.08, 0.6, -0.3, 0.5, 2);
    away(volatility, 0.05, 0.035, 0.08, 0.6, -0.3, 0.5, 2);
    atTheMoney(volatility, 0.05, 0.08, 0.6, -0.3, 0.5, 2);
  }

  private static double term(double m, double a, double b, double rho, double nu) {
    double skew = rho * b * nu * a / (4 * m);
    return (1 - b) * (1 - b) * a * a / (24 * m * m) + skew + (2 - 3 * rho * rho) * nu * nu / 24;
  }

  private static void away(
      Companion c, double f, double k, double a, double b, double rho, double nu, double t) {
    double m = pow(f * k, (1 - b) / 2);
    double l = log(f / k);
    double q = (1 - b) * (1 - b) * l * l;
    double z = nu / a * m * l;
    double az = a / (m * (1 + q / 24 + q * q / 1920)) * z;
    double root = sqrt(1 - 2 * rho * z + z * z);
    double n = root + z - rho;
    double x = log(n / (1 - rho));
    double n1 = (-z / root - 1) / n;
    double x1 = n1 + 1 / (1 - rho);
    double x2 = -z * z / pow(root, 3) / n - n1 * n1 + 1 / ((1 - rho) * (1 - rho));
    double bt = 1 + term(m, a, b, rho, nu) * t;
    double b1 = t * (b * nu * a / (4 * m) - rho * nu * nu / 4);
    double b2 = -t * nu * nu / 4;
    Companion.Holder first = c.gradient(f, k, a, b, rho, nu, t);
    near(az / x * bt, first.value());
    near(az / x * term(m, a, b, rho, nu), first.partial("t"));
    near(az * (b1 / x - bt * x1 / (x * x)), first.partial("rho"));
    Companion.Holder second = c.hvp(f, k, a, b, rho, nu, t, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    double curved = bt * (2 * x1 * x1 / pow(x, 3) - x2 / (x * x));
    near(az * (curved - 2 * b1 * x1 / (x * x) + b2 / x), second.partial("rho"));
    near(az * (b1 / x - (bt - 1) * x1 / (x * x)) / t, second.partial("t"));
  }

  private static void atTheMoney(
      Companion c, double f, double a, double b, double rho, double nu, double t) {
    double m = pow(f, 1 - b);
    double skew = b * nu * a / (4 * m) - rho * nu * nu / 4;
    Companion.Holder first = c.gradient(f, f, a, b, rho, nu, t);
    near(a / m * (1 + term(m, a, b, rho, nu) * t), first.value());
    near(a / m * term(m, a, b, rho, nu), first.partial("t"));
    near(a / m * skew * t, first.partial("rho"));
    Companion.Holder second = c.hvp(f, f, a, b, rho, nu, t, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    near(-a / m * nu * nu / 4 * t, second.partial("rho"));
    near(a / m * skew, second.partial("t"));
  }
}
