package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers leave the lane loop in which they are computed, so that they need rows. A loop ends
 * where control flow or a copy of an array that has lanes stands in its way.
 */
final class LaneCrossings {
  private final Lanes lanes;
  private final Map<Value, Integer> definedIn = new IdentityHashMap<>();
  private final Set<Value> crossing = new LinkedHashSet<>();
  private int segments;

  private LaneCrossings(Lanes lanes) {
    this.lanes = lanes;
  }

  /** The numbers that leave their lane loops, those that the region yields among them. */
  static Set<Value> of(Region root, Lanes lanes) {
    LaneCrossings crossings = new LaneCrossings(lanes);
    crossings.walk(root);
    crossings.segments++;
    root.yields().forEach(value -> crossings.use(value, crossings.segments));
    return crossings.crossing;
  }

  /** Whether the lane loop before the operation must be written first. */
  static boolean ends(Op op, Lanes lanes) {
    return lanes.touches(op) && (!op.regions().isEmpty() || op instanceof CloneArray);
  }

  private void walk(Region region) {
    int segment = ++segments;
    for (Op op : region.ops()) {
      for (Value operand : op.operands()) {
        use(operand, segment);
      }
      if (ends(op, lanes)) {
        op.regions().forEach(this::walk);
        segment = ++segments;
      } else {
        for (Value result : op.results()) {
          definedIn.put(result, segment);
        }
      }
    }
    for (Value yield : region.yields()) {
      use(yield, segment);
    }
  }

  private void use(Value value, int segment) {
    Integer defined = definedIn.get(value);
    if (lanes.isNumber(value) && defined != null && defined != segment) {
      crossing.add(value);
    }
  }
}
