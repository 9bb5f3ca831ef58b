package dev.cotangent.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The array arguments of a method as they were when it was entered, for going through the method
 * again after it has overwritten them. Arguments that were one array are one array again. Kept in a
 * holder, it allocates nothing if the arrays have the shapes of the call before.
 *
 * <p>For generated code only. Belongs to one thread.
 */
public final class Snapshot {
  private final List<Argument> arguments = new ArrayList<>();
  private int count;

  /** Nothing is kept yet. */
  public Snapshot() {}

  /** An argument: what the caller passed, what it held, and what a run may overwrite. */
  private static final class Argument {
    final Copy kept = new Copy();
    final Copy given = new Copy();
    Object passed;
    Object entry;
    Object again;
  }

  /** Forgets all arguments. */
  public Snapshot begin() {
    for (int i = 0; i < count; i++) {
      arguments.get(i).passed = null;
    }
    count = 0;
    return this;
  }

  /** Keeps what an array holds; null is kept as null. */
  public Snapshot keep(Object array) {
    if (count == arguments.size()) {
      arguments.add(new Argument());
    }
    Argument argument = arguments.get(count++);
    argument.passed = array;
    argument.entry = array == null ? null : argument.kept.of(array);
    return this;
  }

  /** Fills the arrays that {@link #of} gives with what was kept. */
  public void restore() {
    for (int i = 0; i < count; i++) {
      Argument argument = arguments.get(i);
      argument.again = argument.entry == null ? null : argument.given.of(argument.entry);
    }
  }

  /**
   * An array that may be overwritten, for one that was kept; any other array itself.
   *
   * @param <T> the type of the array
   */
  @SuppressWarnings("unchecked") // A copy has the class of what it is a copy of.
  public <T> T of(T array) {
    for (int i = 0; i < count; i++) {
      if (arguments.get(i).passed == array && array != null) {
        return (T) arguments.get(i).again;
      }
    }
    return array;
  }

  /** A copy of an array and of the arrays in it, used again as long as the shape stays. */
  private static final class Copy {
    private Object array;
    private Copy[] rows = {};

    Object of(Object source) {
      int length = java.lang.reflect.Array.getLength(source);
      if (!fits(source, length)) {
        array = Nests.copyOfRow(source);
        rows = new Copy[source instanceof Object[] ? length : 0];
      } else {
        System.arraycopy(source, 0, array, 0, length);
      }
      if (source instanceof Object[] references) {
        copyRows(references, (Object[]) array);
      }
      return array;
    }

    private boolean fits(Object source, int length) {
      return array != null
          && array.getClass() == source.getClass()
          && java.lang.reflect.Array.getLength(array) == length;
    }

    private void copyRows(Object[] source, Object[] into) {
      for (int i = 0; i < source.length; i++) {
        if (source[i] != null && source[i].getClass().isArray()) {
          if (rows[i] == null) {
            rows[i] = new Copy();
          }
          into[i] = rows[i].of(source[i]);
        }
      }
    }
  }
}
