package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks once what two {@code If}s of one region ask one after the other: with the same condition,
 * they become one, each branch of which is both branches in turn. What stands between them must be
 * pure, and what the second needs of it must not depend on the first, so that it can be computed
 * before both.
 */
public final class MergeBranches implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(function -> function.withBody(run(function.body())));
  }

  /** Outer branches first, so that inner ones of both come together too. */
  private static Region run(Region region) {
    List<Op> ops = new ArrayList<>(region.ops());
    for (int i = 0; i < ops.size(); i++) {
      Optional<List<Op>> merged = mergeFrom(i, ops);
      while (merged.isPresent()) {
        ops = merged.get();
        merged = mergeFrom(i, ops);
      }
    }
    return region.withOps(ops.stream().map(op -> op.withRegions(MergeBranches::run)).toList());
  }

  /** The operations with the {@code If} at {@code i} and the next one like it merged. */
  private static Optional<List<Op>> mergeFrom(int i, List<Op> ops) {
    if (!(ops.get(i) instanceof If first)) {
      return Optional.empty();
    }
    for (int j = i + 1; j < ops.size(); j++) {
      Op op = ops.get(j);
      if (op instanceof If second && second.condition() == first.condition()) {
        List<Op> tail = ops.subList(j + 1, ops.size());
        return merge(first, ops.subList(i + 1, j), second)
            .map(middle -> Lists.concat(Lists.concat(ops.subList(0, i), middle), tail));
      }
      if (!Effects.of(op).isPure()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Op>> merge(If first, List<Op> between, If second) {
    Set<Value> needed = Uses.of(second);
    List<Op> before = new ArrayList<>();
    List<Op> after = new ArrayList<>();
    for (int k = between.size() - 1; k >= 0; k--) {
      Op op = between.get(k);
      if (op.results().stream().anyMatch(needed::contains)) {
        needed.addAll(Uses.of(op));
        before.add(0, op);
      } else {
        after.add(0, op);
      }
    }
    Set<Value> late = Collections.newSetFromMap(new IdentityHashMap<>());
    late.addAll(first.results());
    if (before.stream().anyMatch(op -> Uses.of(op).stream().anyMatch(late::contains))) {
      return Optional.empty();
    }
    List<Op> all = new ArrayList<>(before);
    all.add(merged(first, second));
    all.addAll(after);
    return Optional.of(all);
  }

  private static If merged(If first, If second) {
    return new If(
        first.condition(),
        merged(first, first.thenRegion(), second.thenRegion()),
        merged(first, first.elseRegion(), second.elseRegion()),
        Lists.concat(first.results(), second.results()),
        first.source());
  }

  /** Inside, a result of the first is what its branch yields. */
  private static Region merged(If first, Region earlier, Region later) {
    Substitution yields = new Substitution();
    for (int k = 0; k < first.results().size(); k++) {
      yields.put(first.results().get(k), earlier.yields().get(k));
    }
    Region known = yields.apply(later);
    return new Region(
        List.of(),
        Lists.concat(earlier.ops(), known.ops()),
        Lists.concat(earlier.yields(), known.yields()));
  }
}
