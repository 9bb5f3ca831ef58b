package dev.cotangent.sample;

/**
 * The power of a thousand that the numbers of an axis are divided by, so that labels stay short
 * whatever the unit; 1 where they are short already.
 *
 * @param exponent the power of ten
 */
record AxisScale(int exponent) {
  private static final double LARGE = 1e6;
  private static final double SMALL = 1e-3;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** The scale of these numbers. */
  static AxisScale of(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0 || (largest >= SMALL && largest < LARGE)) {
      return new AxisScale(0);
    }
    return new AxisScale(3 * (int) Math.floor(Math.log10(largest) / 3));
  }

  /** The numbers as they are drawn. */
  double[] apply(double[] values) {
    double[] scaled = values.clone();
    if (exponent != 0) {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] /= Math.pow(10, exponent);
      }
    }
    return scaled;
  }

  /** The label of an axis with this column's numbers. */
  String label(Column column) {
    return column.label(factor());
  }

  /** Such as 10⁻¹²; empty for 1. */
  private String factor() {
    if (exponent == 0) {
      return "";
    }
    StringBuilder factor = new StringBuilder(exponent < 0 ? "10⁻" : "10");
    String.valueOf(Math.abs(exponent))
        .chars()
        .forEach(digit -> factor.append(SUPERSCRIPTS.charAt(digit - '0')));
    return factor.toString();
  }
}
