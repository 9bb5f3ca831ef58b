package dev.cotangent.sample;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The upper triangular factor R of the QR decomposition of the rows [1, x₁ … xₖ, y] of a data set.
 * It holds all that least squares needs to know of the data, in (k+2)² numbers: rows are taken in
 * blocks, each stacked under the R of those before, so that memory does not grow with their number.
 */
final class TriangularFactor {
  private static final int BLOCK = 1024;

  private TriangularFactor() {}

  static DMatrixRMaj of(DataSet data) {
    int size = data.width() + 2;
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(size + BLOCK, size);
    DMatrixRMaj r = new DMatrixRMaj(size, size);
    DMatrixRMaj stacked = new DMatrixRMaj(size + BLOCK, size);
    for (int start = 0; start < data.rows(); start += BLOCK) {
      int count = Math.min(BLOCK, data.rows() - start);
      stacked.reshape(size + count, size);
      System.arraycopy(r.data, 0, stacked.data, 0, size * size);
      for (int i = 0; i < count; i++) {
        fill(stacked.data, (size + i) * size, data, start + i);
      }
      qr.decompose(stacked);
      qr.getR(r, true);
    }
    return r;
  }

  private static void fill(double[] into, int at, DataSet data, int row) {
    int width = data.width();
    into[at] = 1;
    System.arraycopy(data.x(), row * width, into, at + 1, width);
    into[at + width + 1] = data.y(row);
  }
}
