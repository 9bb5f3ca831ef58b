package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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
    return program.map(HoistLoads::run);
  }

  private static Function run(Function function) {
    Memory memory = Memory.of(function, Set.of());
    Loads loads = new Loads(memory, new Roots(function, memory, false));
    return function.withBody(loads.run(function.body()));
  }

  private static final class Loads extends Hoister {
    private final Memory memory;
    private final Roots roots;

    Loads(Memory memory, Roots roots) {
      this.memory = memory;
      this.roots = roots;
    }

    @Override
    List<Op> leaving(Op loop, Region body) {
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
