package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.ArrayType;
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
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call of a helper may do to the caller's arrays, directly or through the helpers that it
 * calls: which of its array parameters it may overwrite, which it may give to opaque Java, whether
 * it runs opaque Java that may do anything, and whether it may be run again on the same arguments,
 * giving the same value and changing nothing.
 */
public final class HelperEffects {
  /**
   * What a helper may overwrite: the elements of the arrays of one type that are reached from a
   * parameter, be it the parameter's own array or its rows.
   */
  private record Written(int parameter, Type type) {}

  private final Map<String, Set<Written>> written = new HashMap<>();
  private final Map<String, Set<Integer>> given = new HashMap<>();
  private final Set<String> disturbing = new HashSet<>();
  private final Set<String> asking = new HashSet<>();
  private final Set<String> unrepeatable = new HashSet<>();

  private boolean programWritesArrays;
  private boolean leaks;

  private HelperEffects() {}

  /** Goes through the program's functions until nothing new is found. */
  public static HelperEffects of(Program program) {
    HelperEffects effects = new HelperEffects();
    for (Function function : program.functions()) {
      effects.written.putIfAbsent(function.name(), new HashSet<>());
      effects.given.putIfAbsent(function.name(), new HashSet<>());
    }
    int size;
    do {
      size = effects.size();
      program.functions().forEach(effects::visit);
    } while (effects.size() > size);
    effects.leaks = program.functions().stream().anyMatch(effects::leaks);
    return effects;
  }

  /** The same where nothing is asked but what calls of helpers do. */
  public static HelperEffects ofCalls(Program program) {
    return program.helpers().isEmpty() ? new HelperEffects() : of(program);
  }

  /** The same for functions whose callers, somewhere else, may overwrite arrays. */
  public static HelperEffects ofLinked(Program program) {
    HelperEffects effects = of(program);
    effects.programWritesArrays = true;
    return effects;
  }

  private int size() {
    return unrepeatable.size()
        + disturbing.size()
        + asking.size()
        + written.values().stream().mapToInt(Set::size).sum()
        + given.values().stream().mapToInt(Set::size).sum();
  }

  /** Whether some parameter's numbers get to opaque Java that may keep them. */
  private boolean leaks(Function function) {
    Aliases aliases = Aliases.of(function, false, this);
    Value world = aliases.classOf(aliases.world());
    List<Value> inputs =
        function.parameters().stream()
            .filter(p -> p.type().isFloatingArray() || aliases.classOf(p) != world)
            .toList();
    return new Dependence(aliases, true).close(function, inputs).contains(world);
  }

  private void visit(Function function) {
    Aliases aliases = Aliases.of(function, false, this);
    Value world = aliases.classOf(aliases.world());
    for (int i = 0; i < function.parameters().size(); i++) {
      if (aliases.classOf(function.parameters().get(i)) == world) {
        given.get(function.name()).add(i);
      }
    }
    Structure.forEachSeen(function.body(), op -> visit(op, function, aliases));
    if (!written.get(function.name()).isEmpty()) {
      unrepeatable.add(function.name());
    }
  }

