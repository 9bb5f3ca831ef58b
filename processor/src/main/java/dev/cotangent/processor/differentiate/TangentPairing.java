package dev.cotangent.processor.differentiate;

import dev.cotangent.Derivative;
import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forward mode inside one function: every varied value has its tangents beside it, one for each
 * direction.
 */
class TangentPairing extends Pairing {
  private final Activity activity;
  private final Contribution contribution;
  private final TangentHelpers helpers;
  private Value tape;

  TangentPairing(Activity activity, Contribution contribution, TangentHelpers helpers) {
    super(Names.TANGENT, helpers.width());
    this.activity = activity;
    this.contribution = contribution;
    this.helpers = helpers;
  }

  /** Calls of helpers bring tangents back on this tape, a value of the new function. */
  final void useTape(Value value) {
    tape = value;
  }

  @Override
  final boolean isPaired(Value old) {
    return (old.type().isFloating() || old.type().isFloatingArray()) && activity.isVaried(old);
  }

  @Override
  final void rewritePaired(Op op, Builder out) {
    if (op instanceof Call call && call.arguments().stream().anyMatch(activity::isVaried)) {
      rewriteCall(call, new Callee.Helper(helpers.dual(call.callee())), out);
      return;
    }
    if (op instanceof Invoke call && call.arguments().stream().anyMatch(activity::isVaried)) {
      if (call.callee().differential() instanceof Differential.Unknown) {
        throw CustomCalls.unknown(call);
      }
      if (call.callee().differential() instanceof Differential.Linked linked) {
        requireOneDirection(call);
        if (linked.isLast()) {
          throw CustomCalls.noFurther(call);
        }
        rewriteCall(call, linked.tangent().orElseThrow(() -> missingTangent(call)), out);
        return;
      }
    }
    copy(op, out);
    if (op instanceof Store store && isPaired(store.array())) {
      storeTangents(store, out);
    } else if (op instanceof Push push && isDual(push.content())) {
      for (int number = 0; number < width(); number++) {
        out.push(map(push.tape()), partnerOrAbsent(push.content(), number, out));
      }
    } else if (op instanceof Pop pop && isDual(pop.result())) {
      popTangents(pop, out);
    } else if (op.results().size() == 1 && isPaired(op.results().get(0))) {
      pairResult(op, map(op.results().get(0)), out);
    }
  }

  private void storeTangents(Store store, Builder out) {
    for (int number = 0; number < width(); number++) {
      Value tangent = partnerOrAbsent(store.content(), number, out);
      out.store(partnerOf(store.array(), number), map(store.index()), tangent);
    }
  }

  private void pairResult(Op op, Value result, Builder out) {
    if (result.type().isReference()) {
      pair(result, out, number -> shadow(op, result, number, out));
    } else if (op instanceof Invoke call) {
      pair(
          result,
          new CustomTangents(call, contribution, out)
              .tangents(width(), this::map, this::partnerOf));
    } else {
      pair(result, out, number -> tangent(op, number, out));
    }
  }

  /** What other companions offer carries one direction, and runs the callee once for each. */
  private void requireOneDirection(Invoke call) {
    if (width() > 1) {
      throw new IllegalStateException(call.callee().display() + " takes one direction at once");
    }
  }

  static boolean isDual(Value value) {
    return TangentHelpers.isDual(value.type());
  }

  /** A sweep of a linked callee takes a tape; its tangents are second derivatives. */
  private static Refusal missingTangent(Invoke call) {
    boolean sweep = call.arguments().stream().anyMatch(TangentHelpers::isTape);
    return CustomCalls.notLinked(call, sweep ? Derivative.HVP : Derivative.JVP);
  }

  /**
   * The tangents were pushed after the value, so they are popped before, the last one first; the
   * copied pop is last in the list.
   */
  private void popTangents(Pop pop, Builder out) {
    Op copied = out.ops().remove(out.ops().size() - 1);
    Value value = map(pop.result());
    pair(value, popped(map(pop.tape()), value, out));
    out.append(copied);
  }

  private List<Value> popped(Value from, Value value, Builder out) {
    List<Value> tangents = new ArrayList<>();
    for (int number = 0; number < width(); number++) {
      tangents.add(0, out.pop(from, value.type().derivative(), ""));
    }
    return tangents;
  }

  private Value tangent(Op op, int number, Builder out) {
    if (op instanceof Load load) {
      return out.load(partnerOf(load.array(), number), map(load.index()));
    }
    if (op instanceof Opaque || op instanceof Call) {
      // What opaque Java gives, and a helper that is given nothing varied but asks it, matters to
      // no derivative, else it would have been refused.
      return out.constant(0.0);
    }
    Rule rule = Contribution.rule(op);
    Value sum = null;
    for (int i = 0; i < op.operands().size(); i++) {
      Value seed = partnerOf(op.operands().get(i), number);
      if (seed != null && !rule.isZero(i)) {
        Value term = contribution.write(rule, i, op, seed, out, this::map);
        sum = sum == null ? term : out.add(sum, term);
      }
    }
    return sum == null ? out.constant(0.0) : sum;
  }

  private Value shadow(Op op, Value array, int number, Builder out) {
    ArrayType type = (ArrayType) array.type().derivative();
    if (op instanceof Alloc alloc) {
      Alloc.Purpose purpose =
          alloc.purpose() == Alloc.Purpose.PRIMAL ? Alloc.Purpose.SHADOW : alloc.purpose();
      return out.alloc(type, map(alloc.length()), purpose, "");
    }
    boolean constant = AddShadows.isTable(op);
    if (constant || op instanceof ShadowOf || op instanceof Opaque || TangentHelpers.isCall(op)) {
      // A call that is given nothing varied makes an array of its own.
      return out.shadowOf(array, "");
    }
    if (op instanceof CloneArray copy) {
      return cloned(partnerOf(copy.array(), number), array, out);
    }
    if (op instanceof Grow grow) {
      return out.grow(partnerOf(grow.array(), number), map(grow.index()));
    }
    if (op instanceof Load load) {
      return out.load(partnerOf(load.array(), number), map(load.index()));
    }
    if (op instanceof Constant) {
      return out.zero(type);
    }
    throw new Refusal(op.source(), Refusal.foreignArray());
  }

  private static Value cloned(Value shadow, Value array, Builder out) {
    return shadow == null ? out.shadowOf(array, "") : out.cloneOf(shadow, "");
  }

  /**
   * The helper's dual takes tangents behind its arguments and leaves the tangents of its result on
   * the first tape that it takes.
   */
  private void rewriteCall(Op call, Callee dual, Builder out) {
    List<Value> arguments = new ArrayList<>(map(call.operands()));
    Optional<Value> own = call.operands().stream().filter(TangentHelpers::isTape).findFirst();
    for (Value argument : call.operands()) {
      for (int number = 0; isDual(argument) && number < width(); number++) {
        arguments.add(partnerOrAbsent(argument, number, out));
      }
    }
    List<Value> results = new ArrayList<>();
    for (Value old : call.results()) {
      replace(old, old.fresh());
      results.add(map(old));
    }
    List<Value> all = own.isPresent() ? arguments : Lists.append(arguments, tape);
    Value left = own.map(this::map).orElse(tape);
    out.append(dual.call(all, results, call.source()));
    for (Value result : results) {
      if (isDual(result)) {
        pair(result, popped(left, result, out));
      }
    }
  }
}
