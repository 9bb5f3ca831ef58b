package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which references may be the same array: a partition of the function's references by flow
 * (Steensgaard's unification); an array of arrays and its rows are one class. Two references of
 * different classes never share memory, with one exception that callers ask for by {@link
 * #isForeign}: an array that opaque Java hands out may be one that the caller passed.
 */
public final class Aliases {
  private final Map<Value, Value> parent = new IdentityHashMap<>();
  private final Map<Value, Boolean> foreign = new IdentityHashMap<>();
  private final List<Value> references = new ArrayList<>();

  private Aliases() {}

  /**
   * The partition of one function.
   *
   * @param distinctParameters whether floating arrays passed as different parameters are known to
   *     be different arrays; arrays of other elements never are
   */
  public static Aliases of(Function function, boolean distinctParameters) {
    Aliases aliases = new Aliases();
    Map<Type, Value> firstOfType = new HashMap<>();
    for (Value parameter : function.parameters()) {
      if (aliases.add(parameter) && !(distinctParameters && parameter.type().isFloatingArray())) {
        Value first = firstOfType.putIfAbsent(parameter.type(), parameter);
        if (first != null) {
          aliases.unite(first, parameter);
        }
      }
    }
    Structure.forEach(function.body(), aliases::visit);
    return aliases;
  }

  private void visit(Op op) {
    op.results().forEach(this::add);
    op.regions().forEach(region -> region.parameters().forEach(this::add));
    Flow.edges(op, this::uniteReferences);
    if (op instanceof Grow grow) {
      unite(grow.array(), grow.result());
    }
    if (op instanceof Load load) {
      uniteReferences(load.result(), load.array());
    }
    if (op instanceof Store store) {
      uniteReferences(store.content(), store.array());
    }
    if (op instanceof Opaque || op instanceof Invoke) {
      op.results().stream().filter(result -> result.type().isReference()).forEach(this::mark);
    }
  }

  private boolean add(Value value) {
    if (!value.type().isReference()) {
      return false;
    }
    references.add(value);
    return true;
  }

  private void mark(Value value) {
    foreign.put(value, true);
  }

  private void uniteReferences(Value a, Value b) {
    if (a.type().isReference()) {
      unite(a, b);
    }
  }

  private void unite(Value a, Value b) {
    Value rootA = classOf(a);
    Value rootB = classOf(b);
    if (rootA != rootB) {
      parent.put(rootB, rootA);
    }
  }

  /** The representative of the value's class. */
  public Value classOf(Value reference) {
    Value root = reference;
    while (parent.containsKey(root)) {
      root = parent.get(root);
    }
    return root;
  }

  /** Whether the class has a member that opaque Java made. */
  public boolean isForeign(Value reference) {
    Value wanted = classOf(reference);
    return foreign.keySet().stream().anyMatch(member -> classOf(member) == wanted);
  }

  /** All references of one class, in program order. */
  public List<Value> members(Value reference) {
    Value wanted = classOf(reference);
    return references.stream().filter(member -> classOf(member) == wanted).toList();
  }
}
