package dev.cotangent.runtime;

/**
 * The checks of {@code Arrays.fill}, {@code Arrays.copyOfRange} and {@code System.arraycopy}, with
 * their exceptions and messages, for code that runs their loops itself. For generated code only.
 */
public final class Ranges {
  private Ranges() {}

  /**
   * What {@code Arrays.fill} asks of a range.
   *
   * @throws IllegalArgumentException if it ends before it begins
   * @throws ArrayIndexOutOfBoundsException if it leaves the array
   */
  public static void checkFill(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  /**
   * The length of what {@code Arrays.copyOfRange} gives.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static int length(int from, int to) {
    int length = to - from;
    if (length < 0) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    return length;
  }

  /**
   * How many elements {@code Arrays.copyOfRange} copies into a new array of the length {@code
   * wanted}.
   *
   * @param length the source's length
   * @param kind the source's kind of elements, as the virtual machine calls it
   * @throws ArrayIndexOutOfBoundsException if the range begins outside the source
   */
  public static int copied(int length, int from, int wanted, String kind) {
    int count = Math.min(length - from, wanted);
    checkCopy(length, from, wanted, 0, count, kind);
    return count;
  }

  /**
   * What {@code System.arraycopy} asks.
   *
   * @param length the source's length
   * @param position where the copy begins in the source
   * @param intoLength the target's length
   * @param intoPosition where the copy begins in the target
   * @param count how many elements are copied
   * @param kind the arrays' kind of elements, as the virtual machine calls it
   * @throws ArrayIndexOutOfBoundsException if either range leaves its array
   */
  public static void checkCopy(
      int length, int position, int intoLength, int intoPosition, int count, String kind) {
    String complaint = "";
    if (position < 0) {
      complaint = "source index " + position + bounds(kind, length);
    } else if (intoPosition < 0) {
      complaint = "destination index " + intoPosition + bounds(kind, intoLength);
    } else if (count < 0) {
      complaint = "length " + count + " is negative";
    } else if ((long) position + count > length) {
      complaint = "last source index " + ((long) position + count) + bounds(kind, length);
    } else if ((long) intoPosition + count > intoLength) {
      complaint =
          "last destination index " + ((long) intoPosition + count) + bounds(kind, intoLength);
    }
    if (!complaint.isEmpty()) {
      throw new ArrayIndexOutOfBoundsException("arraycopy: " + complaint);
    }
  }

  private static String bounds(String kind, int length) {
    return " out of bounds for " + kind + "[" + length + "]";
  }
}
