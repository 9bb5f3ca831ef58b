package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.OperationCost;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;

/**
 * Whether a loop that could be computed again is better recorded, in arrays that take little
 * memory: because they are needed no longer than an iteration of a loop around it takes; or because
 * the partials take as much, and a function is called whose result its derivative asks for.
 */
final class BriefRecords {
  /** What a function must cost, in rough multiples of an addition. */
  private static final int DEAR = 15;

  private final For loop;
  private final Facts facts;

  private BriefRecords(For loop, Facts facts) {
    this.loop = loop;
    this.facts = facts;
  }

  /** Whether it is so. */
  static boolean arePreferable(Loop loop, Scope scope) {
    Facts facts = scope.facts;
    if (!facts.strategy().uses(Strategy.Technique.BRIEF_RECORDS)
        || !(scope instanceof OpenScope)
        || !(loop.op() instanceof For counting)
        || !Trips.areComputable(counting)) {
      return false;
    }
    BriefRecords records = new BriefRecords(counting, facts);
    return isInIteration(scope) || (records.areAsShortAsAShadow() && records.areDear());
  }

  private static boolean isInIteration(Scope scope) {
    for (Scope at = scope; at != null; at = at.parent) {
      Op owner = scope.facts.structure().owner(at.region);
      if (owner != null && Loop.of(owner) != null) {
        return true;
      }
    }
    return false;
  }

  /** Each iteration reads another element of an active array, so that there are no more of them. */
  private boolean areAsShortAsAShadow() {
    boolean single = loop.body().ops().stream().noneMatch(BriefRecords::repeats);
    return single
        && Math.abs(loop.step()) == 1
        && loop.body().ops().stream().anyMatch(this::readsByIndex);
  }

  private static boolean repeats(Op op) {
    return Loop.of(op) != null
        || op.regions().stream()
            .anyMatch(region -> region.ops().stream().anyMatch(BriefRecords::repeats));
  }

  private boolean readsByIndex(Op op) {
    return op instanceof Load load
        && load.index() == loop.index()
        && facts.isActiveArray(load.array())
        && facts.isOutside(load.array(), loop.body());
  }

  private boolean areDear() {
    return areDear(loop.body());
  }

  private boolean areDear(Region region) {
    return region.ops().stream()
        .anyMatch(op -> isDear(op) || op.regions().stream().anyMatch(this::areDear));
  }

  private boolean isDear(Op op) {
    return op instanceof MathCall call
        && OperationCost.of(call) >= DEAR
        && facts.isActive(call.result())
        && asksForResult(call);
  }

  /** Writes the derivative down to see what it asks for. */
  private boolean asksForResult(MathCall call) {
    Rule rule = Contribution.rule(call);
    boolean[] asks = {false};
    Builder draft = new Builder();
    Value seed = draft.value(PrimitiveType.DOUBLE, "");
    for (int i = 0; i < call.operands().size(); i++) {
      if (facts.isActive(call.operands().get(i)) && !rule.isZero(i)) {
        facts
            .contribution()
            .write(
                rule,
                i,
                call,
                seed,
                draft,
                value -> {
                  asks[0] |= value == call.result();
                  return value;
                });
      }
    }
    return asks[0];
  }
}
