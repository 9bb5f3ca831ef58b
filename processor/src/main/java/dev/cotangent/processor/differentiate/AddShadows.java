package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
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
   * @param together shadows that may be one array, though no operation says so
   */
  record Shadowed(Function function, Map<Value, Value> shadows, List<List<Value>> together) {}

  private final Activity activity;
  private final Set<Value> passed;
  private final Value tape;
  private final List<List<Value>> together = new ArrayList<>();

  private AddShadows(Activity activity, Set<Value> passed, Value tape) {
    super(Names.ADJOINT, 1);
    this.activity = activity;
    this.passed = passed;
    this.tape = tape;
  }

  /**
   * Adds the shadows.
   *
   * @param passed the array parameters whose shadows become parameters; those of other active ones
   *     are allocated on entry
   * @param tape where the forward sweep of a callee leaves the shadow of the array that it gives
   */
  static Shadowed to(Function function, Activity activity, Set<Value> passed, Value tape) {
    AddShadows pass = new AddShadows(activity, passed, tape);
    Function shadowed = pass.run(function);
    Map<Value, Value> shadows = new IdentityHashMap<>();
    pass.pairs().forEach((array, partners) -> shadows.put(array, partners.get(0)));
    return new Shadowed(shadowed, shadows, pass.together);
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
        pair(fresh, List.of(out.shadowOf(fresh, Names.adjoint(fresh))));
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
    String name = Names.adjoint(array);
    if (call.operands().stream().noneMatch(activity::isVaried)) {
      return out.shadowOf(array, name);
    }
    Value shadow = out.pop(tape, array.type().derivative(), name);
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
      return out.shadowOf(array, Names.adjoint(array));
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
