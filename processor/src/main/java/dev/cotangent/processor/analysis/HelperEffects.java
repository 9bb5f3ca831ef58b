package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call of a helper may do to the caller's arrays, directly or through the helpers that it
 * calls: which of its array parameters it may overwrite, and whether it may be run again on the
 * same arguments, giving the same value and changing nothing.
 */
public final class HelperEffects {
  private final Map<String, Set<Integer>> written = new HashMap<>();
  private final Set<String> unrepeatable = new HashSet<>();

  private boolean programWritesArrays;

  private HelperEffects() {}

  /** Goes through the program's functions until nothing new is found. */
  public static HelperEffects of(Program program) {
    HelperEffects effects = new HelperEffects();
    Map<Function, Aliases> aliases = new IdentityHashMap<>();
    for (Function function : program.functions()) {
      effects.written.putIfAbsent(function.name(), new HashSet<>());
      aliases.put(function, Aliases.of(function, false));
    }
    int size;
    do {
      size = effects.size();
      aliases.forEach(effects::visit);
    } while (effects.size() > size);
    return effects;
  }

  private int size() {
    return unrepeatable.size() + written.values().stream().mapToInt(Set::size).sum();
  }

  private void visit(Function function, Aliases aliases) {
    Structure.forEach(function.body(), op -> visit(op, function, aliases));
    if (!written.get(function.name()).isEmpty()) {
      unrepeatable.add(function.name());
    }
  }

  private void visit(Op op, Function function, Aliases aliases) {
    List<Value> arrays = written(op);
    programWritesArrays |= !arrays.isEmpty();
    for (Value array : arrays) {
      for (int i = 0; i < function.parameters().size(); i++) {
        Value parameter = function.parameters().get(i);
        if (parameter.type().isReference()
            && aliases.classOf(parameter) == aliases.classOf(array)) {
          written.get(function.name()).add(i);
        }
      }
    }
    boolean opaque = (op instanceof Opaque || op instanceof Invoke) && !Effects.of(op).isPure();
    boolean call = op instanceof Call inner && unrepeatable.contains(inner.callee());
    boolean foreign = op instanceof Load load && aliases.isForeign(load.array());
    if (opaque || call || foreign || op instanceof Push || op instanceof Pop) {
      unrepeatable.add(function.name());
    }
  }

  /** The arrays that an operation itself may overwrite; what its regions do is theirs. */
  public List<Value> written(Op op) {
    if (op instanceof Store store) {
      return List.of(store.array());
    }
    if (op instanceof Invoke invoke) {
      return writtenBy(invoke);
    }
    if (op instanceof Opaque opaque && opaque.effect() == Opaque.Effect.WRITES) {
      return opaque.operands().stream().filter(value -> value.type().isReference()).toList();
    }
    List<Value> arrays = new ArrayList<>();
    if (op instanceof Call call) {
      written.get(call.callee()).forEach(index -> arrays.add(call.arguments().get(index)));
    }
    return arrays;
  }

  /** A callee with rules reads its arrays, unless its body here says otherwise. */
  private List<Value> writtenBy(Invoke invoke) {
    boolean unknown = invoke.callee().differential() instanceof Differential.Unknown;
    boolean visible = invoke.callee().body() instanceof Callee.Helper;
    return unknown || visible ? written(invoke.plain()) : List.of();
  }

  /** Whether any function of the program overwrites an element of any array, be it its own. */
  public boolean programWritesArrays() {
    return programWritesArrays;
  }

  /** Whether a call may be repeated, as long as its array arguments keep their contents. */
  public boolean isRepeatable(Call call) {
    return !unrepeatable.contains(call.callee());
  }
}
