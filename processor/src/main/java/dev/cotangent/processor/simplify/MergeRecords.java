package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what a loop records in one array instead of many: of {@code n} arrays of one length and
 * type, element {@code i} of the {@code k}th becomes element {@code i * n + k}. What one iteration
 * records then lies side by side, and the holder has one pool instead of hundreds.
 *
 * <p>Only arrays that are loaded from and stored to, and nothing else, are merged: nobody sees
 * their length or identity. Indices of records are never out of bounds. A few arrays stay as they
 * are, since they read better.
 */
public final class MergeRecords implements Pass {
  /** Fewer arrays than this stay apart. */
  private static final int FEWEST = 16;

  @Override
  public Program run(Program program) {
    return program.map(MergeRecords::run);
  }

  private static Function run(Function function) {
    Map<Value, Group> groups = groups(function);
    if (groups.isEmpty()) {
      return function;
    }
    // Every access of one iteration has computed where the iteration's records begin.
    Program merged = Program.of(new Merger(groups).rewrite(function));
    return new EliminateCommonSubexpressions(Facts.NONE).run(merged).main();
  }

  /** Arrays of one region that have the same length and type. */
  private record Group(Value length, Type element, List<Value> arrays) {}

  /** The group of each array that is merged. */
  private static Map<Value, Group> groups(Function function) {
    Set<Value> shared = sharedArrays(function);
    Map<Value, Group> all = new IdentityHashMap<>();
    collect(function.body(), shared, all);
    all.values().removeIf(group -> group.arrays().size() < FEWEST);
    return all;
  }

  private static void collect(Region region, Set<Value> shared, Map<Value, Group> all) {
    Map<Value, Map<Type, Group>> here = new IdentityHashMap<>();
    for (Op op : region.ops()) {
      if (op instanceof Alloc alloc && isMergeable(alloc) && !shared.contains(alloc.result())) {
        Type element = ((ArrayType) alloc.result().type()).element();
        Group group =
            here.computeIfAbsent(alloc.length(), length -> new LinkedHashMap<>())
                .computeIfAbsent(
                    element, type -> new Group(alloc.length(), type, new ArrayList<>()));
        group.arrays().add(alloc.result());
        all.put(alloc.result(), group);
      }
      op.regions().forEach(inner -> collect(inner, shared, all));
    }
  }

  private static boolean isMergeable(Alloc alloc) {
    return alloc.purpose() == Alloc.Purpose.RECORD
        && ((ArrayType) alloc.result().type()).element() instanceof PrimitiveType;
  }

  /** What is used in another way than by loads and stores of elements. */
  private static Set<Value> sharedArrays(Function function) {
    Set<Value> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    shared.addAll(function.results());
    Structure.forEach(
        function.body(),
        op -> {
          op.regions().forEach(region -> shared.addAll(region.yields()));
          List<Value> operands = op.operands();
          boolean element = op instanceof Load || op instanceof Store;
          shared.addAll(element ? operands.subList(1, operands.size()) : operands);
        });
    return shared;
  }

  /** Puts one array in the place of each group's. */
  private static final class Merger extends Rewriter {
    private final Map<Value, Group> groups;

    Merger(Map<Value, Group> groups) {
      super(true);
      this.groups = groups;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Alloc alloc && groups.containsKey(alloc.result())) {
        allocate(groups.get(alloc.result()), alloc, out);
      } else if (op instanceof Load load && groups.containsKey(load.array())) {
        Value index = position(load.array(), load.index(), out);
        Value result = fresh(load.result());
        replace(load.result(), result);
        out.append(new Load(map(load.array()), index, result));
      } else if (op instanceof Store store && groups.containsKey(store.array())) {
        Value index = position(store.array(), store.index(), out);
        out.append(new Store(map(store.array()), index, map(store.content()), store.source()));
      } else {
        copy(op, out);
      }
    }

    private void allocate(Group group, Alloc alloc, Builder out) {
      if (group.arrays().get(0) != alloc.result()) {
        return;
      }
      Value length = out.multiply(map(group.length()), out.constant(group.arrays().size()));
      ArrayType type = new ArrayType(group.element());
      Value merged = out.alloc(type, length, Alloc.Purpose.RECORD, "records");
      group.arrays().forEach(array -> replace(array, merged));
    }

    private Value position(Value array, Value index, Builder out) {
      List<Value> arrays = groups.get(array).arrays();
      Value first = out.multiply(map(index), out.constant(arrays.size()));
      return out.add(first, out.constant(arrays.indexOf(array)));
    }
  }
}
