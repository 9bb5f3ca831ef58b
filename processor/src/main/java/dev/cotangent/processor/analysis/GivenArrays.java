package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which arrays may be, or be reached from, a result of a function, or an array that comes from
 * elsewhere: a partition of its references by flow, in which an array of arrays and its rows are
 * one class.
 */
final class GivenArrays {
  private final Map<Value, Value> parent = new IdentityHashMap<>();
  private final Map<Type, Value> onTape = new HashMap<>();
  private final List<Value> results;
  private final List<Value> foreign;

  private GivenArrays(Function function) {
    this.results = function.results();
    this.foreign = new ArrayList<>(function.parameters());
  }

  static GivenArrays of(Function function) {
    GivenArrays given = new GivenArrays(function);
    Structure.forEach(function.body(), given::visit);
    return given;
  }

  /** Whether whoever called the function may hold the array when it has returned. */
  boolean contains(Value array) {
    Value wanted = root(array);
    return results.stream().anyMatch(result -> root(result) == wanted);
  }

  /** Whether the array may be one that this function has from elsewhere. */
  boolean mayBeForeign(Value array) {
    Value wanted = root(array);
    return foreign.stream().anyMatch(value -> root(value) == wanted);
  }

  /** Whether one of two arrays may be, or be reached from, the other. */
  boolean areTogether(Value a, Value b) {
    return root(a) == root(b);
  }

  private void visit(Op op) {
    if (op instanceof Pop || op instanceof Call || op instanceof Invoke || op instanceof Opaque) {
      foreign.addAll(op.results());
    }
    Flow.edges(op, this::unite);
    if (op instanceof Store store) {
      unite(store.array(), store.content());
    } else if (op instanceof Push push) {
      unite(onTape.computeIfAbsent(push.content().type(), type -> push.content()), push.content());
    } else if (op instanceof Pop pop) {
      unite(onTape.computeIfAbsent(pop.result().type(), type -> pop.result()), pop.result());
    } else if (op.regions().isEmpty() && !makesItsOwn(op)) {
      op.results().forEach(result -> op.operands().forEach(operand -> unite(operand, result)));
    }
  }

  /** A copy of numbers, and a shadow, share nothing with what they are made from. */
  private static boolean makesItsOwn(Op op) {
    return op instanceof ShadowOf
        || (op instanceof CloneArray copy
            && !((ArrayType) copy.array().type()).element().isReference());
  }

  private void unite(Value a, Value b) {
    if (a.type().isReference() && b.type().isReference()) {
      Value rootA = root(a);
      Value rootB = root(b);
      if (rootA != rootB) {
        parent.put(rootB, rootA);
      }
    }
  }

  private Value root(Value value) {
    Value root = value;
    for (Value next = parent.get(root); next != null; next = parent.get(root)) {
      Value behind = parent.get(next);
      if (behind != null) {
        // Keeps the paths short.
        parent.put(root, behind);
      }
      root = next;
    }
    return root;
  }
}
