package dev.cotangent;

/**
 * How a Jacobian is filled: an argument of the constructor of a companion's {@code Jacobian}.
 *
 * <p>With n coordinates of the parameters that are differentiated and m elements of the result,
 * forward mode goes through the method ⌈n/4⌉ times (four columns at once; one by one where the
 * method is so large that the machine would not compile it fourfold, or calls companions of other
 * files), reverse mode once, and m times through its reverse sweep.
 */
public enum Sweep {
  /** Whichever has less to do: forward mode if ⌈n/4⌉ (or n) is not above m. */
  CHEAPEST,
  /** Forward mode: columns, along the coordinates of the parameters. */
  FORWARD,
  /** Reverse mode: rows, one for each element of the result. */
  REVERSE
}
