package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;
import java.util.List;

/**
 * Writes the reverse sweep of a region: its operations from the last to the first, each handing its
 * results' adjoints to its operands.
 */
final class ReverseSweep {
  private final Facts facts;
  private final SplitHelpers helpers;

  ReverseSweep(Facts facts, SplitHelpers helpers) {
    this.facts = facts;
    this.helpers = helpers;
  }

  /**
   * Writes the sweep into the scope; adjoints of what the region yields have been contributed
   * before.
   */
  void run(Scope scope) {
    List<Op> ops = scope.region.ops();
    for (int i = ops.size() - 1; i >= 0; i--) {
      Op op = ops.get(i);
      if (facts.isWork(op)) {
        scope.reverse.at(op.source());
        visit(op, scope);
      }
    }
  }

  private void visit(Op op, Scope scope) {
    if (ClearShadows.makesShadow(op, facts)) {
      ClearShadows.write(op, scope);
    } else if (op instanceof Load load) {
      load(load, scope);
    } else if (op instanceof Store store) {
      store(store, scope);
    } else if (op instanceof CloneArray copy) {
      cloneArray(copy, scope);
    } else if (op instanceof Call call) {
      call(call, scope);
    } else if (op instanceof Invoke call) {
      CustomCalls.reverse(call, scope);
    } else if (op instanceof If choice) {
      branch(choice, scope);
    } else if (Loop.of(op) != null) {
      loop(Loop.of(op), scope);
    } else if (op instanceof Push push) {
      push(push, scope);
    } else if (op instanceof Pop pop) {
      pop(pop, scope);
    } else {
      arithmetic(op, scope);
    }
  }

  /** Whether what stands in the scope may be reversed as soon as it has run. */
  private boolean isOpen(Scope scope) {
    return scope instanceof OpenScope && facts.strategy().uses(Strategy.Technique.ONE_PASS);
  }

  private void call(Call call, Scope scope) {
    boolean open =
        scope instanceof OpenScope && facts.strategy().uses(Strategy.Technique.ONE_PASS_CALLS);
    if (!open || !new OnePassCall(this, call, (OpenScope) scope).tryWrite()) {
      helpers.reverse(call, scope);
    }
  }

  private void branch(If choice, Scope scope) {
    if (!isOpen(scope) || !new OnePassBranch(this, choice, (OpenScope) scope).tryWrite()) {
      new ReverseBranch(this, choice, scope).write();
    }
  }

  private void loop(Loop loop, Scope scope) {
    if (isOpen(scope) && new OnePassLoop(this, loop, (OpenScope) scope).tryWrite()) {
      return;
    }
    Strategy strategy = facts.strategy();
    boolean fuses =
        strategy.uses(Strategy.Technique.FUSED_LOOPS)
            && FusedLoop.isPossible(loop, facts)
            && !BriefRecords.arePreferable(loop, scope);
    if (fuses) {
      new FusedLoop(this, loop, scope).write();
    } else {
      new RecordedLoop(this, loop, scope).write();
    }
  }

  private void arithmetic(Op op, Scope scope) {
    Value seed = scope.takeAdjoint(op.results().get(0));
    if (seed == null) {
      return;
    }
    Rule rule = Contribution.rule(op);
    // What a square hands to its number twice becomes one term before it meets others.
    Value twice = null;
    for (int i = 0; i < op.operands().size(); i++) {
      Value operand = op.operands().get(i);
      if (facts.isActive(operand) && !rule.isZero(i)) {
        Value term = facts.contribution().write(rule, i, op, seed, scope.reverse, scope::need);
        if (isSquare(op, rule) && i == 0) {
          twice = term;
        } else {
          hand(twice == null ? term : scope.reverse.add(twice, term), operand, seed, scope);
        }
      }
    }
  }

  private static boolean isSquare(Op op, Rule rule) {
    List<Value> operands = op.operands();
    return operands.size() == 2
        && operands.get(0) == operands.get(1)
        && !rule.isZero(0)
        && !rule.isZero(1);
  }

  private static void hand(Value term, Value operand, Value seed, Scope scope) {
    if (term == seed) {
      scope.contribute(operand, term);
    } else {
      scope.contributeOwn(operand, term);
    }
  }

  private void load(Load load, Scope scope) {
    Value seed = scope.takeAdjoint(load.result());
    if (seed != null && facts.isActiveArray(load.array())) {
      Value index = scope.need(load.index());
      scope.reverse.accumulate(shadow(load.array(), scope), index, seed);
    }
  }

  /**
   * The element's adjoint goes to the number that was stored; what was there before has had none
   * since. (A row that is stored took its shadow along in the forward sweep.)
   */
  private void store(Store store, Scope scope) {
    Builder out = scope.reverse;
    Value shadow = shadow(store.array(), scope);
    Value index = scope.need(store.index());
    if (facts.isActive(store.content())) {
      scope.contributeOwn(store.content(), out.load(shadow, index));
    }
    out.store(shadow, index, out.constant(0.0));
  }

  /**
   * What was pushed last is popped first, and its adjoint is pushed last in the reverse sweep: the
   * adjoint of a stack is a stack.
   */
  private void push(Push push, Scope scope) {
    Value adjoint = scope.reverse.pop(scope.need(push.tape()), PrimitiveType.DOUBLE, "");
    if (facts.isActive(push.content())) {
      scope.contributeOwn(push.content(), adjoint);
    }
  }

  private void pop(Pop pop, Scope scope) {
    Value seed = scope.takeAdjoint(pop.result());
    Value adjoint = seed == null ? scope.reverse.constant(0.0) : seed;
    scope.reverse.push(scope.need(pop.tape()), adjoint);
  }

  private void cloneArray(CloneArray copy, Scope scope) {
    Builder out = scope.reverse;
    if (!facts.isActiveArray(copy.array())) {
      if (ClearShadows.areKept(scope)) {
        ClearShadows.fill(shadow(copy.result(), scope), length(copy, scope), out);
      }
      return;
    }
    Value from = shadow(copy.result(), scope);
    Value to = shadow(copy.array(), scope);
    out.repeat(
        "i",
        length(copy, scope),
        (body, i) -> {
          body.accumulate(to, i, body.load(from, i));
          if (ClearShadows.areKept(scope)) {
            body.store(from, i, body.constant(0.0));
          }
        });
  }

  /** The copy's length: its shadow was allocated with it. */
  private Value length(CloneArray copy, Scope scope) {
    Value shadow = facts.shadows().get(copy.result());
    return scope.need(((Alloc) facts.structure().definition(shadow)).length());
  }

  private Value shadow(Value array, Scope scope) {
    return scope.need(facts.shadows().get(array));
  }

  /** The helpers' own sweeps. */
  SplitHelpers helpers() {
    return helpers;
  }

  /** The facts that the sweep goes by. */
  Facts facts() {
    return facts;
  }
}
