package dev.cotangent.runtime;

/**
 * The tangents of the parameters of a method that is gone through along many directions: unit
 * vectors along all coordinates, or vectors that the caller gives. Kept in a holder, it allocates
 * nothing once it has had as many of them.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class Directions {
  private final Layout inputs;

  /** The components of the vectors, one vector behind the other. */
  private double[] given = {};

  private int count;
  private boolean units = true;

  /**
   * Unit vectors.
   *
   * @param inputs where the method's inputs stand in one vector
   */
  public Directions(Layout inputs) {
    this.inputs = inputs;
  }

  /** Unit vectors from now on. */
  public void units() {
    units = true;
  }

  /**
   * These vectors from now on. They are copied: the method may overwrite them.
   *
   * @param vectors each of one component for each coordinate
   * @throws IllegalArgumentException if one has another number of components, or is null
   */
  public void along(double[][] vectors) {
    int size = inputs.dimension();
    for (double[] vector : vectors) {
      if (vector == null || vector.length != size) {
        throw new IllegalArgumentException(
            "[COT104] the function has "
                + size
                + " coordinates, but a direction "
                + (vector == null ? "is null" : "has " + vector.length + " components"));
      }
    }
    units = false;
    count = vectors.length;
    if (given.length < count * size) {
      given = new double[count * size];
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(vectors[i], 0, given, i * size, size);
    }
  }

  /** How many there are. */
  public int count() {
    return units ? inputs.dimension() : count;
  }

  /** A number's component; zero beyond the last direction. */
  public double number(int input, int direction) {
    if (units) {
      return inputs.unit(input, direction);
    }
    return direction < count && inputs.size(input) > 0 ? component(direction, start(input)) : 0;
  }

  /**
   * An array's components; zeros beyond the last direction.
   *
   * @param <S> the buffer's type
   * @param <A> the array's type
   * @param buffer what they are put in
   * @param argument the array, which gives the shape
   */
  public <S, A> S array(Partials<S, A> buffer, A argument, int input, int direction) {
    if (units) {
      return buffer.unit(argument, inputs.index(input, direction));
    }
    S tangent = buffer.zeroed(argument);
    if (direction < count) {
      buffer.readFrom(given, direction * inputs.dimension() + start(input));
    }
    return tangent;
  }

  private int start(int input) {
    return inputs.start(input);
  }

  /** A component of a vector that the caller has given. */
  double component(int direction, int coordinate) {
    return given[direction * inputs.dimension() + coordinate];
  }
}
