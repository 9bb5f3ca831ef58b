package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which carried values of a loop are always equal: the coarsest partition in which equal ones start
 * equal and, as long as all that share a class are equal, are yielded equal. It starts from the
 * classes of the initial values and is refined by numbering the values of the body.
 */
final class CarriedClasses {
  private final List<Object> starts;
  private final List<Value> carried;
  private final Region body;
  private final Substitution substitution;

  CarriedClasses(List<Object> starts, List<Value> carried, Region body, Substitution substitution) {
    this.starts = starts;
    this.carried = carried;
    this.body = body;
    this.substitution = substitution;
  }

  /** For each carried value the index of the first one of its class. */
  List<Integer> find() {
    List<Integer> classes = firsts(starts);
    while (true) {
      Map<Value, Object> numbers = number(classes);
      List<Object> refined = new ArrayList<>();
      for (int k = 0; k < carried.size(); k++) {
        refined.add(List.of(classes.get(k), of(body.yields().get(k), numbers)));
      }
      List<Integer> finer = firsts(refined);
      if (finer.equals(classes)) {
        return classes;
      }
      classes = finer;
    }
  }

  private static List<Integer> firsts(List<Object> keys) {
    Map<Object, Integer> first = new HashMap<>();
    List<Integer> classes = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      first.putIfAbsent(keys.get(k), k);
      classes.add(first.get(keys.get(k)));
    }
    return classes;
  }

  private Object of(Value value, Map<Value, Object> numbers) {
    Value current = substitution.get(value);
    return numbers.getOrDefault(current, current);
  }

  /** An operation's key and whether it is exact. */
  private record Numbered(ExpressionKey key, boolean exact) {}

  /** A value for each value of the body, equal ones for equal values. */
  private Map<Value, Object> number(List<Integer> classes) {
    Map<Value, Object> numbers = new IdentityHashMap<>();
    for (int k = 0; k < carried.size(); k++) {
      numbers.put(carried.get(k), carried.get(classes.get(k)));
    }
    Map<Numbered, Value> known = new HashMap<>();
    Map<Value, Integer> order = new IdentityHashMap<>();
    for (Op op : body.ops()) {
      List<Value> operands =
          op.operands().stream().map(operand -> (Value) of(operand, numbers)).toList();
      ExpressionKey.of(op, operands, v -> order.computeIfAbsent(v, w -> order.size()))
          .ifPresent(
              key -> {
                Value result = op.results().get(0);
                numbers.put(
                    result,
                    known.computeIfAbsent(new Numbered(key, Exactness.isExact(op)), n -> result));
              });
    }
    return numbers;
  }
}
