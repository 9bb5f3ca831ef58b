package dev.cotangent;

import java.util.List;

/**
 * The report of three independent witnesses on the partial derivatives of a method at one point:
 * the generated adjoint, the define-by-run {@link Scalar} twin, and finite differences of the
 * user's own method. Companions make it by {@code check}.
 *
 * <p>What must hold for {@link #passed()}:
 *
 * <ul>
 *   <li>The method, the adjoint and the twin give one value, to the last bit.
 *   <li>Every partial of the adjoint and of the twin agree to 1e-10 of the larger, or to 1e-13 of
 *       the largest partial or of the value over the coordinate, which is what cancellation leaves;
 *       to two units in the last place of a float for float coordinates. If either is NaN or
 *       infinite, the other must be the same.
 *   <li>Differences agree with the adjoint to ten times their estimated error, 1e-7 of the larger,
 *       and what cancellation leaves: 1e-13 of the largest partial or of the value over the
 *       coordinate, two units in the last place of a float for float coordinates. Where they do
 *       not, but the differences from the left and from the right are different from each other,
 *       the point is at a kink or a jump, and that is no failure.
 * </ul>
 *
 * <p>Up to 64 partials are each compared with differences. Of more, 64 are drawn at random, always
 * the same ones, and 8 random directions in all coordinates are compared beside them; {@link
 * #notes()} says what was left out.
 */
public final class GradientCheck {
  private final String method;
  private final List<Row> rows;
  private final List<String> notes;
  private final boolean passed;

  GradientCheck(String method, List<Row> rows, List<String> notes, boolean passed) {
    this.method = method;
    this.rows = List.copyOf(rows);
    this.notes = List.copyOf(notes);
    this.passed = passed;
  }

  /**
   * The method to check, at a point. Coordinates are the floating values of the parameters to
   * differentiate with respect to, flattened. Generated code implements it.
   */
  public interface Subject {
    /** The method's name for the report. */
    String method();

    /** The number of coordinates. */
    int dimension();

    /**
     * The name of a coordinate, for example {@code x[3]}.
     *
     * @param k the coordinate, counted from zero
     */
    String label(int k);

    /**
     * Whether a coordinate is a float.
     *
     * @param k the coordinate, counted from zero
     */
    boolean single(int k);

    /** The point, in a new array. */
    double[] point();

    /**
     * What the user's own method returns at a point; it works on copies of the arguments.
     *
     * @param point the coordinates; read only
     */
    double value(double[] point);

    /**
     * The generated adjoint at a point.
     *
     * @param point the coordinates; read only
     * @param gradient receives the partials
     * @return the value
     */
    double gradient(double[] point, double[] gradient);

    /**
     * Whether the twin's value may differ from the method's by rounding: where the method takes
     * derivatives itself, the twin takes them in an order of its own. Elsewhere it has the same
     * bits.
     */
    default boolean twinRounds() {
      return false;
    }

    /**
     * The define-by-run twin at a point.
     *
     * @param point the coordinates; read only
     * @param gradient receives the partials
     * @return the value
     */
    double twin(double[] point, double[] gradient);
  }

  /** What the witnesses said of one partial. */
  public enum Verdict {
    /** All agree. */
    AGREES("ok"),
    /** Adjoint and twin agree; differences from the left and from the right do not. */
    KINK("kink: left and right differ"),
    /** Adjoint and twin agree on NaN or an infinity, which differences cannot tell. */
    NOT_FINITE("not finite: no differences"),
    /** Adjoint and twin agree; the differences are too noisy to tell, or there are none. */
    UNRESOLVED("differences too noisy"),
    /** Adjoint and twin disagree. */
    TWIN_DIFFERS("ADJOINT AND SCALAR DIFFER"),
    /** Adjoint and twin agree, but not with differences, which are the same from both sides. */
    DIFFERENCES_DIFFER("DIFFERENCES DIFFER");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Whether it is no failure. */
    public boolean acceptable() {
      return this != TWIN_DIFFERS && this != DIFFERENCES_DIFFER;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One partial derivative, or the derivative along one direction.
   *
   * @param label the coordinate's name, or the direction's number
   * @param adjoint from the generated adjoint
   * @param scalar from the define-by-run twin
   * @param difference from finite differences of the method; NaN if there are none
   * @param differenceError the estimated error of the differences
   * @param verdict what follows
   */
  public record Row(
      String label,
      double adjoint,
      double scalar,
      double difference,
      double differenceError,
      Verdict verdict) {}

  /**
   * Asks the three witnesses.
   *
   * @param subject the method at a point
   */
  public static GradientCheck run(Subject subject) {
    return new GradientCheckRun(subject).report();
  }

  /** Whether nothing disagrees. */
  public boolean passed() {
    return passed;
  }

  /** The partials that were compared with differences, and any other of adjoint against twin. */
  public List<Row> rows() {
    return rows;
  }

  /** What was not checked, and any disagreement about the value; a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Insists on agreement.
   *
   * @return this
   * @throws AssertionError with the table if {@link #passed()} is false
   */
  public GradientCheck orThrow() {
    if (!passed) {
      throw new AssertionError(toString());
    }
    return this;
  }

  /** The report as a table. */
  @Override
  public String toString() {
    return GradientCheckTable.of(method, passed, rows, notes);
  }
}
