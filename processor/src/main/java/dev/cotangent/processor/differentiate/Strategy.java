package dev.cotangent.processor.differentiate;

import java.util.EnumSet;
import java.util.Set;

/**
 * What reverse mode goes by where more than one way is right. The standard is chosen for speed;
 * tests force each way, since all of them must give the same derivatives.
 *
 * @param techniques what is done where it is possible
 * @param recordCost what it costs to keep a value for the reverse sweep, in rough multiples of an
 *     addition: values that are computed again more cheaply are not kept
 */
public record Strategy(Set<Technique> techniques, int recordCost) {
  /** What may be done or left. */
  public enum Technique {
    /** Loops that only accumulate are recomputed instead of recorded: {@link FusedLoop}. */
    FUSED_LOOPS,
    /** Each iteration is reversed as soon as it has run, if its seed is known: {@link OnePass}. */
    ONE_PASS,
    /**
     * A helper adds adjoints while it computes its result, if its seed is known: {@link
     * OnePassCall}.
     */
    ONE_PASS_CALLS,
    /** A loop inside an iteration that is reversed at once records what is dear to compute. */
    BRIEF_RECORDS,
    /** The reverse sweep of a loop whose iterations only add runs upwards: {@link RecordedLoop}. */
    UPWARDS,
    /** Loops whose seed a branch has set to zero are left out: {@link ZeroSeeds}. */
    ZERO_SEEDS,
    /**
     * Records whose number is known beforehand are kept in arrays; all others are kept on the tape.
     */
    RECORD_ARRAYS
  }

  /** Keeping a value takes a store now, a load later, and memory in between. */
  public static final Strategy STANDARD = new Strategy(EnumSet.allOf(Technique.class), 4);

  /** Copies the set. */
  public Strategy {
    techniques = Set.copyOf(techniques);
  }

  /** Whether this is done where it is possible. */
  boolean uses(Technique technique) {
    return techniques.contains(technique);
  }

  /** The same without some of the techniques. */
  public Strategy without(Technique... some) {
    EnumSet<Technique> rest = EnumSet.allOf(Technique.class);
    rest.removeIf(technique -> !techniques.contains(technique));
    rest.removeAll(Set.of(some));
    return new Strategy(rest, recordCost);
  }

  /** The same where keeping a value costs something else. */
  public Strategy recordingAt(int cost) {
    return new Strategy(techniques, cost);
  }
}
