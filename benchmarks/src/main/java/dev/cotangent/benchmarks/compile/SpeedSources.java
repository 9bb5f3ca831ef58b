package dev.cotangent.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources to compile, of any number of methods: ten in a file, as people write them. */
final class SpeedSources {
  private static final int IN_A_FILE = 10;

  private static final String FILE =
      """
      package speed;

      import dev.cotangent.Differentiable;

      final class Model%d {
        private Model%<d() {}

        @Differentiable
        static double bell(double x, double width) {
          double z = x / width;
          return Math.exp(-z * z);
        }

        @Differentiable(wrt = {"w", "b"})
        static double regression(double w, double b, double[] x, double[] y) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double e = b + x[i] * w - y[i];
            sum += e * e;
          }
          return sum / x.length;
        }

        @Differentiable
        static double rosenbrock(double[] x) {
          double sum = 0;
          for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
          }
          return sum;
        }

        @Differentiable
        static double logSumExp(double[] x) {
          double max = Double.NEGATIVE_INFINITY;
          for (double v : x) {
            max = Math.max(max, v);
          }
          double sum = 0;
          for (double v : x) {
            sum += Math.exp(v - max);
          }
          return max + Math.log(sum);
        }

        @Differentiable(wrt = {"first", "second"})
        static double network(double[][] first, double[] second, double[] x, double y) {
          double out = 0;
          for (int j = 0; j < second.length; j++) {
            double h = 0;
            for (int i = 0; i < x.length; i++) {
              h += first[j][i] * x[i];
            }
            out += second[j] * Math.tanh(h);
          }
          double e = out - y;
          return e * e;
        }

        @Differentiable
        static double relaxation(double[] u, double k) {
          for (int i = 1; i < u.length - 1; i++) {
            u[i] = 0.5 * (u[i - 1] + u[i + 1]) + k * Math.sin(u[i]);
          }
          double sum = 0;
          for (double v : u) {
            sum += v * v;
          }
          return sum;
        }

        @Differentiable
        static double root(double a) {
          double x = a;
          while (Math.abs(x * x - a) > 1e-12) {
            x = 0.5 * (x + a / x);
          }
          return x;
        }

        @Differentiable(wrt = "w")
        static double hinge(double[] w, double[][] x, int[] label) {
          double sum = 0;
          for (int r = 0; r < x.length; r++) {
            double margin = 1 - label[r] * dot(w, x[r]);
            if (margin > 0) {
              sum += margin;
            }
          }
          return sum / x.length;
        }

        @Differentiable
        static double logistic(double rate, double start, int steps) {
          double x = start;
          for (int i = 0; i < steps; i++) {
            x = rate * x * (1 - x);
          }
          return x;
        }

        @Differentiable
        static double polynomial(double[] c, double x) {
          double p = 0;
          for (int i = c.length - 1; i >= 0; i--) {
            p = p * x + c[i];
          }
          return p;
        }

        private static double dot(double[] a, double[] b) {
          double sum = 0;
          for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
          }
          return sum;
        }
      }
      """;

  private SpeedSources() {}

  /** Writes files with that number of methods, a multiple of ten. */
  static List<Path> write(Path folder, int methods) {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < methods / IN_A_FILE; i++) {
        Path file = folder.resolve("Model" + i + ".java");
        written.add(Files.writeString(file, FILE.formatted(i)));
      }
      return written;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
