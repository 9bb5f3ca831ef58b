package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads before a loop the elements that every iteration reads alike: then a reverse sweep need
 * remember them once and not for each iteration.
 *
 * <p>Array and index are defined outside the loop, nothing in it may write such an element, and the
 * read cannot throw ({@link Roots}), since the loop may not run at all.
 */
public final class HoistLoads implements Pass {
  @Override
  public Program run(Program program) {
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, run(helper)));
    return new Program(run(program.main()), helpers);
  }

  private static Function run(Function function) {
    Memory memory = Memory.of(function, Set.of());
    Hoister hoister = new Hoister(memory, new Roots(function, memory, false));
    return new Function(function.name(), hoister.run(function.body()));
  }

  /** Inner loops first, so that what leaves an inner loop may leave the outer one too. */
  private record Hoister(Memory memory, Roots roots) {
    Region run(Region region) {
      List<Op> ops = new ArrayList<>();
      for (Op op : region.ops()) {
        List<Region> regions = new ArrayList<>(op.regions().stream().map(this::run).toList());
        if (op instanceof For || op instanceof While) {
          int last = regions.size() - 1;
          Region body = regions.get(last);
          List<Op> hoisted = leaving(op, body);
          ops.addAll(hoisted);
          List<Op> rest = body.ops().stream().filter(o -> !hoisted.contains(o)).toList();
          regions.set(last, new Region(body.parameters(), rest, body.yields()));
        }
        ops.add(regions.isEmpty() ? op : op.rebuild(op.operands(), op.results(), regions));
      }
      return new Region(region.parameters(), ops, region.yields());
    }

    private List<Op> leaving(Op loop, Region body) {
      Set<Value> variant = Collections.newSetFromMap(new IdentityHashMap<>());
      variant.addAll(body.parameters());
      List<Op> leaving = new ArrayList<>();
      for (Op op : body.ops()) {
        if (op.operands().stream().noneMatch(variant::contains) && isFree(op, loop)) {
          leaving.add(op);
        } else {
          variant.addAll(op.results());
        }
      }
      return leaving;
    }

    private boolean isFree(Op op, Op loop) {
      return op instanceof Load load && !roots.isRoot(load) && !memory.mayWrite(loop, load.array());
    }
  }
}
