package dev.cotangent;

/**
 * How a Jacobian is filled: an argument of the constructor of a companion's {@code Jacobian}.
 *
 * <p>With n coordinates of the parameters that are differentiated and m elements of the result,
 * forward mode goes through the method ⌈n/4⌉ times (four columns at once; one by one where the
 * method is so large that the machine would not compile it fourfold), reverse mode once, and m
 * times through its reverse sweep. A run along four directions costs about as much as two reverse
 * sweeps, one along one direction as much as one.
 */
public enum Sweep {
  /** Whichever has less to do: forward mode if 2⌈n/4⌉, or n where one by one, is not above m. */
  CHEAPEST,
  /**
   * Forward mode: columns, along the coordinates of the parameters. A method that cannot be gone
   * through again, for it calls companions of other files or has effects in a helper that calls
   * itself, has its rows filled all the same.
   */
  FORWARD,
  /** Reverse mode: rows, one for each element of the result. */
  REVERSE
}
