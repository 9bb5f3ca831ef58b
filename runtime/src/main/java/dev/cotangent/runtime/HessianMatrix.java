package dev.cotangent.runtime;

/**
 * The matrix of second partials over flattened parameters, kept in a holder from call to call. It
 * is written row by row, of each row all entries; {@link #mirror} then takes those below the
 * diagonal from above it, so that the matrix is symmetric to the last bit.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class HessianMatrix {
  private final Layout layout;
  private double[][] rows = {};

  /** A matrix without rows, of parameters that are laid out so. */
  public HessianMatrix(Layout layout) {
    this.layout = layout;
  }

  /** Makes room for the layout's dimension; what is there is overwritten. */
  public void prepare() {
    int dimension = layout.dimension();
    if (rows.length != dimension) {
      rows = new double[dimension][dimension];
    }
  }

  /** Writes an entry in the column of a number; nothing beyond the last row. */
  public void put(int row, int parameter, double entry) {
    if (row < rows.length && layout.size(parameter) > 0) {
      rows[row][layout.start(parameter)] = entry;
    }
  }

  /** Writes the entries in the columns of an array; nothing beyond the last row. */
  public void put(int row, int parameter, Partials<?, ?> entries) {
    if (row < rows.length) {
      entries.writeTo(rows[row], layout.start(parameter));
    }
  }

  /** Makes the lower triangle what the upper one is. */
  public void mirror() {
    for (int i = 1; i < rows.length; i++) {
      double[] row = rows[i];
      for (int j = 0; j < i; j++) {
        row[j] = rows[j][i];
      }
    }
  }

  /** The rows, the same ones until the dimension changes. */
  public double[][] array() {
    return rows;
  }
}
