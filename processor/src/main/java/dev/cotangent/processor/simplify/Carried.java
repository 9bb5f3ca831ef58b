package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rebuilds an operation with regions so that only some of its results, and what feeds them, remain.
 */
final class Carried {
  private Carried() {}

  /**
   * The operation with the results whose index is wanted: of a loop, with the carried values that
   * belong to them. The operation itself if that is all of it.
   *
   * @param regions the operation's regions with all their parameters and yields
   */
  static Op select(Op op, List<Region> regions, IntPredicate wanted) {
    List<Value> results = keep(op.results(), wanted);
    if (results.size() == op.results().size() && Lists.same(regions, op.regions())) {
      return op;
    }
    if (op instanceof For loop) {
      Region body = regions.get(0);
      List<Value> operands =
          Lists.concat(List.of(loop.start(), loop.bound()), keep(loop.initial(), wanted));
      List<Value> carried = body.parameters().subList(1, body.parameters().size());
      List<Value> parameters = Lists.concat(body.parameters().subList(0, 1), keep(carried, wanted));
      Region selected = new Region(parameters, body.ops(), keep(body.yields(), wanted));
      return op.rebuild(operands, results, List.of(selected));
    }
    if (op instanceof While loop) {
      Region test = regions.get(0);
      Region body = regions.get(1);
      return op.rebuild(
          keep(loop.initial(), wanted),
          results,
          List.of(
              new Region(keep(test.parameters(), wanted), test.ops(), test.yields()),
              new Region(
                  keep(body.parameters(), wanted), body.ops(), keep(body.yields(), wanted))));
    }
    if (op instanceof If) {
      List<Region> selected =
          regions.stream()
              .map(r -> new Region(r.parameters(), r.ops(), keep(r.yields(), wanted)))
              .toList();
      return op.rebuild(op.operands(), results, selected);
    }
    return op.rebuild(op.operands(), op.results(), regions);
  }

  private static List<Value> keep(List<Value> values, IntPredicate wanted) {
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (wanted.test(i)) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }
}
