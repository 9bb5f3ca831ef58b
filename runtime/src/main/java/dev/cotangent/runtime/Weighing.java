package dev.cotangent.runtime;

import dev.cotangent.Scalar;
import java.lang.reflect.Array;
import java.util.function.ObjIntConsumer;

/**
 * One number instead of many: the sum of all elements of a method's results, each times a weight of
 * its own, by which a check looks at all of them at once. The weights are small whole multiples of
 * 1/16, as if drawn at random but always the same ones, so that errors do not cancel. For generated
 * code only.
 */
public final class Weighing {
  private static final int FACTOR = 0x9E3779B9;
  private static final int STEPS = 32;
  private static final double UNIT = 1.0 / 16;

  private int next;

  /** The first weight comes first. */
  public Weighing() {}

  /** The k-th weight, between 1 and 3 in size. */
  static double weight(int k) {
    int mixed = (k + 1) * FACTOR;
    double size = 1 + ((mixed >>> 8) % STEPS + 1) * UNIT;
    return (mixed >>> 31) == 0 ? size : -size;
  }

  /**
   * The weights of the elements of the next result, in an array of its shape, or that of a number;
   * null for null.
   *
   * @param <T> the result's type
   */
  @SuppressWarnings("unchecked")
  public <T> T cotangent(T result) {
    return (T) weights(result);
  }

  private Object weights(Object result) {
    if (result == null) {
      return null;
    }
    if (result instanceof Double) {
      return weight(next++);
    }
    if (result instanceof Float) {
      return (float) weight(next++);
    }
    int length = Array.getLength(result);
    Object weights = Array.newInstance(result.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      if (weights instanceof double[] doubles) {
        doubles[i] = weight(next++);
      } else if (weights instanceof float[] floats) {
        floats[i] = (float) weight(next++);
      } else {
        Array.set(weights, i, weights(Array.get(result, i)));
      }
    }
    return weights;
  }

  /** The weighted sum of the elements of results, in their order. */
  public static double sum(Object... results) {
    double[] sum = {0};
    new Weighing()
        .forEach(results, (element, k) -> sum[0] += weight(k) * ((Number) element).doubleValue());
    return sum[0];
  }

  /** The same of the results of a define-by-run twin. */
  public static Scalar scalarSum(Object... results) {
    Scalar[] sum = {Scalar.of(0)};
    new Weighing()
        .forEach(
            results, (element, k) -> sum[0] = sum[0].add(((Scalar) element).multiply(weight(k))));
    return sum[0];
  }

  private void forEach(Object array, ObjIntConsumer<Object> action) {
    for (int i = 0; array != null && i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      if (element instanceof Number || element instanceof Scalar) {
        action.accept(element, next++);
      } else {
        forEach(element, action);
      }
    }
  }
}
