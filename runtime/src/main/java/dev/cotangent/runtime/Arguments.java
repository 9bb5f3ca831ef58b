package dev.cotangent.runtime;

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
}
