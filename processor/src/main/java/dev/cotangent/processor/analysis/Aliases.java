package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which references may be the same array or lead to it: a partition of the function's references by
 * flow (Steensgaard's unification); an array of arrays and its rows are one class, and so is
 * everything that opaque Java may have kept, {@link #world}. Two references of different classes
 * never share memory, with one exception that callers ask for by {@link #isForeign}: an array that
 * opaque Java hands out may be one that the caller passed. Text and boxes, which never change, are
 * in no class but their own.
 */
public final class Aliases {
  private final Map<Value, Value> parent = new IdentityHashMap<>();
  private final Map<Value, Boolean> foreign = new IdentityHashMap<>();
  private final List<Value> references = new ArrayList<>();
  private final Value world = new Value(new ReferenceType("java.lang.Object"));
  private final Value text = new Value(ReferenceType.STRING);
  private final HelperEffects helpers;

  /** One reference of each innermost type that is pushed on a tape or popped from one. */
  private final Map<Type, Value> onTape = new HashMap<>();

  private Aliases(HelperEffects helpers) {
    this.helpers = helpers;
  }

  /**
   * The partition of one function.
   *
   * @param distinctParameters whether floating arrays passed as different parameters are known to
   *     be different arrays; arrays of other elements never are
   * @param helpers what calls do with what they are given
   */
  public static Aliases of(Function function, boolean distinctParameters, HelperEffects helpers) {
    return of(function, distinctParameters, helpers, List.of());
  }

  /**
   * The same for a function of which more is known.
   *
   * @param together references that may be one array, though no operation says so
   */
  public static Aliases of(
      Function function,
      boolean distinctParameters,
      HelperEffects helpers,
      List<List<Value>> together) {
    Aliases aliases = new Aliases(helpers);
    Map<Type, Value> firstOfType = new HashMap<>();
    for (Value parameter : function.parameters()) {
      if (aliases.add(parameter) && !(distinctParameters && parameter.type().isFloatingArray())) {
        // One may be a row of the other.
        Value first = firstOfType.putIfAbsent(innermost(parameter.type()), parameter);
        if (first != null) {
          aliases.unite(first, parameter);
        }
      }
    }
    Structure.forEach(function.body(), aliases::visit);
    together.forEach(pair -> aliases.unite(pair.get(0), pair.get(1)));
    return aliases;
  }

  private static Type innermost(Type type) {
    return type instanceof ArrayType array ? innermost(array.element()) : type;
  }

  private void visit(Op op) {
    op.results().forEach(this::add);
    op.regions().forEach(region -> region.parameters().forEach(this::add));
    Flow.edges(op, this::uniteReferences);
    if (op instanceof Grow grow) {
      unite(grow.array(), grow.result());
    }
    if (op instanceof CloneArray copy
        && ((ArrayType) copy.array().type()).element().isReference()) {
      // The copy of an array of arrays has the same rows.
      unite(copy.array(), copy.result());
    }
    if (op instanceof Load load) {
      uniteReferences(load.result(), load.array());
    }
    if (op instanceof Store store) {
      uniteReferences(store.content(), store.array());
    }
    if (op instanceof Pop pop) {
      keepOnTape(pop.result());
    }
    if (op instanceof Opaque opaque) {
      opaque(opaque);
    }
    if (op.operands().stream().anyMatch(Aliases::isTape)) {
      // The sweep of a helper may leave its arguments there.
      op.operands().forEach(this::keepOnTape);
    }
    if (op instanceof Invoke invoke) {
      invoke(invoke);
    }
    if (op instanceof Call call) {
      call(call);
    }
  }

  /** What is popped may be anything of its kind that was pushed. */
  private void keepOnTape(Value value) {
    if (isMemory(value)) {
      unite(onTape.computeIfAbsent(innermost(value.type()), type -> value), value);
    }
  }

  private void opaque(Opaque op) {
    op.results().stream().filter(Aliases::isMemory).forEach(this::mark);
    if (op.effect() == Opaque.Effect.WRITES) {
      Lists.concat(op.operands(), op.results()).forEach(this::giveAway);
    } else if (op.effect() != Opaque.Effect.NONE) {
      op.results()
          .forEach(result -> op.operands().forEach(operand -> uniteReferences(result, operand)));
    }
  }

  /** Of a callee that nobody knows the worst is assumed. */
  private void invoke(Invoke op) {
    op.results().stream().filter(Aliases::isMemory).forEach(this::mark);
    if (HelperEffects.isLinked(op)) {
      // A companion whose method kept values to differentiate would have been refused.
      op.operands().stream()
          .filter(operand -> !operand.type().isFloatingArray())
          .forEach(this::giveAway);
      // An array that it gives is one that it was given, or a new one.
      op.operands().stream()
          .filter(operand -> operand.type().isFloatingArray())
          .forEach(operand -> op.results().forEach(result -> uniteReferences(result, operand)));
    } else if (helpers.disturbs(op)) {
      Lists.concat(op.operands(), op.results()).forEach(this::giveAway);
    }
  }

  /** What a helper gives may be what it was given, or what it got from elsewhere. */
  private void call(Call op) {
    helpers.givenAway(op).forEach(this::giveAway);
    for (Value result : op.results()) {
      if (isMemory(result)) {
        mark(result);
        op.arguments().forEach(argument -> uniteReferences(result, argument));
      }
      if (helpers.disturbs(op)) {
        giveAway(result);
      }
    }
  }

  private void giveAway(Value value) {
    uniteReferences(world, value);
  }

  /** One reference of each kind that may lie on a tape; a call that takes a tape may pop it. */
  Collection<Value> onTape() {
    return onTape.values();
  }

  /** Whether the value is a tape. */
  static boolean isTape(Value value) {
    return value.type().equals(ReferenceType.TAPE);
  }

  /** Whether the value refers to something that can change. */
  static boolean isMemory(Value value) {
    boolean none =
        isTape(value)
            || value.type().equals(ReferenceType.TRANSCRIPT)
            || (value.type() instanceof ReferenceType type && type.isImmutable());
    return value.type().isReference() && !none;
  }

  /** Whether opaque Java may have put something into it, whatever name it knows it by. */
  static boolean isObject(Value value) {
    return value.type() instanceof ReferenceType && isMemory(value);
  }

  private boolean add(Value value) {
    if (!isMemory(value)) {
      return false;
    }
    references.add(value);
    return true;
  }

  private void mark(Value value) {
    foreign.put(value, true);
  }

  private void uniteReferences(Value a, Value b) {
    if (isMemory(a) && isMemory(b)) {
      unite(a, b);
    }
  }

  /** What stands for everything that opaque Java may have kept. */
  public Value world() {
    return world;
  }

  /** What stands for the text that opaque Java may have kept. */
  Value text() {
    return text;
  }

  /** Whether opaque Java may know the object. */
  boolean isWorldly(Value value) {
    return classOf(value) == classOf(world);
  }

  /** The effects of helpers that the partition goes by. */
  HelperEffects helpers() {
    return helpers;
  }

  /** The classes that code elsewhere may know. */
  Set<Value> exposed(Function function) {
    Set<Value> classes = Collections.newSetFromMap(new IdentityHashMap<>());
    classes.add(classOf(world));
    foreign.keySet().forEach(value -> classes.add(classOf(value)));
    function.parameters().stream()
        .filter(Aliases::isMemory)
        .forEach(parameter -> classes.add(classOf(parameter)));
    return classes;
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
