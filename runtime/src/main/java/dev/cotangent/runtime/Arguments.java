package dev.cotangent.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Checks of arguments on entry to generated methods. For generated code only. */
public final class Arguments {
  private Arguments() {}

  /**
   * Refuses one array passed for two parameters of a method that writes arrays: its partials would
   * be those of neither. References are compared, never contents; two nulls are no clash.
   *
   * @param a the argument of the first parameter
   * @param b the argument of the second parameter
   * @param nameA the first parameter's name
   * @param nameB the second parameter's name
   * @throws IllegalArgumentException if both are the same object
   */
  public static void requireDistinct(Object a, Object b, String nameA, String nameB) {
    if (a == b && a != null) {
      throw new IllegalArgumentException(
          "[COT101] the arguments "
              + nameA
              + " and "
              + nameB
              + " are the same array; this method writes to its arrays, so that its derivative"
              + " exists for distinct ones only: pass a copy");
    }
  }

  /**
   * Refuses one holder for two results, of which the second would overwrite the first.
   *
   * @throws IllegalArgumentException if both are one object
   */
  public static void requireTwoHolders(Object one, Object other) {
    if (one == other) {
      throw new IllegalArgumentException(
          "[COT109] one holder cannot take both the product and the gradient: pass two");
    }
  }

  /**
   * Refuses arguments of which two rows are one array, for a method that writes arrays: what is
   * differentiated there are distinct rows.
   *
   * @param arrays arguments, arrays and arrays of arrays; may be null
   * @throws IllegalArgumentException if a row occurs twice among them
   */
  public static void requireDistinctRows(Object... arrays) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Nests.forEachRow(
        arrays,
        row -> {
          if (!seen.add(row)) {
            throw new IllegalArgumentException(
                "[COT105] an array occurs twice among the arguments and their rows; this method"
                    + " writes to its arrays, so that its derivative exists for distinct rows"
                    + " only: pass a copy");
          }
        });
  }
}
