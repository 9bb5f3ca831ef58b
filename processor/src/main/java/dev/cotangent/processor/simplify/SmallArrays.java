package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The arrays of a function that are a few variables in truth: made here with a literal length, read
 * and written at known indices, and seen by nobody else. What an {@code If} gives is one, too, if
 * each of its branches makes such an array of its own, of the same length.
 */
final class SmallArrays {
  private static final int LONGEST = 8;

  private final Map<Value, Integer> literals = new IdentityHashMap<>();
  private final Map<Value, Integer> lengths = new IdentityHashMap<>();

  /** The arrays that the branches of an {@code If} hand out, by its result. */
  private final Map<Value, List<Value>> handed = new HashMap<>();

  private final Map<Value, Region> homes = new IdentityHashMap<>();
  private final Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Predicate<Value> known;

  private SmallArrays(Function function, Set<Value> knownToBe) {
    this.known = index -> literals.containsKey(index) || knownToBe.contains(index);
    collect(function.body());
    look(function.body());
    seen.addAll(function.results());
    spread();
  }

  /** Those of a function. */
  static SmallArrays of(Function function) {
    return new SmallArrays(function, Set.of());
  }

  /** Those that a function would have if these values were literals, whatever ones. */
  static SmallArrays of(Function function, Set<Value> knownToBe) {
    return new SmallArrays(function, knownToBe);
  }

  boolean contains(Value array) {
    return lengths.containsKey(array) && !seen.contains(array);
  }

  int length(Value array) {
    return lengths.get(array);
  }

  /** The literal integer that a value is, if it is one. */
  OptionalInt literal(Value value) {
    Integer content = literals.get(value);
    return content == null ? OptionalInt.empty() : OptionalInt.of(content);
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> homes.put(result, region));
      if (op instanceof Constant constant && constant.content() instanceof Integer content) {
        literals.put(constant.result(), content);
      } else if (op instanceof Alloc made && made.purpose() == Alloc.Purpose.PRIMAL) {
        collect(made);
      }
      op.regions().forEach(this::collect);
      if (op instanceof If choice) {
        collect(choice);
      }
    }
  }

  private void collect(Alloc made) {
    Integer length = literals.get(made.length());
    boolean numbers = ((ArrayType) made.result().type()).element() instanceof PrimitiveType;
    if (length != null && length >= 0 && length <= LONGEST && numbers) {
      lengths.put(made.result(), length);
    }
  }

  private void collect(If choice) {
    for (int i = 0; i < choice.results().size(); i++) {
      Value first = choice.thenRegion().yields().get(i);
      Value second = choice.elseRegion().yields().get(i);
      boolean own =
          homes.get(first) == choice.thenRegion() && homes.get(second) == choice.elseRegion();
      Integer length = lengths.get(first);
      if (own && length != null && length.equals(lengths.get(second))) {
        Value result = choice.results().get(i);
        lengths.put(result, length);
        handed.put(result, List.of(first, second));
      }
    }
  }

  /** What is done with an array besides reading and writing it at known indices makes it seen. */
  private void look(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Load load) {
        lookAt(load.array(), load.index(), load.result());
      } else if (op instanceof Store store) {
        lookAt(store.array(), store.index(), store.content());
        seen.add(store.content());
      } else if (!(op instanceof Length)) {
        seen.addAll(op.operands());
      }
      op.regions().forEach(this::look);
      if (op instanceof While loop) {
        // A condition hands nothing to the body but its answer.
        loop.condition().ops().forEach(inner -> seen.addAll(Uses.stored(inner)));
      }
      if (op instanceof If choice) {
        lookAt(choice);
      } else {
        op.regions().forEach(inner -> seen.addAll(inner.yields()));
      }
    }
  }

  private void lookAt(Value array, Value index, Value element) {
    Integer length = lengths.get(array);
    Integer at = literals.get(index);
    boolean inside = length != null && (at == null || (at >= 0 && at < length));
    boolean plain = element.type().equals(((ArrayType) array.type()).element());
    if (!inside || !plain || !known.test(index)) {
      seen.add(array);
    }
  }

  /** An array that is handed out twice, or not as one of such a pair, is seen. */
  private void lookAt(If choice) {
    for (Region branch : choice.regions()) {
      for (int i = 0; i < branch.yields().size(); i++) {
        Value array = branch.yields().get(i);
        boolean twice = Collections.frequency(branch.yields(), array) > 1;
        if (twice || !handed.containsKey(choice.results().get(i))) {
          seen.add(array);
        }
      }
    }
  }

  /** If one of the arrays that may be the same is seen, all are. */
  private void spread() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<Value, List<Value>> entry : handed.entrySet()) {
        boolean any =
            seen.contains(entry.getKey()) || entry.getValue().stream().anyMatch(seen::contains);
        if (any) {
          changed |= seen.add(entry.getKey());
          changed |= seen.addAll(entry.getValue());
        }
      }
    }
  }

  /** The loops' indices inside a region, for loops that satisfy the condition. */
  static void indices(Region region, Predicate<For> condition, Set<Value> found) {
    for (Op op : region.ops()) {
      if (op instanceof For loop && condition.test(loop)) {
        found.add(loop.index());
      }
      op.regions().forEach(inner -> indices(inner, condition, found));
    }
  }
}
