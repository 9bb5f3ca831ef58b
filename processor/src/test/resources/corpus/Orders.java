package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Java's order of evaluation: side effects inside expressions, shadowing, unusual statements. */
final class Orders {
  static final double scale = 3;
  static int shadowed = 5;

  private Orders() {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 1..2", "0.5 -0.5"})
  static double assignmentsInside(double x, double y) {
    double a, b = x, c = b * y;
    double r = (a = x * y) + (b += a) * (c = b - a) + a;
    a = b = c = r * x;
    return a * b + c * (c += 1) - (b = -b) + b;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[5*-1..1]", "[1 2 3 4 5]"})
  static double incrementsInside(double[] x) {
    int i = 0;
    double r = x[i++] * x[i++] + x[i--] / (2 + x[i] * x[i]);
    x[i] = x[++i] * (i = i + 1) + i;
    x[i++] += x[i] * i--;
    x[i] *= ++x[i] - x[i - 1]--;
    r += x[i] + x[i - 1] + x[i + 1] * -i;
    return r + x[i = 0] * i;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 1..2 1", "0.5 -0.5 0", "2 1 3"})
  static double conditionsWithEffects(double x, double y, int n) {
    double t = x;
    int k = n;
    if ((t += y) > 1 && (t *= x) < 2 || k++ == 1 && (t = t - y) > 0) {
      t = k > 1 ? (t += x) * t : (k = 7) * (y = y * y);
    }
    boolean both = (t = t * 2) > 0 & (k += 2) > 3;
    boolean either = t > 0 | (t += 0.1) > 0;
    return (both ? t : -t) + (either ? y++ + y : y-- - y) + k * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 4", "0.5 0"})
  static double shadowing(double x, int n) {
    double scale = x * 2;
    {
      double t = scale * x;
      x = t;
    }
    {
      double t = x + 1;
      int shadowed = 2;
      x = t * shadowed;
    }
    for (int i = 0; i < n; i++) {
      double t = i * x;
      x += t * Orders.scale * 0.01;
    }
    for (double i = 0, t = 1; i < 3; i++, t *= 2) {
      ;
      x += t * i;
    }
    ;
    {
    }
    return x * scale;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 4", "0.5 0", "0.7 1"})
  static double oddLoops(double x, int n) {
    double s = 0, p = 1;
    int j;
    for (int i = 0, k = n; i < k; i++, k--, s += x) {
      p *= x + k;
    }
    for (j = 0; j < n; ) {
      s += p * j++;
    }
    for (; j > 0; j--) ;
    for (int i = n; i-- > 0; ) {
      s += x * i;
    }
    for (int i = 0; i < n && s < 10; i++) s = s * x + i;
    while (j++ < n) p += x / j;
    do s += 0.5 * p;
    while (--j > 0);
    for (final double v : new double[] {x, x * x, p}) s += v;
    return s * p + j;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 3", "0.5 0"})
  static double indexModifiedInBody(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s = s * x + i;
      if (s > 0.2) i++;
    }
    int stop = n;
    for (int i = 0; i < stop; i++) {
      s += x * i;
      if (i == 1) stop--;
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..1 3", "0.5 0"})
  static double callsInOrder(double x, int n) {
    double[] log = {x, 1, 0};
    double r = next(log) - next(log) * next(log);
    r += log[0] > 0 ? next(log) : -next(log);
    log[(int) log[2] % 3] += next(log) * r;
    return r + log[0] + log[1] * (log[1] = next(log));
  }

  private static double next(double[] log) {
    log[2]++;
    return log[0] = log[0] * 1.5 + log[1]++;
  }
}
