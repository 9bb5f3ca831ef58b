package dev.cotangent.sample;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The upper triangular factor R of the QR decomposition of the rows [1, x₁ − c₁ … xₖ − cₖ, y] of a
 * data set. It holds all that least squares needs to know of the data, in (k+2)² numbers: rows are
 * taken in blocks, each stacked under the R of those before, so that memory does not grow with
 * their number.
 */
final class TriangularFactor {
  private static final int BLOCK = 1024;

  private TriangularFactor() {}

  /** The factor of a data set whose regressors are taken from these centres. */
  static DMatrixRMaj of(DataSet data, double[] centres) {
    int size = data.width() + 2;
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(size + BLOCK, size);
    DMatrixRMaj r = new DMatrixRMaj(size, size);
    DMatrixRMaj stacked = new DMatrixRMaj(size + BLOCK, size);
    for (int start = 0; start < data.rows(); start += BLOCK) {
      int count = Math.min(BLOCK, data.rows() - start);
      stacked.reshape(size + count, size);
      System.arraycopy(r.data, 0, stacked.data, 0, size * size);
      for (int i = 0; i < count; i++) {
        fill(stacked, size + i, data, start + i, centres);
      }
      qr.decompose(stacked);
      qr.getR(r, true);
    }
    return r;
  }

  private static void fill(DMatrixRMaj stacked, int at, DataSet data, int row, double[] centres) {
    stacked.set(at, 0, 1);
    for (int j = 0; j < centres.length; j++) {
      stacked.set(at, j + 1, data.x(row, j) - centres[j]);
    }
    stacked.set(at, centres.length + 1, data.y(row));
  }
}
