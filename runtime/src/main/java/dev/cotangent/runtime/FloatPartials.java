package dev.cotangent.runtime;

/**
 * As {@link DoublePartials}, for a {@code float} array argument: the partials are added up in
 * double and rounded once, when somebody asks for them.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class FloatPartials extends Partials<double[], float[]> {
  private final DoublePartials wide = new DoublePartials();
  private float[] narrow;
  private boolean rounded;

  /** No partials: {@link #array} is null. */
  public FloatPartials() {}

  @Override
  public double[] zeroed(float[] argument) {
    avoid(argument);
    rounded = false;
    return wide.zeroed(argument);
  }

  @Override
  public double[] filled(float[] source) {
    double[] copy = zeroed(source);
    for (int i = 0; source != null && i < source.length; i++) {
      copy[i] = source[i];
    }
    return copy;
  }

  @Override
  public float[] copied(double[] carried, float[] like) {
    double[] copy = zeroed(like);
    if (copy != null) {
      System.arraycopy(carried, 0, copy, 0, like.length);
    }
    return array();
  }

  @Override
  public void avoid(float[] argument) {
    if (argument != null && argument == narrow) {
      narrow = null;
      rounded = false;
    }
  }

  @Override
  public void clear() {
    rounded = false;
    wide.clear();
  }

  @Override
  int size() {
    return wide.size();
  }

  @Override
  void seed(int index) {
    wide.seed(index);
  }

  @Override
  void writeTo(double[] vector, int start) {
    wide.writeTo(vector, start);
  }

  @Override
  void readFrom(double[] vector, int start) {
    wide.readFrom(vector, start);
  }

  @Override
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
