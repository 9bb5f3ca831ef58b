package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Where control may go from a place.
 *
 * @param returns whether the method may be left here
 * @param result what it is left with; null for nothing
 * @param yields what an expression may be left with; null outside of one
 * @param loops the labels of the loops around, the outermost first
 * @param inSwitch whether there is an old {@code switch} around that {@code break} may leave
 */
record Frame(boolean returns, Sort result, Sort yields, List<String> loops, boolean inSwitch) {
  /** The body of a method or of a lambda. */
  static Frame method(Sort result) {
    return new Frame(true, result, null, List.of(), false);
  }

  /** Within a switch expression: nothing leads out of it but its value. */
  static Frame expression(Sort yields) {
    return new Frame(false, null, yields, List.of(), false);
  }

  /** Within a loop. */
  Frame loop(String label) {
    List<String> more = new ArrayList<>(loops);
    more.add(label);
    return new Frame(returns, result, yields, more, false);
  }

  /** Within a {@code switch} statement. */
  Frame switching() {
    return new Frame(returns, result, yields, loops, true);
  }

  boolean inLoop() {
    return !loops.isEmpty();
  }
}
