package dev.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a forward sweep leaves for the reverse sweeps that follow it: the tape, and what the arrays
 * hold that the caller knows. A reverse sweep reads those arrays; if the caller has changed one in
 * between, there is an exception and no wrong number. Kept in a holder, it allocates nothing if the
 * arrays have the shapes of the call before.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class ForwardSweep {
  private final Tape tape = new Tape();
  private final List<Kept> arrays = new ArrayList<>();
  private int count;
  private boolean ready;

  /** No sweep has run. */
  public ForwardSweep() {}

  /** A sweep begins. */
  public void begin() {
    ready = false;
    for (int i = 0; i < count; i++) {
      arrays.get(i).let();
    }
    count = 0;
    tape.reset();
  }

  /** Where the sweep leaves what the reverse sweeps need. */
  public Tape tape() {
    return tape;
  }

  /**
   * Remembers what an array holds behind the sweep.
   *
   * @param name what the caller calls it
   * @param array the array; null is no array
   */
  public ForwardSweep keep(String name, Object array) {
    if (count == arrays.size()) {
      arrays.add(new Kept());
    }
    arrays.get(count++).take(name, array);
    return this;
  }

  /** The sweep has ended. */
  public void end() {
    tape.mark();
    ready = true;
  }

  /**
   * Refuses a cotangent of another shape than its result's, before a reverse sweep begins.
   *
   * @param name the name of the result that was kept
   * @param cotangent what the caller passed
   * @throws IllegalArgumentException if the shapes differ
   */
  public ForwardSweep requireShape(String name, Object cotangent) {
    for (int i = 0; ready && i < count; i++) {
      if (arrays.get(i).name.equals(name)) {
        Shadows.requireShapeOf(arrays.get(i).array, cotangent);
      }
    }
    return this;
  }

  /**
   * A reverse sweep begins: the tape as the forward sweep left it.
   *
   * @throws IllegalStateException if no forward sweep has ended, if a reverse sweep has not, or if
   *     an array has changed
   */
  public Tape again() {
    if (!ready) {
      throw new IllegalStateException(
          "[COT108] there is nothing to pull back: no forward sweep has ended, or one of the sweeps"
              + " threw an exception; call pullback(…, into) before pull(…)");
    }
    for (int i = 0; i < count; i++) {
      arrays.get(i).require();
    }
    ready = false;
    tape.rewind();
    return tape;
  }

  /** The reverse sweep has ended. */
  public void done() {
    ready = true;
  }

  /** An array, and what it and its rows held. */
  private static final class Kept {
    private String name = "";
    private Object array;
    private Object copy;
    private Kept[] rows = {};

    void let() {
      array = null;
      if (copy instanceof Object[] references) {
        Arrays.fill(references, null);
      }
      for (Kept row : rows) {
        if (row != null) {
          row.let();
        }
      }
    }

    void take(String called, Object given) {
      name = called;
      array = given;
      if (given == null) {
        return;
      }
      int length = Array.getLength(given);
      if (copy == null || copy.getClass() != given.getClass() || Array.getLength(copy) != length) {
        copy = given instanceof Object[] references ? references.clone() : Nests.copyOfRow(given);
        rows = new Kept[given instanceof Object[] ? length : 0];
      } else {
        System.arraycopy(given, 0, copy, 0, length);
      }
      if (given instanceof Object[] references) {
        takeRows(references);
      }
    }

    private void takeRows(Object[] references) {
      for (int i = 0; i < references.length; i++) {
        boolean isArray = references[i] != null && references[i].getClass().isArray();
        if (isArray && rows[i] == null) {
          rows[i] = new Kept();
        }
        if (rows[i] != null) {
          rows[i].take(name, isArray ? references[i] : null);
        }
      }
    }

    void require() {
      if (array == null) {
        return;
      }
      if (!isSame()) {
        throw new IllegalStateException(
            "[COT108] "
                + name
                + " has changed since the forward sweep, whose reverse sweep reads it: change a"
                + " copy, or call pullback(…) again");
      }
      for (Kept row : rows) {
        if (row != null) {
          row.require();
        }
      }
    }

    private boolean isSame() {
      if (array instanceof double[] now) {
        return Arrays.equals(now, (double[]) copy);
      }
      if (array instanceof float[] now) {
        return Arrays.equals(now, (float[]) copy);
      }
      if (array instanceof int[] now) {
        return Arrays.equals(now, (int[]) copy);
      }
      if (array instanceof Object[] now) {
        return isSame(now, (Object[]) copy);
      }
      return isSameOfOther();
    }

    private boolean isSameOfOther() {
      if (array instanceof long[] now) {
        return Arrays.equals(now, (long[]) copy);
      }
      if (array instanceof boolean[] now) {
        return Arrays.equals(now, (boolean[]) copy);
      }
      if (array instanceof char[] now) {
        return Arrays.equals(now, (char[]) copy);
      }
      if (array instanceof short[] now) {
        return Arrays.equals(now, (short[]) copy);
      }
      return Arrays.equals((byte[]) array, (byte[]) copy);
    }

    /** The same objects, not equal ones. */
    private static boolean isSame(Object[] now, Object[] then) {
      for (int i = 0; i < now.length; i++) {
        if (now[i] != then[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
