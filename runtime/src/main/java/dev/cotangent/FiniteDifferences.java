package dev.cotangent;

/**
 * Derivatives along a {@link Line} at its point, from values alone: difference quotients at steps
 * that shrink by four, extrapolated to step zero (Richardson's scheme in Neville's form, after
 * Ridders). Of all entries of the scheme the one that agrees best with its neighbours is taken, and
 * its disagreement, with the noise of the values over the step, is its error estimate. A staircase
 * has a slope at steps of its own period; so where neighbouring values are all the same, the slope
 * is no more than their rounding can hide.
 */
final class FiniteDifferences {
  private static final int COARSEST_EXPONENT = -2;
  private static final double RATIO = 4;
  private static final double FLOAT_ROUNDING = 0x1p-24;

  /** How many neighbouring values are looked at on each side. */
  private static final int SAMPLES = 7;

  /** How far a quotient of one short step may be off, relatively. */
  private static final double ROUGH = 1e-2;

  /** A jump is believed if it is so many times the noise. */
  private static final double JUMP = 1000;

  private final Line line;
  private final double center;
  private final double noise;
  private boolean flat = true;

  /**
   * A derivative and how far it may be off; the error is infinite where no difference quotient is
   * finite.
   */
  record Estimate(double value, double error) {
    static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

    boolean isFinite() {
      return Double.isFinite(value) && Double.isFinite(error);
    }

    Estimate better(Estimate other) {
      return other.error < error ? other : this;
    }

    /**
     * Whether a rough estimate contradicts this one. Long steps over jumps may agree with each
     * other: those of a saw's teeth do, whichever the teeth.
     */
    boolean isDeniedBy(Estimate rough) {
      double larger = Math.max(Math.abs(value), Math.abs(rough.value));
      return rough.isFinite()
          && Math.abs(value - rough.value) > 10 * (error + rough.error) + ROUGH * larger;
    }

    Estimate over(double unit) {
      return new Estimate(value / unit, error / unit);
    }
  }

  FiniteDifferences(Line line, double center) {
    this.line = line;
    this.center = center;
    this.noise = noise();
  }

  /** From values on both sides. */
  Estimate central() {
    return extrapolate(
        t -> (line.at(t) - line.at(-t)) / (line.displacement(t) - line.displacement(-t)),
        RATIO * RATIO);
  }

  /** From values on one side: {@code side} is 1 for the right, −1 for the left. */
  Estimate oneSided(int side) {
    double finest = side * Math.scalb(1.0, line.finestExponent());
    double near = line.at(finest) - center;
    double far = line.at(RATIO * finest) - center;
    boolean jumps = Math.abs(near) > JUMP * noise && Math.abs(far) < 2 * Math.abs(near);
    if (jumps) {
      return new Estimate(near / finest * Double.POSITIVE_INFINITY, 0);
    }
    return extrapolate(t -> (line.at(side * t) - center) / line.displacement(side * t), RATIO);
  }

  /** Whether two one-sided estimates differ by more than their errors can explain. */
  static boolean differ(Estimate a, Estimate b) {
    if (Double.isNaN(a.value()) || Double.isNaN(b.value())) {
      return false;
    }
    if (!a.isFinite() || !b.isFinite()) {
      return a.value() != b.value();
    }
    double larger = Math.max(Math.abs(a.value()), Math.abs(b.value()));
    return Math.abs(a.value() - b.value()) > 10 * (a.error() + b.error()) + 1e-5 * larger;
  }

  /** A difference quotient as a function of the step. */
  private interface Quotient {
    /** The quotient at a step. */
    double at(double step);
  }

  private Estimate extrapolate(Quotient quotient, double ratio) {
    Estimate shortest = shortest(quotient);
    Estimate best = Estimate.NONE;
    Estimate any = Estimate.NONE;
    int levels = (COARSEST_EXPONENT - line.finestExponent()) / 2 + 1;
    double[] previous = new double[0];
    for (int level = 0; level < levels; level++) {
      double step = Math.scalb(1.0, COARSEST_EXPONENT - 2 * level);
      double[] row = new double[previous.length + 1];
      row[0] = quotient.at(step);
      if (!Double.isFinite(row[0])) {
        previous = new double[0];
        continue;
      }
      double power = ratio;
      for (int j = 1; j < row.length; j++) {
        row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / (power - 1);
        power *= ratio;
        double disagreement =
            Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - previous[j - 1]));
        Estimate entry = new Estimate(row[j], disagreement + 2 * noise / step);
        any = any.better(entry);
        best = entry.isDeniedBy(shortest) ? best : best.better(entry);
      }
      previous = row;
    }
    return whereNotFlat(best.isFinite() ? best : any);
  }

  /** Rough, but of a step that runs over no jump but those nearby. */
  private Estimate shortest(Quotient quotient) {
    double step = Math.scalb(1.0, line.finestExponent());
    return new Estimate(quotient.at(step), 2 * noise / step);
  }

  private Estimate whereNotFlat(Estimate estimate) {
    double hidden = Math.abs(center) * FLOAT_ROUNDING / (SAMPLES * finestSample());
    boolean denied =
        flat && estimate.isFinite() && Math.abs(estimate.value()) > estimate.error() + hidden;
    return denied ? new Estimate(0, hidden) : estimate;
  }

  private double finestSample() {
    return Math.scalb(1.0, line.finestExponent() + 3);
  }

  /**
   * How exact the values are: their rounding, or more if neighbouring values are rougher than that.
   * Each side of the point is looked at by itself, and the smoother one counts, so that a kink or a
   * jump at the point is not taken for noise.
   */
  private double noise() {
    double step = finestSample();
    double[] right = new double[SAMPLES];
    double[] left = new double[SAMPLES];
    boolean floats = (float) center == center;
    for (int i = 0; i < right.length; i++) {
      right[i] = line.at((i + 1) * step);
      left[i] = line.at(-(i + 1) * step);
      floats &= isFloat(right[i]) && isFloat(left[i]);
      flat &= right[i] == center && left[i] == center;
    }
    // What is computed from floats may be computed among floats, and be stored in a double then.
    boolean rough = floats || line.movesFloats();
    double rounding = Math.abs(center) * (rough ? FLOAT_ROUNDING : 0x1p-53);
    return Math.max(rounding, Math.min(roughness(right), roughness(left)));
  }

  private static boolean isFloat(double x) {
    return Double.isNaN(x) || (float) x == x;
  }

  /**
   * How rough a row of values is. The fifth difference of a smooth function vanishes at such small
   * steps; of independent errors it is √252 times one of them. Infinite where values are not
   * finite.
   */
  private static double roughness(double[] values) {
    double[] difference = values.clone();
    for (int order = 1; order <= 5; order++) {
      for (int i = 0; i + order < difference.length; i++) {
        difference[i] = difference[i + 1] - difference[i];
      }
    }
    double rough = Math.max(Math.abs(difference[0]), Math.abs(difference[1])) / Math.sqrt(252);
    return Double.isFinite(rough) ? rough : Double.POSITIVE_INFINITY;
  }
}
