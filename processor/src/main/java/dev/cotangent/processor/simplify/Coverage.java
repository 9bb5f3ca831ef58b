package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an iteration of one loop throws only what the same iteration of another loop, run before
 * it, has thrown already: every access of the second that could fail is one that the first has made
 * too, with the same array and index, under the same conditions and in inner loops over the same
 * range. Values of both are numbered alike for that.
 */
final class Coverage {
  private final Roots roots;
  private final Memory memory;
  private final Map<Value, Value> numbers = new IdentityHashMap<>();
  private final Map<Value, Integer> order = new IdentityHashMap<>();

  private Coverage(Roots roots, Memory memory) {
    this.roots = roots;
    this.memory = memory;
  }

  /** Whether {@code first} covers {@code second}; both have the same header. */
  static boolean holds(For first, For second, Roots roots, Memory memory) {
    Coverage coverage = new Coverage(roots, memory);
    Scope scope = new Scope();
    coverage.record(first.body(), scope);
    coverage.numbers.put(second.index(), first.index());
    return coverage.isCovered(second.body(), scope);
  }

  /** What is known to have come through: operations, and what ran inside branches and loops. */
  private static final class Scope {
    final Map<Object, Value> known = new HashMap<>();
    final Map<Object, Scope> inner = new HashMap<>();
    final Map<Object, Value> indices = new HashMap<>();

    /** A scope that knows what two others know. */
    Scope with(Scope other) {
      Scope both = new Scope();
      both.add(this);
      if (other != null) {
        both.add(other);
      }
      return both;
    }

    private void add(Scope other) {
      known.putAll(other.known);
      inner.putAll(other.inner);
      indices.putAll(other.indices);
    }
  }

  private Value number(Value value) {
    return numbers.getOrDefault(value, value);
  }

  private List<Value> numbers(List<Value> values) {
    return values.stream().map(this::number).toList();
  }

  private Optional<Object> key(Op op) {
    List<Value> operands = numbers(op.operands());
    if (op instanceof Load) {
      return Optional.of(List.of(Load.class, operands));
    }
    if (op.regions().isEmpty()) {
      return ExpressionKey.of(op, operands, v -> order.computeIfAbsent(v, w -> order.size()))
          .map(key -> key);
    }
    return RegionKey.of(op, this::number);
  }

  private Object header(For loop) {
    return List.of(
        For.class, number(loop.start()), number(loop.bound()), loop.step(), loop.relation());
  }

  private Object branch(If op, int k) {
    return List.of(If.class, number(op.condition()), k);
  }

  private void record(Region region, Scope scope) {
    for (Op op : region.ops()) {
      if (op instanceof If branch) {
        for (int k = 0; k < 2; k++) {
          Scope inner = scope.inner.computeIfAbsent(branch(branch, k), key -> new Scope());
          record(branch.regions().get(k), inner);
        }
      } else if (op instanceof For loop) {
        Value index = scope.indices.putIfAbsent(header(loop), loop.index());
        numbers.put(loop.index(), index == null ? loop.index() : index);
        record(loop.body(), scope.inner.computeIfAbsent(header(loop), key -> new Scope()));
      }
      key(op).ifPresent(key -> recordResults(op, key, scope));
    }
  }

  private void recordResults(Op op, Object key, Scope scope) {
    for (int k = 0; k < op.results().size(); k++) {
      Value result = op.results().get(k);
      Value first = scope.known.putIfAbsent(List.of(key, k), result);
      numbers.put(result, first == null ? result : first);
    }
  }

  private boolean isCovered(Region region, Scope scope) {
    for (Op op : region.ops()) {
      Optional<Object> key = key(op);
      boolean known = key.isPresent() && scope.known.containsKey(List.of(key.get(), 0));
      if (!known && !isHarmless(op)) {
        return false;
      }
      if (op instanceof If branch && !areBranchesCovered(branch, scope)) {
        return false;
      }
      if (op instanceof For loop && !isLoopCovered(loop, scope)) {
        return false;
      }
      key.ifPresent(k -> recordResults(op, k, scope));
    }
    return true;
  }

  private boolean areBranchesCovered(If branch, Scope scope) {
    for (int k = 0; k < 2; k++) {
      Scope inner = scope.with(scope.inner.get(branch(branch, k)));
      if (!isCovered(branch.regions().get(k), inner)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLoopCovered(For loop, Scope scope) {
    Object header = header(loop);
    Value index = scope.indices.get(header);
    if (index != null) {
      numbers.put(loop.index(), index);
    }
    return isCovered(loop.body(), scope.with(scope.inner.get(header)));
  }

  /** Whether the operation itself cannot fail and changes nothing but the derivative's memory. */
  private boolean isHarmless(Op op) {
    if (op instanceof Store store) {
      return memory.isDerivative(store.array());
    }
    return !roots.isRoot(op);
  }
}
