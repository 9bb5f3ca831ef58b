package dev.cotangent.sample;

import java.util.Arrays;

/** The parameters of the model, k slopes followed by the intercept; immutable. */
final class Parameters {
  private final double[] values;

  /** Copies the values. */
  Parameters(double[] values) {
    this.values = values.clone();
  }

  /** The number of parameters, k + 1. */
  int count() {
    return values.length;
  }

  double get(int index) {
    return values[index];
  }

  /** The slope of regressor {@code feature}. */
  double slope(int feature) {
    return values[feature];
  }

  double intercept() {
    return values[values.length - 1];
  }

  /** The model's value for a row of the data. */
  double predict(DataSet data, int row) {
    double h = intercept();
    for (int j = 0; j < data.width(); j++) {
      h += data.x(row, j) * values[j];
    }
    return h;
  }

  double[] toArray() {
    return values.clone();
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
