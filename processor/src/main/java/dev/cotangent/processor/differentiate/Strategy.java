package dev.cotangent.processor.differentiate;

/**
 * What reverse mode goes by where more than one way is right. The standard is chosen for speed;
 * tests force each way, since all of them must give the same derivatives.
 *
 * @param fusesLoops whether loops that only accumulate are recomputed instead of recorded
 * @param recordsInArrays whether records whose number is known beforehand are kept in arrays; all
 *     others are kept on the tape
 * @param recordCost what it costs to keep a value for the reverse sweep, in rough multiples of an
 *     addition: values that are computed again more cheaply are not kept
 */
public record Strategy(boolean fusesLoops, boolean recordsInArrays, int recordCost) {
  /** Keeping a value takes a store now, a load later, and memory in between. */
  public static final Strategy STANDARD = new Strategy(true, true, 4);
}
