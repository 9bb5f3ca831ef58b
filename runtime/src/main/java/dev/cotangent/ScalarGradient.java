package dev.cotangent;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The partial derivatives of a scalar with respect to intermediate results, as scalars that can be
 * differentiated again: what a method asks of a companion in its midst. What is differentiated with
 * respect to is first made {@linkplain #independent independent}, so that derivatives at different
 * levels never mix. For generated code only.
 */
public final class ScalarGradient {
  private final Map<Scalar, Scalar> partials = new IdentityHashMap<>();

  private ScalarGradient() {}

  /** A scalar of the same value, and of the same derivatives, that is no other one. */
  public static Scalar independent(Scalar x) {
    return new Scalar(Operation.INDEPENDENT, x.value(), x, null, null);
  }

  /**
   * Replaces the elements of an array by independent ones.
   *
   * @return a new array with the new elements; null for null
   */
  public static Scalar[] independent(Scalar[] xs) {
    if (xs == null) {
      return null;
    }
    for (int i = 0; i < xs.length; i++) {
      xs[i] = independent(xs[i]);
    }
    return xs.clone();
  }

  /** As {@link #independent(Scalar[])}, for arrays of arrays of any rank. */
  public static Object[] independentRows(Object[] rows) {
    if (rows == null) {
      return null;
    }
    Object[] copies = rows.clone();
    for (int i = 0; i < copies.length; i++) {
      copies[i] =
          rows[i] instanceof Scalar[] xs ? independent(xs) : independentRows((Object[]) rows[i]);
    }
    return copies;
  }

  /** The partial derivatives of a result with respect to everything independent in its graph. */
  public static ScalarGradient of(Scalar result, NonSmooth nonSmooth) {
    ScalarGradient gradient = new ScalarGradient();
    return GraphOrder.of(
        result,
        order -> {
          new ScalarSweep(order, 1, nonSmooth).collect(Operation.INDEPENDENT, gradient.partials);
          return gradient;
        });
  }

  /** The partial derivative; zero for what takes no part. */
  public Scalar partial(Scalar independent) {
    return partials.getOrDefault(independent, Scalar.ZERO);
  }

  /** A new array of partial derivatives; null for null. */
  public Scalar[] partials(Scalar[] independent) {
    if (independent == null) {
      return null;
    }
    Scalar[] all = new Scalar[independent.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = partial(independent[i]);
    }
    return all;
  }

  /** As {@link #partials(Scalar[])}, for arrays of arrays of any rank. */
  public Object[] partialsOfRows(Object[] independent) {
    if (independent == null) {
      return null;
    }
    Object[] all = independent.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] =
          independent[i] instanceof Scalar[] xs
              ? partials(xs)
              : partialsOfRows((Object[]) independent[i]);
    }
    return all;
  }

  /**
   * The derivative along a tangent: the partial derivative times that. As in forward mode, what
   * takes no part adds nothing, though its tangent be NaN or infinite.
   */
  public Scalar along(Scalar independent, Scalar tangent) {
    return partials.containsKey(independent) ? partial(independent).multiply(tangent) : Scalar.ZERO;
  }

  /** The sum of the partial derivatives times tangents. */
  public Scalar along(Scalar[] independent, Scalar[] tangents) {
    Scalar sum = Scalar.ZERO;
    for (int i = 0; independent != null && i < independent.length; i++) {
      sum = sum.add(along(independent[i], tangents[i]));
    }
    return sum;
  }

  /** As {@link #along(Scalar[], Scalar[])}, for arrays of arrays of any rank. */
  public Scalar alongRows(Object[] independent, Object[] tangents) {
    Scalar sum = Scalar.ZERO;
    for (int i = 0; independent != null && i < independent.length; i++) {
      sum =
          sum.add(
              independent[i] instanceof Scalar[] xs
                  ? along(xs, (Scalar[]) tangents[i])
                  : alongRows((Object[]) independent[i], (Object[]) tangents[i]));
    }
    return sum;
  }
}
