package dev.cotangent.runtime;

/**
 * As {@link DoublePartials}, for a {@code float} array argument: the partials are added up in
 * double and rounded once, when somebody asks for them.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class FloatPartials {
  private final DoublePartials wide = new DoublePartials();
  private float[] narrow;
  private boolean rounded;

  /** No partials: {@link #array} is null. */
  public FloatPartials() {}

  /** The buffer for the partials in an argument: zeroed, at least as long; null for null. */
  public double[] zeroed(float[] argument) {
    if (argument != null && argument == narrow) {
      narrow = null;
    }
    rounded = false;
    return wide.zeroed(argument);
  }

  /**
   * The partials in an array of the argument's length, the same one until the next call; null if
   * the argument was null.
   */
  public float[] array() {
    double[] partials = wide.array();
    if (partials == null || rounded) {
      return partials == null ? null : narrow;
    }
    if (narrow == null || narrow.length != partials.length) {
      narrow = new float[partials.length];
    }
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) partials[i];
    }
    rounded = true;
    return narrow;
  }
}
