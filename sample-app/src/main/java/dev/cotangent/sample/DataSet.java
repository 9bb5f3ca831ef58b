package dev.cotangent.sample;

import java.util.Arrays;
import java.util.List;

/** The numbers of a regression in memory: k regressors and the target, m rows, with their names. */
final class DataSet {
  private final String source;
  private final List<Column> features;
  private final Column target;
  private final double[] x;
  private final double[] y;

  /**
   * Takes over the arrays without copying them.
   *
   * @param source where the numbers come from, for the report
   * @param features the k regressors
   * @param target the column to explain
   * @param x the regressors row by row: {@code x[i * k + j]}
   * @param y the target
   */
  DataSet(String source, List<Column> features, Column target, double[] x, double[] y) {
    if (x.length != (long) y.length * features.size()) {
      throw new IllegalArgumentException(x.length + " numbers for " + y.length + " rows");
    }
    this.source = source;
    this.features = List.copyOf(features);
    this.target = target;
    this.x = x;
    this.y = y;
  }

  String source() {
    return source;
  }

  List<Column> features() {
    return features;
  }

  Column target() {
    return target;
  }

  /** The number of rows m. */
  int rows() {
    return y.length;
  }

  /** The number of regressors k. */
  int width() {
    return features.size();
  }

  /** The regressors row by row; the array itself, not a copy. */
  double[] x() {
    return x;
  }

  /** The target; the array itself, not a copy. */
  double[] y() {
    return y;
  }

  double x(int row, int feature) {
    return x[row * features.size() + feature];
  }

  double y(int row) {
    return y[row];
  }

  /** The same data with other regressor values. */
  DataSet withX(double[] replaced) {
    return new DataSet(source, features, target, replaced, y);
  }

  /** The first rows, at most {@code limit}; this data set itself where that is all of them. */
  DataSet head(int limit) {
    if (limit >= rows()) {
      return this;
    }
    double[] headX = Arrays.copyOf(x, limit * width());
    return new DataSet(source, features, target, headX, Arrays.copyOf(y, limit));
  }
}
