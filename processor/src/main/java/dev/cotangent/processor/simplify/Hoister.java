package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Moves operations from the bodies of loops to before the loops: inner loops first, so that what
 * leaves an inner one may leave the outer one too.
 */
abstract class Hoister {
  /**
   * Those of the body's operations that leave, in the order in which they then run.
   *
   * @param loop the loop as it was
   * @param body its body, without what has left the loops within
   */
  abstract List<Op> leaving(Op loop, Region body);

  /** The region, each loop behind what has left it. */
  final Region run(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      Op inside = op.withRegions(this::run);
      ops.add(op.repeats() ? remaining(op, inside, ops) : inside);
    }
    return region.withOps(ops);
  }

  /** The loop without what is put in front of it. */
  private Op remaining(Op loop, Op inside, List<Op> before) {
    List<Region> regions = inside.regions();
    Region body = regions.get(regions.size() - 1);
    List<Op> leaving = leaving(loop, body);
    before.addAll(leaving);
    Set<Op> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    gone.addAll(leaving);
    List<Op> rest = body.ops().stream().filter(op -> !gone.contains(op)).toList();
    return inside.withRegions(region -> region == body ? body.withOps(rest) : region);
  }
}