  private void visit(Op op, Function function, Aliases aliases) {
    if (disturbs(op)) {
      disturbing.add(function.name());
    }
    if (asks(op)) {
      asking.add(function.name());
    }
    List<ArrayWrite> writes = written(op, aliases);
    programWritesArrays |= !writes.isEmpty() || disturbs(op);
    for (ArrayWrite write : writes) {
      for (int i = 0; i < function.parameters().size(); i++) {
        Value parameter = function.parameters().get(i);
        if (parameter.type().isReference()
            && aliases.classOf(parameter) == aliases.classOf(write.array())) {
          written.get(function.name()).add(new Written(i, write.type()));
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

  /**
   * As {@link #written(Op)}, and what a sweep may overwrite that its caller has left on the tape.
   */
  List<ArrayWrite> written(Op op, Aliases aliases) {
    List<ArrayWrite> writes = new ArrayList<>(written(op));
    boolean call = op instanceof Call || op instanceof Invoke;
    if (call && op.operands().stream().anyMatch(Aliases::isTape)) {
      aliases.onTape().forEach(array -> writes.add(ArrayWrite.anythingIn(array)));
    }
    return writes;
  }

  /** What an operation itself may overwrite; what its regions do is theirs. */
  public List<ArrayWrite> written(Op op) {
    if (op instanceof Store store) {
      return List.of(new ArrayWrite(store.array(), store.array().type()));
    }
    if (op instanceof Invoke invoke) {
      return writtenBy(invoke);
    }
    List<ArrayWrite> writes = new ArrayList<>();
    if (op instanceof Opaque opaque && opaque.effect() == Opaque.Effect.WRITES) {
      opaque.operands().stream()
          .filter(Aliases::isMemory)
          .forEach(value -> writes.add(ArrayWrite.anythingIn(value)));
    }
    if (op instanceof Call call) {
      written
          .getOrDefault(call.callee(), Set.of())
          .forEach(
              known ->
                  writes.add(
                      new ArrayWrite(call.arguments().get(known.parameter()), known.type())));
    }
    return writes;
  }

  /** A callee with rules reads its arrays, unless its body here says otherwise. */
  private List<ArrayWrite> writtenBy(Invoke invoke) {
    return isUnknown(invoke) ? written(invoke.plain()) : List.of();
  }

  /** Whether the operation itself runs opaque Java that may change whatever it knows of. */
  public boolean disturbs(Op op) {
    if (op instanceof Call call) {
      return disturbing.contains(call.callee());
    }
    if (op instanceof Invoke invoke) {
      return isUnknown(invoke) && disturbs(invoke.plain());
    }
    return op instanceof Opaque opaque && opaque.effect() == Opaque.Effect.WRITES;
  }

  /** Whether numbers that opaque Java was given before may come back by the operation. */
  public boolean asks(Op op) {
    if (op instanceof Call call) {
      return asking.contains(call.callee());
    }
    if (!(op instanceof Opaque opaque)) {
      return false;
    }
    boolean reads =
        opaque.effect() == Opaque.Effect.READS
            && opaque.operands().stream().anyMatch(Aliases::isObject);
    boolean gives =
        opaque.results().stream()
            .map(Value::type)
            .anyMatch(type -> type.isFloating() || type.isReference());
    return gives && (reads || opaque.effect() == Opaque.Effect.WRITES);
  }

  private static boolean isUnknown(Invoke invoke) {
    boolean unknown =
        invoke.callee().differential() instanceof Differential.Unknown || isLinked(invoke);
    return unknown || invoke.callee().body() instanceof Callee.Helper;
  }

  /** Whether another companion differentiates the call. */
  static boolean isLinked(Invoke invoke) {
    return invoke.callee().differential() instanceof Differential.Linked;
  }

  /** The arguments that opaque Java may keep after the call. */
  List<Value> givenAway(Call call) {
    List<Value> values = new ArrayList<>();
    given
        .getOrDefault(call.callee(), Set.of())
        .forEach(index -> values.add(call.arguments().get(index)));
    return values;
  }

  /** Whether numbers that are passed to helpers may get to opaque Java that keeps them. */
  boolean leaks() {
    return leaks;
  }

  /**
   * Whether any function of the program, or a caller somewhere else, overwrites an element of any
   * array, be it its own.
   */
  public boolean programWritesArrays() {
    return programWritesArrays;
  }

  /** Whether a call may overwrite numbers in the arrays that it is given. */
  public boolean writesNumbers(String helper) {
    return written.getOrDefault(helper, Set.of()).stream()
        .map(Written::type)
        .anyMatch(type -> type.isFloatingArray() || !(type instanceof ArrayType));
  }

  /** Whether a call may be repeated, as long as its array arguments keep their contents. */
  public boolean isRepeatable(Call call) {
    return !unrepeatable.contains(call.callee());
  }
}
