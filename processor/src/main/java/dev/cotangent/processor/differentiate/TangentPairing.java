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
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;
import dev.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forward mode inside one function: every varied value has its tangent beside it. */
class TangentPairing extends Pairing {
  private final Activity activity;
  private final Contribution contribution;
  private final TangentHelpers helpers;
  private Value tape;

  TangentPairing(Activity activity, Contribution contribution, TangentHelpers helpers) {
    super(Names.TANGENT);
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
        rewriteCall(call, linked.tangent().orElseThrow(() -> missingTangent(call)), out);
        return;
      }
    }
    copy(op, out);
    if (op instanceof Store store && isPaired(store.array())) {
      out.store(partnerOf(store.array()), map(store.index()), tangentOf(store.content(), out));
    } else if (op instanceof Push push && TangentHelpers.isDual(push.content().type())) {
      out.push(map(push.tape()), tangentOf(push.content(), out));
    } else if (op instanceof Pop pop && TangentHelpers.isDual(pop.result().type())) {
      popTangent(pop, out);
    } else if (op.results().size() == 1 && isPaired(op.results().get(0))) {
      Value result = map(op.results().get(0));
      Value tangent = result.type().isReference() ? shadow(op, result, out) : tangent(op, out);
      pair(result, tangent, out);
    }
  }

  /** A sweep of a linked callee takes a tape; its tangents are second derivatives. */
  private static Refusal missingTangent(Invoke call) {
    boolean sweep = call.arguments().stream().anyMatch(TangentHelpers::isTape);
    return CustomCalls.notLinked(call, sweep ? Derivative.HVP : Derivative.JVP);
  }

  /**
   * The tangent was pushed after the value, so it is popped before; the copied pop is last in the
   * list.
   */
  private void popTangent(Pop pop, Builder out) {
    Op copied = out.ops().remove(out.ops().size() - 1);
    Value value = map(pop.result());
    Value tangent = out.pop(map(pop.tape()), value.type().derivative(), "");
    out.append(copied);
    pair(value, tangent);
  }

  private Value tangentOf(Value old, Builder out) {
    Value tangent = partnerOf(old);
    return tangent == null ? absent(old, out) : tangent;
  }

  private Value tangent(Op op, Builder out) {
    if (op instanceof Load load) {
      return out.load(partnerOf(load.array()), map(load.index()));
    }
    if (op instanceof Invoke call) {
      return new CustomTangents(call, contribution, out).tangent(this::map, this::partnerOf);
    }
    if (op instanceof Opaque) {
      // What opaque Java gives matters to no derivative, else it would have been refused.
      return out.constant(0.0);
    }
    Rule rule = rule(op);
    Value sum = null;
    for (int i = 0; i < op.operands().size(); i++) {
      Value seed = partnerOf(op.operands().get(i));
      if (seed != null && !rule.isZero(i)) {
        Value term = contribution.write(rule, i, op, seed, out, this::map);
        sum = sum == null ? term : out.add(sum, term);
      }
    }
    return sum == null ? out.constant(0.0) : sum;
  }

  private static Rule rule(Op op) {
    Optional<Rule> rule = Rules.find(op);
    return rule.orElseThrow(() -> new Refusal(op.source(), "no derivative rule exists for " + op));
  }

  private Value shadow(Op op, Value array, Builder out) {
    ArrayType type = (ArrayType) array.type().derivative();
    if (op instanceof Alloc alloc) {
      Alloc.Purpose purpose =
          alloc.purpose() == Alloc.Purpose.PRIMAL ? Alloc.Purpose.SHADOW : alloc.purpose();
      return out.alloc(type, map(alloc.length()), purpose, "");
    }
    if (op instanceof ShadowOf || op instanceof Opaque) {
      return out.shadowOf(array, "");
    }
    if (op instanceof CloneArray copy) {
      return cloned(partnerOf(copy.array()), array, out);
    }
    if (op instanceof Grow grow) {
      return out.grow(partnerOf(grow.array()), map(grow.index()));
    }
    if (op instanceof Load load) {
      return out.load(partnerOf(load.array()), map(load.index()));
    }
    if (op instanceof Constant) {
      return out.zero(type);
    }
    throw new Refusal(op.source(), Refusal.foreignArray(op));
  }

  private static Value cloned(Value shadow, Value array, Builder out) {
    return shadow == null ? out.shadowOf(array, "") : out.cloneOf(shadow, "");
  }

  /**
   * The helper's dual takes tangents behind its arguments and leaves the tangent of its result on
   * the tape.
   */
  private void rewriteCall(Op call, Callee dual, Builder out) {
    List<Value> arguments = new ArrayList<>(map(call.operands()));
    boolean hasTape = call.operands().stream().anyMatch(TangentHelpers::isTape);
    for (Value argument : call.operands()) {
      if (TangentHelpers.isDual(argument.type())) {
        arguments.add(tangentOf(argument, out));
      }
    }
    List<Value> results = new ArrayList<>();
    for (Value old : call.results()) {
      if (old.type().isReference() && isPaired(old)) {
        throw new Refusal(call.source(), Refusal.foreignArray(call));
      }
      replace(old, old.fresh());
      results.add(map(old));
    }
    List<Value> all = hasTape ? arguments : Lists.append(arguments, tape);
    out.append(dual.call(all, results, call.source()));
    for (Value result : results) {
      if (result.type() instanceof PrimitiveType && result.type().isFloating()) {
        pair(result, out.pop(tape, result.type().derivative(), ""));
      }
    }
  }
}
