package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Accumulation;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The work arrays that each iteration of a loop could make anew: they are made before the loop and
 * touched inside it alone, and each iteration writes them whole before it reads them, if the loops
 * that do so are long enough.
 */
final class PrivateArrays {
  /**
   * What must hold in each iteration.
   *
   * @param written how many elements are written, from the first one on
   * @param length how many there are
   */
  record Condition(Value written, Value length) {}

  private final Map<Value, Alloc> candidates;
  private final Map<Value, Op> definitions;
  private final Set<Value> failed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Set<Value>> bounds = new IdentityHashMap<>();

  private PrivateArrays(Map<Value, Alloc> candidates, Map<Value, Op> definitions) {
    this.candidates = candidates;
    this.definitions = definitions;
  }

  /**
   * What is found of a loop that only adds up, and whose iterations would change no floating array
   * but their own.
   *
   * @param arrays what makes the arrays
   * @param conditions what is to be asked
   */
  record Found(For loop, List<Alloc> arrays, List<Condition> conditions) {}

  /** What is found of the loops that stand in no other operation. */
  static List<Found> of(Function function, Map<Value, Op> definitions) {
    List<Found> found = new ArrayList<>();
    for (Op op : function.body().ops()) {
      if (op instanceof For loop && onlyAddsUp(loop)) {
        PrivateArrays arrays =
            new PrivateArrays(candidates(function, loop, definitions), definitions);
        Map<Value, Value> written = new IdentityHashMap<>();
        arrays.walk(loop.body(), written);
        arrays.addTo(found, loop);
      }
    }
    return found;
  }

  /** Whether the numbers that an iteration takes from the one before are sums. */
  private static boolean onlyAddsUp(For loop) {
    List<Value> sums = new ArrayList<>();
    List<Value> next = new ArrayList<>();
    Set<Value> read = Uses.of(loop);
    for (int i = 0; i < loop.carried().size(); i++) {
      Value carried = loop.carried().get(i);
      if (carried.type().isFloating() && read.contains(carried)) {
        sums.add(carried);
        next.add(loop.body().yields().get(i));
      }
    }
    return !sums.isEmpty() && Accumulation.holds(sums, next, loop.body());
  }

  /** The arrays of numbers that are made before the loop and have no use but in it. */
  private static Map<Value, Alloc> candidates(
      Function function, For loop, Map<Value, Op> definitions) {
    Map<Value, Alloc> candidates = new IdentityHashMap<>();
    for (Value array : Uses.stored(loop)) {
      if (definitions.get(array) instanceof Alloc alloc
          && ((ArrayType) array.type()).element() == PrimitiveType.DOUBLE
          && function.body().ops().contains(alloc)) {
        candidates.put(array, alloc);
      }
    }
    Set<Op> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    Uses.forEach(loop, inside::add);
    function.results().forEach(candidates::remove);
    Structure.forEach(
        function.body(),
        op -> {
          op.operands().stream()
              .filter(value -> !inside.contains(op) || !isAccess(op, value))
              .forEach(candidates::remove);
          op.regions().forEach(region -> region.yields().forEach(candidates::remove));
        });
    return candidates;
  }

  private static boolean isAccess(Op op, Value array) {
    return (op instanceof Load load && load.array() == array)
        || (op instanceof Store store && store.array() == array);
  }

  /** Follows what an iteration has written whole, and how far, when it comes to each load. */
  private void walk(Region region, Map<Value, Value> written) {
    for (Op op : region.ops()) {
      if (op instanceof Load load && candidates.containsKey(load.array())) {
        Value bound = written.get(load.array());
        if (bound == null) {
          failed.add(load.array());
        } else {
          bounds.computeIfAbsent(load.array(), array -> new LinkedHashSet<>()).add(bound);
        }
      }
      op.regions().forEach(inner -> walk(inner, new IdentityHashMap<>(written)));
      if (op instanceof For loop && countsFromZero(loop)) {
        for (Op inner : loop.body().ops()) {
          if (inner instanceof Store store && store.index() == loop.index()) {
            written.putIfAbsent(store.array(), loop.bound());
          }
        }
      }
    }
  }

  private boolean countsFromZero(For loop) {
    return Reductions.Direction.of(loop).filter(Reductions.Direction.UP::equals).isPresent()
        && definitions.get(loop.start()) instanceof Constant start
        && start.content().equals(0);
  }

  private void addTo(List<Found> found, For loop) {
    Set<Value> made = Collections.newSetFromMap(new IdentityHashMap<>());
    Structure.forEach(loop.body(), op -> made.addAll(op.results()));
    boolean itsOwn =
        Uses.stored(loop).stream()
            .filter(array -> array.type().isFloatingArray())
            .allMatch(array -> made.contains(array) || isPrivate(array));
    List<Alloc> arrays =
        candidates.values().stream().filter(alloc -> isPrivate(alloc.result())).toList();
    if (itsOwn && !arrays.isEmpty()) {
      found.add(new Found(loop, arrays, conditions(arrays)));
    }
  }

  private boolean isPrivate(Value array) {
    return candidates.containsKey(array) && !failed.contains(array) && bounds.containsKey(array);
  }

  private List<Condition> conditions(List<Alloc> arrays) {
    Map<Condition, Condition> conditions = new HashMap<>();
    List<Condition> inOrder = new ArrayList<>();
    for (Alloc alloc : arrays) {
      for (Value bound : bounds.get(alloc.result())) {
        Condition condition = new Condition(bound, alloc.length());
        if (bound != alloc.length() && conditions.put(condition, condition) == null) {
          inOrder.add(condition);
        }
      }
    }
    return inOrder;
  }
}
