package dev.cotangent.benchmarks.measure;

import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;

/** Small kernels over any field, as Hipparchus wants them. */
final class Generic {
  private Generic() {}

  static <T extends CalculusFieldElement<T>> T regression(T w, T b, double[] x, double[] y) {
    T sum = w.getField().getZero();
    for (int i = 0; i < x.length; i++) {
      T e = b.add(w.multiply(x[i])).subtract(y[i]);
      sum = sum.add(e.multiply(e));
    }
    return sum.divide(x.length);
  }

  static <T extends CalculusFieldElement<T>> T rosenbrock(T[] x) {
    T sum = x[0].getField().getZero();
    for (int i = 0; i < x.length - 1; i++) {
      T a = x[i + 1].subtract(x[i].multiply(x[i]));
      T b = x[i].negate().add(1);
      sum = sum.add(a.multiply(100).multiply(a)).add(b.multiply(b));
    }
    return sum;
  }

  static <T extends CalculusFieldElement<T>> T call(
      T spot, T rate, T volatility, T years, double strike) {
    T deviation = volatility.multiply(years.sqrt());
    T drift = rate.add(volatility.multiply(volatility).divide(2));
    T d1 = spot.divide(strike).log().add(drift.multiply(years)).divide(deviation);
    T d2 = d1.subtract(deviation);
    T discount = rate.negate().multiply(years).exp();
    return spot.multiply(normal(d1)).subtract(discount.multiply(strike).multiply(normal(d2)));
  }

  private static <T extends CalculusFieldElement<T>> T normal(T x) {
    T t = x.abs().multiply(0.2316419).add(1).reciprocal();
    T polynomial = t.multiply(1.330274429).add(-1.821255978);
    polynomial = t.multiply(polynomial).add(1.781477937);
    polynomial = t.multiply(polynomial).add(-0.356563782);
    polynomial = t.multiply(t.multiply(polynomial).add(0.319381530));
    T density = x.multiply(x).divide(-2).exp().divide(Math.sqrt(2 * Math.PI));
    T tail = density.multiply(polynomial);
    return x.getReal() > 0 ? tail.negate().add(1) : tail;
  }

  static <T extends CalculusFieldElement<T>> T lotkaVolterra(T[] rates, double time, int steps) {
    double h = time / steps;
    T prey = rates[0].getField().getOne();
    T predators = prey.multiply(0.5);
    for (int i = 0; i < steps; i++) {
      T p1 = preySlope(rates, prey, predators);
      T q1 = predatorSlope(rates, prey, predators);
      T x2 = prey.add(p1.multiply(h / 2));
      T y2 = predators.add(q1.multiply(h / 2));
      T p2 = preySlope(rates, x2, y2);
      T q2 = predatorSlope(rates, x2, y2);
      T x3 = prey.add(p2.multiply(h / 2));
      T y3 = predators.add(q2.multiply(h / 2));
      T p3 = preySlope(rates, x3, y3);
      T q3 = predatorSlope(rates, x3, y3);
      T x4 = prey.add(p3.multiply(h));
      T y4 = predators.add(q3.multiply(h));
      T p4 = preySlope(rates, x4, y4);
      T q4 = predatorSlope(rates, x4, y4);
      prey = prey.add(p1.add(p2.multiply(2)).add(p3.multiply(2)).add(p4).multiply(h / 6));
      predators = predators.add(q1.add(q2.multiply(2)).add(q3.multiply(2)).add(q4).multiply(h / 6));
    }
    T p = prey.subtract(1);
    T q = predators.subtract(1);
    return p.multiply(p).add(q.multiply(q));
  }

  private static <T extends CalculusFieldElement<T>> T preySlope(T[] rates, T prey, T predators) {
    return prey.multiply(rates[0].subtract(rates[1].multiply(predators)));
  }

  private static <T extends CalculusFieldElement<T>> T predatorSlope(
      T[] rates, T prey, T predators) {
    return predators.multiply(rates[2].multiply(prey).subtract(rates[3]));
  }

  static <T extends CalculusFieldElement<T>> T squares(T[] x) {
    T sum = x[0].getField().getZero();
    for (T v : x) {
      sum = sum.add(v.multiply(v));
    }
    return sum;
  }

  /** The forcing behind the places. */
  static <T extends CalculusFieldElement<T>> T lorenz(T[] startAndForcing, double h, int steps) {
    int n = startAndForcing.length - 1;
    T[] y = Arrays.copyOf(startAndForcing, n);
    T forcing = startAndForcing[n];
    for (int step = 0; step < steps; step++) {
      T[] k1 = slope(y, forcing);
      T[] k2 = slope(moved(y, h / 2, k1), forcing);
      T[] k3 = slope(moved(y, h / 2, k2), forcing);
      T[] k4 = slope(moved(y, h, k3), forcing);
      for (int i = 0; i < n; i++) {
        T sum = k1[i].add(k2[i].multiply(2)).add(k3[i].multiply(2)).add(k4[i]);
        y[i] = y[i].add(sum.multiply(h / 6));
      }
    }
    return squares(y).divide(2);
  }

  private static <T extends CalculusFieldElement<T>> T[] slope(T[] y, T forcing) {
    int n = y.length;
    T[] slope = y.clone();
    for (int i = 0; i < n; i++) {
      T across = y[(i + 1) % n].subtract(y[(i + n - 2) % n]);
      slope[i] = across.multiply(y[(i + n - 1) % n]).subtract(y[i]).add(forcing);
    }
    return slope;
  }

  private static <T extends CalculusFieldElement<T>> T[] moved(T[] y, double h, T[] slope) {
    T[] moved = y.clone();
    for (int i = 0; i < y.length; i++) {
      moved[i] = y[i].add(slope[i].multiply(h));
    }
    return moved;
  }
}
