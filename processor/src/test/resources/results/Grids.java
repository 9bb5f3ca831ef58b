package results;

import static dev.cotangent.Derivative.JACOBIAN;
import static dev.cotangent.Derivative.JVP;
import static dev.cotangent.Derivative.VJP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;

/** Methods that return arrays of arrays: rectangular and ragged, with shared and missing rows. */
final class Grids {
  private Grids() {}

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"-3..3"})
  static double[][] rotation(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[][] {{c, -s}, {s, c}};
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[[2*-1..1] [2*-1..1] [2*-1..1]] [[3*-1..1] [3*-1..1]]", "[] [[1]]"})
  static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[4*-1..1]", "[]"})
  static double[][] triangle(double[] x) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = new double[i];
      for (int j = 0; j < i; j++) {
        rows[i][j] = x[i] * x[j];
      }
    }
    return rows;
  }

  /** The rows are the argument's own, in another order; one is missing and one is there twice. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[[2*-1..1] [3*-1..1]]"})
  static double[][] dealt(double[][] x) {
    return new double[][] {x[1], null, x[0], x[1]};
  }

  /** The argument itself with a row exchanged, and a row overwritten. */
  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[[2*-1..1] [2*-1..1] [1 2]] 0.5..2"})
  static double[][] exchanged(double[][] x, double a) {
    double[] first = x[0];
    x[0] = x[1];
    x[1] = first;
    x[1][0] = a * x[0][1];
    return x;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At(value = {"[[2*-1..1] [1*-1..1]]"}, differences = 2e-3)
  static float[][] floats(float[][] x) {
    float[][] y = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i].clone();
      y[i][0] = x[i][0] * x[0][0];
    }
    return y;
  }

  @Differentiable({JVP, VJP, JACOBIAN})
  @At({"[2*-1..1] 3"})
  static double[][][] cube(double[] x, int n) {
    double[][][] y = new double[n][n][x.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        y[i][j][j % x.length] = x[0] * x[1] * (i + j);
      }
    }
    return y;
  }
}
