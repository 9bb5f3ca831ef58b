package dev.cotangent.sample;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The closed-form solution of the regression by QR decomposition, and the curvature of the cost:
 * the witness that gradient descent is held against, and what its rate is chosen by. Regressors are
 * taken from their means, which keeps the digits of those that vary little.
 */
final class LeastSquares {
  /** A column is dependent when less than this part of it lies outside the columns before it. */
  private static final double DEPENDENT = 1e-10;

  private final DataSet data;
  private final double[] means;

  /** The factor R of [1, x₁ − mean … xₖ − mean, y]. */
  private final DMatrixRMaj factor;

  private LeastSquares(DataSet data) {
    this.data = data;
    this.means = new double[data.width()];
    for (int j = 0; j < means.length; j++) {
      means[j] = ColumnStatistics.ofFeature(data, j).mean();
    }
    this.factor = TriangularFactor.of(data, means);
  }

  static LeastSquares of(DataSet data) {
    return new LeastSquares(data);
  }

  /** Refuses regressors one of which is a combination of the others: no solution is unique. */
  LeastSquares requireIndependent() throws Refusal {
    for (int j = 1; j <= data.width(); j++) {
      DMatrixRMaj column = CommonOps_DDRM.extract(factor, 0, j + 1, j, j + 1);
      if (Math.abs(factor.get(j, j)) <= DEPENDENT * NormOps_DDRM.normF(column)) {
        throw Refusal.unusable(
            "%s, column %s: a combination of the columns before it, so that no solution is unique"
                .formatted(data.source(), OneLine.quote(data.features().get(j - 1).name())));
      }
    }
    return this;
  }

  /** The parameters at the minimum of the cost. */
  Parameters solution() {
    int last = factor.numCols - 1;
    double[] solved = new double[last];
    for (int i = last - 1; i >= 0; i--) {
      double rest = factor.get(i, last);
      for (int j = i + 1; j < last; j++) {
        rest -= factor.get(i, j) * solved[j];
      }
      solved[i] = rest / factor.get(i, i);
    }
    double[] values = new double[last];
    values[last - 1] = solved[0];
    for (int j = 0; j < means.length; j++) {
      values[j] = solved[j + 1];
      values[last - 1] -= values[j] * means[j];
    }
    return new Parameters(values);
  }

  /** The mean squared error at the solution. */
  double cost() {
    double residual = factor.get(factor.numCols - 1, factor.numCols - 1);
    return residual * residual / data.rows();
  }

  /** The extreme eigenvalues of the Hessian of the cost, 2/m·[1 x]ᵀ[1 x]. */
  Curvature curvature() {
    int last = factor.numCols - 1;
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(last, last, false, false, true);
    svd.decompose(uncentred());
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double singular : svd.getSingularValues()) {
      largest = Math.max(largest, singular);
      smallest = Math.min(smallest, singular);
    }
    double scale = 2.0 / data.rows();
    return new Curvature(scale * smallest * smallest, scale * largest * largest);
  }

  /**
   * The factor of [1 x], x as it is: adding means·1 to the columns adds R's first column to them.
   */
  private DMatrixRMaj uncentred() {
    int last = factor.numCols - 1;
    DMatrixRMaj r = CommonOps_DDRM.extract(factor, 0, last, 0, last);
    for (int j = 0; j < means.length; j++) {
      r.add(0, j + 1, means[j] * r.get(0, 0));
    }
    return r;
  }
}
