package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first step of reverse mode: gives each active array a shadow, an array of the same shape for
 * the adjoints of its elements, that follows the array's references through branches and loops.
 */
final class AddShadows extends Pairing {
  /**
   * @param function the function with shadows; its parameters are the old ones, then the shadows of
   *     those that were asked for
   * @param shadows the shadow of each array of the new function that has one
   * @param rows for a shadow whose places may come to hold other rows, the rows that it was made
   *     with
   * @param together shadows that may be one array, though no operation says so
   */
  record Shadowed(
      Function function,
      Map<Value, Value> shadows,
      Map<Value, Value> rows,
      List<List<Value>> together) {}

  private final Activity activity;
  private final Set<Value> passed;
  private final Value tape;
  private final boolean keepsRows;
  private final Map<Value, Value> rows = new IdentityHashMap<>();
  private final List<List<Value>> together = new ArrayList<>();

  private AddShadows(Activity activity, Set<Value> passed, Value tape, boolean keepsRows) {
    super(Names.ADJOINT, 1);
    this.activity = activity;
    this.passed = passed;
    this.tape = tape;
    this.keepsRows = keepsRows;
  }

  /**
   * Adds the shadows.
   *
   * @param passed the array parameters whose shadows become parameters; those of other active ones
   *     are allocated on entry
   * @param tape where the forward sweep of a callee leaves the shadow of the array that it gives
   * @param repeats whether the reverse sweep may run several times
   */
  static Shadowed to(
      Function function, Activity activity, Set<Value> passed, Value tape, boolean repeats) {
    AddShadows pass = new AddShadows(activity, passed, tape, repeats && mayMoveRows(function));
    Function shadowed = pass.run(function);
    Map<Value, Value> shadows = new IdentityHashMap<>();
    pass.pairs().forEach((array, partners) -> shadows.put(array, partners.get(0)));
    return new Shadowed(shadowed, shadows, pass.rows, pass.together);
  }

  /** Whether rows of an array of arrays may be replaced, here or by what is called. */
  private static boolean mayMoveRows(Function function) {
    List<Op> moves = new ArrayList<>();
    Structure.forEach(
        function.body(),
        op -> {
          boolean stores = op instanceof Store store && store.content().type().isFloatingArray();
          if (stores || TangentHelpers.isCall(op)) {
            moves.add(op);
          }
        });
    return !moves.isEmpty();
  }

  /** The zeroed shadow of an array that is there already. */
  private Value shadowOf(Value array, Builder out) {
    Value shadow = out.shadowOf(array, Names.adjoint(array));
    if (keepsRows && ((ArrayType) shadow.type()).element().isReference()) {
      rows.put(shadow, ClearShadows.rows(shadow, out));
    }
    return shadow;
  }

  private Function run(Function function) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : function.parameters()) {
      Value fresh = parameter.fresh();
      replace(parameter, fresh);
      parameters.add(fresh);
    }
    Builder out = new Builder();
    for (Value parameter : function.parameters()) {
      Value fresh = map(parameter);
      if (passed.contains(parameter)) {
        parameters.addAll(freshPartners(fresh));
      } else if (isPaired(parameter)) {
        pair(fresh, List.of(shadowOf(fresh, out)));
      }
    }
    rewriteOps(function.body(), out);
    Region body = out.region(parameters, map(function.results()));
    return function.withBody(body);
  }

  @Override
  boolean isPaired(Value old) {
    return old.type().isFloatingArray() && activity.isActive(old);
  }

  @Override
  void rewritePaired(Op op, Builder out) {
    copy(op, out);
    if (op instanceof Store store && store.content().type().isReference()) {
      storeShadow(store, out);
    } else if (op instanceof Push push && push.content().type().isFloatingArray()) {
      out.push(map(push.tape()), partnerOrAbsent(push.content(), 0, out));
    } else if (op instanceof Pop pop && pop.result().type().isFloatingArray()) {
      popShadow(pop, out);
      return;
    }
    for (Value old : op.results()) {
      if (isPaired(old)) {
        pair(map(old), List.of(shadow(op, map(old), out)));
      }
    }
  }

  /** Where a row goes its shadow goes. */
  private void storeShadow(Store store, Builder out) {
    if (isPaired(store.array())) {
      Value content = partnerOrAbsent(store.content(), 0, out);
      out.store(partnerOf(store.array()), map(store.index()), content);
    }
  }

  private Value partnerOf(Value old) {
    return partnerOf(old, 0);
  }

  /** The shadow was pushed after the array, so it is popped before; the copied pop is last. */
  private void popShadow(Pop pop, Builder out) {
    Op copied = out.ops().remove(out.ops().size() - 1);
    Value array = map(pop.result());
    Value shadow = out.pop(map(pop.tape()), array.type().derivative(), Names.adjoint(array));
    out.append(copied);
    if (isPaired(pop.result())) {
      pair(array, List.of(shadow));
    }
  }

  /**
   * What a callee gives may be one of its arguments, and so its shadow; one that is given nothing
   * varied runs as it is and makes an array of its own.
   */
  private Value ofCall(Op call, Value array, Builder out) {
    if (call.operands().stream().noneMatch(activity::isVaried)) {
      return shadowOf(array, out);
    }
    Value shadow = out.pop(tape, array.type().derivative(), Names.adjoint(array));
    for (Value argument : call.operands()) {
      if (partnerOf(argument) != null) {
        together.add(List.of(partnerOf(argument), shadow));
      }
    }
    return shadow;
  }

  /** Whether the operation gives a table of constants, whose shadow is asked for nothing. */
  static boolean isTable(Op op) {
    return op instanceof Constant constant && constant.content() instanceof Table;
  }

  private Value shadow(Op op, Value array, Builder out) {
    ArrayType type = (ArrayType) array.type().derivative();
    if (op instanceof Alloc alloc) {
      return out.alloc(type, map(alloc.length()), Alloc.Purpose.SHADOW, Names.adjoint(array));
    }
    if (op instanceof CloneArray copy) {
      return type.element().isReference()
          ? out.cloneOf(partnerOf(copy.array()), Names.adjoint(array))
          : out.alloc(type, out.length(array), Alloc.Purpose.SHADOW, Names.adjoint(array));
    }
    if (op instanceof Load load) {
      return out.load(partnerOf(load.array()), map(load.index()));
    }
    if (TangentHelpers.isCall(op)) {
      return ofCall(op, array, out);
    }
    if (op instanceof ShadowOf || isTable(op)) {
      return shadowOf(array, out);
    }
    if (op instanceof Grow grow) {
      return out.grow(partnerOf(grow.array()), map(grow.index()));
    }
    if (op instanceof Constant) {
      return out.zero(type);
    }
    throw new Refusal(op.source(), Refusal.foreignArray());
  }
}
