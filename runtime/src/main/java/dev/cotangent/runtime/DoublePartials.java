package dev.cotangent.runtime;

/**
 * The partials in the elements of one array argument, kept in a holder from call to call. The
 * derivative adds them up in a buffer that is at least as long as the argument, so that shorter
 * arguments allocate nothing; whoever asks gets an array of the argument's own length.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class DoublePartials extends Partials<double[], double[]> {
  private static final double[] NONE = {};

  private double[] buffer = NONE;
  private int length = -1;
  private double[] exact;
  private boolean copied;

  /** No partials: {@link #array} is null. */
  public DoublePartials() {}

  @Override
  public double[] zeroed(double[] argument) {
    avoid(argument);
    return zeroed(argument == null ? -1 : argument.length);
  }

  @Override
  public double[] filled(double[] source) {
    double[] copy = zeroed(source);
    if (source != null) {
      System.arraycopy(source, 0, copy, 0, source.length);
    }
    return copy;
  }

  @Override
  public double[] copied(double[] carried, double[] like) {
    avoid(carried);
    double[] copy = zeroed(like);
    if (copy != null) {
      System.arraycopy(carried, 0, copy, 0, length);
    }
    return array();
  }

  /** The buffer for the partials in an argument: zeroed, at least as long; null for null. */
  public double[] zeroed(float[] argument) {
    return zeroed(argument == null ? -1 : argument.length);
  }

  private double[] zeroed(int wanted) {
    length = wanted;
    copied = false;
    if (wanted < 0) {
      return null;
    }
    if (buffer.length < wanted) {
      buffer = new double[wanted];
    } else {
      Clearing.first(wanted, buffer);
    }
    return buffer;
  }

  @Override
  public void avoid(double[] argument) {
    if (argument != null && (argument == buffer || argument == exact)) {
      buffer = NONE;
      exact = null;
    }
  }

  @Override
  public void clear() {
    copied = false;
    Clearing.first(size(), buffer);
  }

  @Override
  int size() {
    return Math.max(length, 0);
  }

  @Override
  void seed(int index) {
    buffer[index] = 1;
  }

  @Override
  void writeTo(double[] vector, int start) {
    System.arraycopy(buffer, 0, vector, start, size());
  }

  @Override
  void readFrom(double[] vector, int start) {
    System.arraycopy(vector, start, buffer, 0, size());
  }

  @Override
  public double[] array() {
    if (length < 0 || buffer.length == length) {
      return length < 0 ? null : buffer;
    }
    if (!copied) {
      if (exact == null || exact.length != length) {
        exact = new double[length];
      }
      System.arraycopy(buffer, 0, exact, 0, length);
      copied = true;
    }
    return exact;
  }
}
