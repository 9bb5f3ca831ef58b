package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The two sweeps of an operation in one: what it does is reversed as soon as it has run. Nothing is
 * recorded, nothing computed twice.
 *
 * <p>Proof obligations: the adjoints of its results are known before it ({@link Ahead}); it changes
 * no active array but those that it makes itself ({@link OnlyAdds}); and what stands between it and
 * its reverse sweep does nothing to the adjoints that it adds to but add to them, too ({@link
 * CommonShadows}).
 */
abstract class OnePass {
  final ReverseSweep sweep;
  final OpenScope scope;
  final Ahead ahead;

  /** The adjoints that are known before it, by the position of the result. */
  final Map<Integer, Value> seeds = new LinkedHashMap<>();

  private final Op op;

  OnePass(ReverseSweep sweep, Op op, OpenScope scope) {
    this.sweep = sweep;
    this.op = op;
    this.scope = scope;
    this.ahead = new Ahead(op, scope);
  }

  /** Writes it into the scope's forward sweep, if it is of use and the proof obligations hold. */
  final boolean tryWrite() {
    boolean possible =
        isOfUse()
            && OnlyAdds.holds(op, sweep.facts())
            && CommonShadows.of(op, sweep).areOnlyAddedTo(scope.opsBehind(op))
            && findSeeds();
    if (possible) {
      write();
    }
    return possible;
  }

  /** What must hold besides. */
  abstract boolean isOfUse();

  /** Writes both sweeps, from {@link #seeds} on. */
  abstract void write();

  /** Whether the result at that position takes part in the derivative, if it has an adjoint. */
  boolean isSeeded(int position) {
    return true;
  }

  private boolean findSeeds() {
    for (int i = 0; i < op.results().size(); i++) {
      Value adjoint = isSeeded(i) ? scope.adjoint(op.results().get(i)) : null;
      if (adjoint != null) {
        Optional<Value> seed = ahead.of(adjoint);
        if (seed.isEmpty()) {
          return false;
        }
        seeds.put(i, seed.get());
      }
    }
    return true;
  }
}
