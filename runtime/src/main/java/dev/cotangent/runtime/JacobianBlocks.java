package dev.cotangent.runtime;

import dev.cotangent.Sweep;

/**
 * The partials of all elements of a method's results, one matrix for each parameter, kept in a
 * holder from call to call: a row for each element of the results (arrays of arrays row by row), a
 * column for each coordinate of the parameter. It is written by columns or by rows, of each all
 * entries. Instead of columns there may be derivatives along directions that the caller gives.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class JacobianBlocks {
  /** What a run along several directions costs, in reverse sweeps. */
  private static final int SEVERAL = 2;

  /** As many lanes more of such a run cost one more reverse sweep. */
  private static final int LANES_AT_ONCE = 4;

  private final Layout inputs;
  private final Layout results;
  private final Sweep sweep;
  private final int[] firstInputs;
  private final double[][][] blocks;
  private final DirectionalDerivatives derivatives = new DirectionalDerivatives();
  private boolean along;

  /**
   * Blocks without entries.
   *
   * @param inputs where the method's inputs stand in one vector
   * @param results where the elements of the results do
   * @param sweep how the blocks are to be filled
   * @param firstInputs the number of the first input of each parameter
   */
  public JacobianBlocks(Layout inputs, Layout results, Sweep sweep, int... firstInputs) {
    this.inputs = inputs;
    this.results = results;
    this.sweep = sweep;
    this.firstInputs = firstInputs;
    this.blocks = new double[firstInputs.length][][];
  }

  /** Makes room; what is there is overwritten. */
  public void prepare() {
    along = false;
    int rows = results.dimension();
    for (int b = 0; b < blocks.length; b++) {
      int columns = end(b) - start(b);
      double[][] block = blocks[b];
      boolean fits =
          block != null && block.length == rows && (rows == 0 || block[0].length == columns);
      if (!fits) {
        blocks[b] = new double[rows][columns];
      }
    }
  }

  /** Makes room for derivatives along so many directions, which come instead of columns. */
  public void prepare(int directions) {
    along = true;
    derivatives.prepare(directions, results.dimension());
  }

  /**
   * Whether the blocks are to be written by columns.
   *
   * @param width how many columns are written at once
   */
  public boolean byColumns(int width) {
    long runs = ((long) inputs.dimension() + width - 1) / width;
    long cost = width == 1 ? runs : SEVERAL * runs;
    return sweep == Sweep.CHEAPEST ? cost <= results.dimension() : sweep == Sweep.FORWARD;
  }

  /** The same where a run writes as many columns as {@link Layout#lanes} says. */
  public boolean byLanes() {
    int lanes = inputs.lanes();
    long runs = lanes == 0 ? 0 : (inputs.dimension() + lanes - 1L) / lanes;
    long cost = runs * (SEVERAL + lanes / LANES_AT_ONCE);
    return sweep == Sweep.CHEAPEST ? cost <= results.dimension() : sweep == Sweep.FORWARD;
  }

  private int start(int block) {
    return inputs.start(firstInputs[block]);
  }

  private int end(int block) {
    return block + 1 < blocks.length ? start(block + 1) : inputs.dimension();
  }

  private int blockOf(int coordinate) {
    int block = 0;
    while (coordinate >= end(block)) {
      block++;
    }
    return block;
  }

  private int blockOfInput(int input) {
    int block = blocks.length - 1;
    while (firstInputs[block] > input) {
      block--;
    }
    return block;
  }

  /** Writes the entry of a row in the column of a number; nothing beyond the last row. */
  public void put(int row, int input, double entry) {
    if (inputs.size(input) > 0 && row < results.dimension()) {
      int block = blockOfInput(input);
      blocks[block][row][inputs.start(input) - start(block)] = entry;
    }
  }

  /** Writes the entries of a row in the columns of an array; nothing beyond the last row. */
  public void put(int row, int input, Partials<?, ?> entries) {
    if (row < results.dimension()) {
      int block = blockOfInput(input);
      entries.writeTo(blocks[block][row], inputs.start(input) - start(block));
    }
  }

  /** Writes the entry of a column in the row of a number; nothing beyond the last column. */
  public void putColumn(int column, int result, double entry) {
    if (along) {
      derivatives.put(column, results.start(result), entry);
    } else if (column < inputs.dimension()) {
      int block = blockOf(column);
      blocks[block][results.start(result)][column - start(block)] = entry;
    }
  }

  /**
   * Writes the entries of a column in the rows of an array; nothing beyond the last column.
   *
   * @param entries arrays of the result's shape, or longer; null for zeros
   * @param like the result
   */
  public void putColumn(int column, int result, Object entries, Object like) {
    if (along) {
      derivatives.put(column, results.start(result), entries, like);
    } else if (column < inputs.dimension()) {
      int block = blockOf(column);
      fill(blocks[block], column - start(block), results.start(result), entries, like);
    }
  }

  /**
   * Writes several entries of the row of a number; nothing beyond the last column.
   *
   * @param first the column of the first entry
   * @param count how many there are
   */
  public void putColumns(int first, int count, int result, double[] entries) {
    putLanes(first, count, results.start(result), entries);
  }

  /**
   * Writes several columns in the rows of an array; nothing beyond the last column.
   *
   * @param entries arrays of the result's shape, or longer, of rows of entries; null for zeros
   * @param like the result
   */
  public void putColumns(int first, int count, int result, Object[] entries, Object like) {
    fillLanes(first, count, results.start(result), entries, like);
  }

  private int fillLanes(int first, int count, int row, Object[] entries, Object like) {
    int next = row;
    if (like instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        Object[] nested = entries == null ? null : (Object[]) entries[i];
        next = fillLanes(first, count, next, nested, rows[i]);
      }
      return next;
    }
    int length = lengthOf(like);
    for (int i = 0; i < length; i++) {
      putLanes(first, count, next++, entries == null ? null : (double[]) entries[i]);
    }
    return next;
  }

  private void putLanes(int first, int count, int row, double[] entries) {
    for (int b = 0; b < blocks.length; b++) {
      int from = Math.max(first, start(b));
      int to = Math.min(first + count, end(b));
      for (int column = from; column < to; column++) {
        blocks[b][row][column - start(b)] = entries == null ? 0 : entries[column - first];
      }
    }
  }

  /** How many numbers an array has; none if it is null. */
  static int lengthOf(Object numbers) {
    if (numbers == null) {
      return 0;
    }
    return numbers instanceof double[] doubles ? doubles.length : ((float[]) numbers).length;
  }

  /** Writes what is in the shape of {@code like}; gives the row behind it. */
  private static int fill(double[][] block, int column, int row, Object entries, Object like) {
    int next = row;
    if (like instanceof Object[] rows) {
      Object[] nested = (Object[]) entries;
      for (int i = 0; i < rows.length; i++) {
        next = fill(block, column, next, nested == null ? null : nested[i], rows[i]);
      }
      return next;
    }
    int length = lengthOf(like);
    double[] numbers = (double[]) entries;
    for (int i = 0; i < length; i++) {
      block[next++][column] = numbers == null ? 0 : numbers[i];
    }
    return next;
  }

  /**
   * Multiplies the blocks by the directions that the caller gave, where the method could not be
   * gone through along them. A component that is zero adds nothing, whatever the partial.
   */
  public void multiply(Directions directions) {
    prepare(directions.count());
    for (int direction = 0; direction < directions.count(); direction++) {
      for (int row = 0; row < results.dimension(); row++) {
        derivatives.put(direction, row, product(directions, direction, row));
      }
    }
  }

  private double product(Directions directions, int direction, int row) {
    double sum = 0;
    for (int b = 0; b < blocks.length; b++) {
      for (int column = start(b); column < end(b); column++) {
        double component = directions.component(direction, column);
        sum += component == 0 ? 0 : component * blocks[b][row][column - start(b)];
      }
    }
    return sum;
  }

  /**
   * Copies the derivatives along directions into a matrix.
   *
   * @throws IllegalArgumentException if it has not one row for each direction, of one entry for
   *     each element of the results
   */
  public void copyDerivativesTo(double[][] matrix) {
    derivatives.copyTo(matrix);
  }

  /** The derivatives along directions, the same arrays until a size changes. */
  public double[][] derivatives() {
    return derivatives.rows();
  }

  /**
   * Copies the blocks, side by side, into one matrix.
   *
   * @throws IllegalArgumentException if it has not one row for each element of the results, of one
   *     entry for each coordinate
   */
  public void copyTo(double[][] matrix) {
    FlatResults.require(matrix.length, results.dimension(), "matrix", "rows");
    for (int row = 0; row < matrix.length; row++) {
      if (matrix[row].length != inputs.dimension()) {
        throw new IllegalArgumentException(
            "[COT104] the function has "
                + inputs.dimension()
                + " coordinates, but a row of the matrix has "
                + matrix[row].length
                + " entries");
      }
      for (int b = 0; b < blocks.length; b++) {
        System.arraycopy(blocks[b][row], 0, matrix[row], start(b), end(b) - start(b));
      }
    }
  }

  /** The partials with respect to a parameter, the same arrays until a size changes. */
  public double[][] block(int parameter) {
    return blocks[parameter];
  }
}
