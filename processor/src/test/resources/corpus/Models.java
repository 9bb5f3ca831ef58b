package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** What people differentiate: models, simulations, objectives, small. */
final class Models {
  private Models() {}

  /** The fourth-order Runge–Kutta method for a damped pendulum. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.3..1 -0.5..0.5 0.1..0.3 10", "1 0 0.1 0"})
  static double pendulum(double angle, double speed, double damping, int steps) {
    double h = 0.1;
    for (int i = 0; i < steps; i++) {
      double a1 = acceleration(angle, speed, damping);
      double v2 = speed + h / 2 * a1;
      double a2 = acceleration(angle + h / 2 * speed, v2, damping);
      double v3 = speed + h / 2 * a2;
      double a3 = acceleration(angle + h / 2 * v2, v3, damping);
      double v4 = speed + h * a3;
      double a4 = acceleration(angle + h * v3, v4, damping);
      angle += h / 6 * (speed + 2 * v2 + 2 * v3 + v4);
      speed += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
    }
    return 0.5 * speed * speed - Constants.GRAVITY * Math.cos(angle);
  }

  private static double acceleration(double angle, double speed, double damping) {
    return -Constants.GRAVITY * Math.sin(angle) - damping * speed;
  }

  /** Runge–Kutta on arrays: predator and prey. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[0.5..1 1..2] [1 0.5 0.7 1.1] 8", "[1 1] [1 1 1 1] 0"})
  static double lotkaVolterra(double[] start, double[] rates, int steps) {
    double[] y = start.clone();
    double[] k1 = new double[2];
    double[] k2 = new double[2];
    double[] middle = new double[2];
    for (int i = 0; i < steps; i++) {
      populations(y, rates, k1);
      for (int j = 0; j < 2; j++) {
        middle[j] = y[j] + 0.05 * k1[j];
      }
      populations(middle, rates, k2);
      for (int j = 0; j < 2; j++) {
        y[j] += 0.1 * k2[j];
      }
    }
    return y[0] * y[0] + y[1];
  }

  private static void populations(double[] y, double[] rates, double[] change) {
    change[0] = rates[0] * y[0] - rates[1] * y[0] * y[1];
    change[1] = rates[2] * y[0] * y[1] - rates[3] * y[1];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..9 6", "2 0"})
  static double newton(double a, int steps) {
    double x = 1 + a / 4;
    for (int i = 0; i < steps; i++) {
      x -= (x * x * x - a) / (3 * x * x);
    }
    return x;
  }

  /** Kepler's equation by a fixed number of Newton's steps. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.5..2.5 0.1..0.7", "1 0"})
  static double kepler(double meanAnomaly, double eccentricity) {
    double anomaly = meanAnomaly + eccentricity * Math.sin(meanAnomaly);
    for (int i = 0; i < 8; i++) {
      double residual = anomaly - eccentricity * Math.sin(anomaly) - meanAnomaly;
      anomaly -= residual / (1 - eccentricity * Math.cos(anomaly));
    }
    double factor = Math.sqrt((1 + eccentricity) / (1 - eccentricity));
    return 2 * Math.atan(factor * Math.tan(anomaly / 2));
  }

  /** Softmax regression: classes × features weights, row by row. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = "weights")
  @At({"[6*-1..1] [8*-1..1] [0 2 1 2] 3 2", "[2*-1..1] [3*-1..1] [0 0 1] 2 1"})
  static double softmaxRegression(
      double[] weights, double[] x, int[] label, int classes, int features) {
    double loss = 0;
    double[] score = new double[classes];
    for (int i = 0; i < label.length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        double dot = 0;
        for (int j = 0; j < features; j++) {
          dot += weights[c * features + j] * x[i * features + j];
        }
        score[c] = dot;
        largest = Math.max(largest, dot);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(score[c] - largest);
      }
      loss += Math.log(sum) + largest - score[label[i]];
    }
    return loss / label.length;
  }

  /** A network of two layers for one sample. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[6*-1..1] [3*-1..1] [3*-1..1] -1..1 [2*-1..1] 0.5", "[1] [2] [3] 4 [0.1] 1"})
  static double network(
      double[] w1, double[] b1, double[] w2, double b2, double[] x, double target) {
    int hidden = b1.length;
    double[] h = new double[hidden];
    for (int i = 0; i < hidden; i++) {
      double z = b1[i];
      for (int j = 0; j < x.length; j++) {
        z += w1[i * x.length + j] * x[j];
      }
      h[i] = Math.tanh(z);
    }
    double out = b2;
    for (int i = 0; i < hidden; i++) {
      out += w2[i] * h[i];
    }
    double error = out - target;
    return 0.5 * error * error;
  }

  /** The distribution function of the normal distribution, by a polynomial in t. */
  private static double normal(double x) {
    double z = Math.abs(x) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * z);
    double p =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double erf = 1 - p * Math.exp(-z * z);
    return x < 0 ? 0.5 * (1 - erf) : 0.5 * (1 + erf);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"100 90 0.2 0.03 1.5", "80..120 85..110 0.1..0.4 0.01..0.05 0.5..2"})
  static double blackScholes(double spot, double strike, double sigma, double rate, double years) {
    double spread = sigma * Math.sqrt(years);
    double d1 = (Math.log(spot / strike) + (rate + sigma * sigma / 2) * years) / spread;
    double d2 = d1 - spread;
    return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d2);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[-1.2 1] => [-215.6 -88]", "[4*-1..1]", "[1 1 1] => [0 0 0]", "[5]", "[]"})
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double slope = 1 - x[i];
      sum += 100 * valley * valley + slope * slope;
    }
    return sum;
  }

  /** The log-likelihood of a mixture of one-dimensional Gaussians. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = {"alpha", "mean", "logSigma"})
  @At({"[3*-1..1] [3*-2..2] [3*-0.5..0.5] [5*-2..2]", "[0] [0.5] [0.1] [1 2]"})
  static double gaussianMixture(double[] alpha, double[] mean, double[] logSigma, double[] x) {
    int k = alpha.length;
    double total = 0;
    double[] term = new double[k];
    for (double v : x) {
      for (int c = 0; c < k; c++) {
        double z = (v - mean[c]) * Math.exp(-logSigma[c]);
        term[c] = alpha[c] - logSigma[c] - 0.5 * z * z;
      }
      total += logSumExp(term);
    }
    return total - x.length * logSumExp(alpha) - x.length * 0.5 * Math.log(2 * Math.PI);
  }

  private static double logSumExp(double[] x) {
    double largest = x[0];
    for (double v : x) {
      if (v > largest) {
        largest = v;
      }
    }
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - largest);
    }
    return largest + Math.log(sum);
  }

  /** Each point's distance to the nearest centre, in the plane. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[8*-1..1] [4*-1..1]", "[1 2] [3 4]"})
  static double kMeans(double[] points, double[] centres) {
    double cost = 0;
    for (int i = 0; i < points.length; i += 2) {
      double nearest = Double.MAX_VALUE;
      for (int c = 0; c < centres.length; c += 2) {
        double dx = points[i] - centres[c];
        double dy = points[i + 1] - centres[c + 1];
        nearest = Math.min(nearest, dx * dx + dy * dy);
      }
      cost += nearest;
    }
    return cost;
  }

  /** The heat equation on a rod, explicit steps; how far the end is from a measurement. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.2..0.4 [5*0..1] 0.3 6", "0.3 [1 2 3] 1 0"})
  static double heat(double conductivity, double[] start, double measured, int steps) {
    int n = start.length;
    double[] now = start.clone();
    double[] next = start.clone();
    for (int k = 0; k < steps; k++) {
      for (int i = 1; i < n - 1; i++) {
        next[i] = now[i] + conductivity * (now[i - 1] - 2 * now[i] + now[i + 1]);
      }
      double[] t = now;
      now = next;
      next = t;
    }
    double misfit = now[n / 2] - measured;
    return misfit * misfit;
  }

  /** A planar arm: how far its hand is from a target. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[3*-1..1] [3*0.5..1] 1 0.5", "[0.3] [1] 2 2"})
  static double arm(double[] angle, double[] length, double targetX, double targetY) {
    double x = 0;
    double y = 0;
    double total = 0;
    for (int i = 0; i < angle.length; i++) {
      total += angle[i];
      x += length[i] * Math.cos(total);
      y += length[i] * Math.sin(total);
    }
    return Math.hypot(x - targetX, y - targetY);
  }

  /** The energy of a small Lennard-Jones cluster, coordinates in triples. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[0 0 0 1.1 0.1 0 0.2 1.2 0.1]", "[0 0 0 1.2 0 0.3]"})
  static double lennardJones(double[] position) {
    double energy = 0;
    for (int i = 0; i < position.length; i += 3) {
      for (int j = 0; j < i; j += 3) {
        double squared = 0;
        for (int k = 0; k < 3; k++) {
          double d = position[i + k] - position[j + k];
          squared += d * d;
        }
        double s6 = 1 / (squared * squared * squared);
        energy += 4 * (s6 * s6 - s6);
      }
    }
    return energy;
  }

  /** Exponential smoothing and its one-step-ahead errors. */
  @Differentiable(
      value = {GRADIENT, JVP, HVP},
      wrt = {"alpha", "trend"})
  @At({"0.2..0.8 -0.1..0.1 [6*0..2]", "0.5 0.1 [1]"})
  static double smoothing(double alpha, double trend, double[] series) {
    double level = series[0];
    double sum = 0;
    for (int t = 1; t < series.length; t++) {
      double error = series[t] - level - trend;
      sum += error * error;
      level = level + trend + alpha * error;
    }
    return sum;
  }

  /** The forward algorithm of a hidden Markov model with two states, scaled at each step. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"0.6..0.9 0.6..0.9 [0.2 0.7] [0 1 1 0 1]", "0.5 0.5 [0.5 0.4] []"})
  static double hiddenMarkov(double stay0, double stay1, double[] emission, int[] observed) {
    double p0 = 0.5;
    double p1 = 0.5;
    double logLikelihood = 0;
    for (int o : observed) {
      double e0 = o == 1 ? emission[0] : 1 - emission[0];
      double e1 = o == 1 ? emission[1] : 1 - emission[1];
      double q0 = (p0 * stay0 + p1 * (1 - stay1)) * e0;
      double q1 = (p0 * (1 - stay0) + p1 * stay1) * e1;
      double scale = q0 + q1;
      logLikelihood += Math.log(scale);
      p0 = q0 / scale;
      p1 = q1 / scale;
    }
    return logLikelihood;
  }

  /** Gauss–Legendre quadrature of five nodes. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"-1..0 0.5..2 0.5..1.5", "0 0 1"})
  static double quadrature(double from, double to, double k) {
    double[] node = {0, 0.5384693101056831, 0.906179845938664};
    double[] weight = {0.5688888888888889, 0.4786286704993665, 0.2369268850561891};
    double centre = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double sum = weight[0] * Math.exp(-k * centre * centre);
    for (int i = 1; i < node.length; i++) {
      double right = centre + half * node[i];
      double left = centre - half * node[i];
      sum += weight[i] * (Math.exp(-k * right * right) + Math.exp(-k * left * left));
    }
    return half * sum;
  }

  /** A linear system by elimination with pivots; the logarithm of its solution's length. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At({"[9*-1..1] [3*-1..1]", "[2 1 1 3] [1 2]"})
  static double solve(double[] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
          pivot = i;
        }
      }
      for (int j = 0; j < n; j++) {
        double t = a[k * n + j];
        a[k * n + j] = a[pivot * n + j];
        a[pivot * n + j] = t;
      }
      double t = b[k];
      b[k] = b[pivot];
      b[pivot] = t;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i * n + k] / a[k * n + k];
        for (int j = k; j < n; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
        b[i] -= factor * b[k];
      }
    }
    double squares = 0;
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        b[i] -= a[i * n + j] * b[j];
      }
      b[i] /= a[i * n + i];
      squares += b[i] * b[i];
    }
    return 0.5 * Math.log(squares);
  }
}
