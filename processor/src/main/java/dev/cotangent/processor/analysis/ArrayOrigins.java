package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the arrays that a function makes come from, and whether somebody may keep them. */
public final class ArrayOrigins {
  private final Map<Value, Op> definitions = new IdentityHashMap<>();

  /** What a value that control flow hands on was at first. */
  private final Map<Value, Value> sources = new IdentityHashMap<>();

  private final Set<Value> madeInLoop = new HashSet<>();
  private final Set<Value> kept = new HashSet<>();

  /** Types of arrays that may have become rows of an array that a helper was given. */
  private final Set<Type> handedOut = new HashSet<>();

  /** Arrays from elsewhere to which arrays were stored as rows. */
  private final List<Value> receivers = new ArrayList<>();

  /** Arrays that helpers hand to code that may keep them. */
  private final List<Value> handedOn = new ArrayList<>();

  private final GivenArrays given;
  private final HelperEffects helpers;

  private int loops;
  private boolean calls;
  private boolean foreignCode;

  private ArrayOrigins(GivenArrays given, HelperEffects helpers) {
    this.given = given;
    this.helpers = helpers;
  }

  /**
   * Walks the function once.
   *
   * @param helpers what the helpers that it calls do
   */
  public static ArrayOrigins of(Function function, HelperEffects helpers) {
    ArrayOrigins origins = new ArrayOrigins(GivenArrays.of(function), helpers);
    origins.visit(function.body());
    return origins;
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      op.results().forEach(result -> definitions.put(result, op));
      visit(op);
      calls |= op instanceof Call;
      if (loops > 0) {
        madeInLoop.addAll(op.results());
      }
      if (keepsOperands(op)) {
        kept.addAll(op instanceof Store store ? List.of(store.content()) : op.operands());
      }
      boolean loop = op.repeats();
      loops += loop ? 1 : 0;
      for (Region inner : op.regions()) {
        keep(inner, op);
        visit(inner);
      }
      loops -= loop ? 1 : 0;
    }
  }

  private void visit(Op op) {
    if (op instanceof If choice) {
      link(choice.results(), choice.thenRegion().yields());
    } else if (op instanceof For loop) {
      link(loop.carried(), loop.initial());
      link(loop.results(), loop.initial());
    } else if (op instanceof While loop) {
      link(loop.condition().parameters(), loop.initial());
      link(loop.body().parameters(), loop.initial());
      link(loop.results(), loop.initial());
    } else if (op instanceof Grow grow) {
      sources.put(grow.result(), grow.array());
    } else if (op instanceof Store store) {
      store(store);
    } else if (op instanceof Call call) {
      // The helper may exchange rows.
      call.arguments().forEach(argument -> handOutRows(argument.type()));
      handedOn.addAll(helpers.givenAway(call));
    } else if (op instanceof Opaque opaque) {
      foreignCode |= mayKeep(opaque) && takesReference(opaque);
    }
  }

  /** What is stored in an array of this function's own goes where that goes. */
  private void store(Store store) {
    Op target = definitions.get(store.array());
    boolean own = target instanceof Alloc || target instanceof CloneArray;
    if (!own && store.content().type().isReference() && given.mayBeForeign(store.array())) {
      receivers.add(store.array());
    }
  }

  private void handOutRows(Type type) {
    if (type instanceof ArrayType array && array.element() instanceof ArrayType) {
      handedOut.add(array.element());
      handOutRows(array.element());
    }
  }

  /** What changes nothing can keep an array in its result only. */
  private static boolean mayKeep(Opaque opaque) {
    return opaque.effect() == Opaque.Effect.WRITES
        || opaque.results().stream().anyMatch(result -> result.type().isReference());
  }

  private static boolean takesReference(Opaque opaque) {
    return opaque.operands().stream().anyMatch(value -> value.type().isReference());
  }

  private void link(List<Value> values, List<Value> from) {
    for (int i = 0; i < values.size(); i++) {
      sources.put(values.get(i), from.get(i));
    }
  }

  /** The value as which the array was made that a growing value was at first. */
  public Optional<Value> of(Value value) {
    Value at = value;
    while (sources.containsKey(at)) {
      at = sources.get(at);
    }
    return definitions.get(at) instanceof Alloc ? Optional.of(at) : Optional.empty();
  }

  /**
   * Whether code that nobody looks into, or the caller, may have been given the array and keep it.
   */
  public boolean mayEscape(Value array) {
    return (foreignCode && array.type().isReference())
        || handedOut.contains(array.type())
        || handedOn.stream().anyMatch(value -> given.areTogether(value, array))
        || receivers.stream().anyMatch(receiver -> mayHaveRow(receiver, array))
        || given.contains(array);
  }

  private boolean mayHaveRow(Value array, Value row) {
    Type type = array.type();
    while (type instanceof ArrayType at && !at.element().equals(row.type())) {
      type = at.element();
    }
    return type instanceof ArrayType && given.areTogether(array, row);
  }

  /**
   * Whether the array is made in a loop and nobody refers to it any more when the iteration is
   * over: it is neither yielded, nor kept as an element or on a tape, nor handed to a helper, which
   * might do that. A function that calls may be called by what it calls while the array is in use.
   */
  public boolean endsWithItsIteration(Value array) {
    return !calls && madeInLoop.contains(array) && !kept.contains(array);
  }

  private void keep(Region region, Op owner) {
    if (owner.repeats() || owner instanceof If) {
      kept.addAll(region.yields());
    }
  }

  private static boolean keepsOperands(Op op) {
    return op instanceof Store
        || op instanceof Push
        || op instanceof Call
        || (op instanceof Opaque opaque && mayKeep(opaque))
        || op instanceof For
        || op instanceof While;
  }

  /** Whether the array is made here and now. */
  public boolean isNeverNull(Value array) {
    Op definition = definitions.get(array);
    return definition instanceof Alloc || definition instanceof CloneArray;
  }
}
