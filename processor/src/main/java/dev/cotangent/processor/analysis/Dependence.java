package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;
import dev.cotangent.processor.rules.Rules;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One direction of {@link Activity}: the transitive closure of "depends differentiably on",
 * forwards or backwards.
 */
final class Dependence {
  private final Aliases aliases;
  private final boolean forwards;
  private final Set<Value> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean changed;

  Dependence(Aliases aliases, boolean forwards) {
    this.aliases = aliases;
    this.forwards = forwards;
  }

  /** Everything reached from the seeds. */
  Set<Value> close(Function function, List<Value> seeds) {
    seeds.stream().filter(Dependence::carriesDerivative).forEach(this::reach);
    do {
      changed = false;
      Structure.forEach(function.body(), this::visit);
    } while (changed);
    return reached;
  }

  private void visit(Op op) {
    Flow.edges(op, this::edge);
    if (op instanceof Load load) {
      edge(load.array(), load.result());
    } else if (op instanceof Store store) {
      edge(store.content(), store.array());
    } else if (op instanceof CloneArray copy) {
      edge(copy.array(), copy.result());
    } else if (op instanceof Call call) {
      mix(call);
    } else if (op instanceof Invoke call) {
      invoke(call);
    } else if (op instanceof Push push) {
      edge(push.content(), push.tape());
    } else if (op instanceof Pop pop) {
      edge(pop.tape(), pop.result());
    } else {
      arithmetic(op);
    }
  }

  private void arithmetic(Op op) {
    Optional<Rule> rule = Rules.find(op);
    for (int i = 0; rule.isPresent() && i < op.operands().size(); i++) {
      if (!rule.get().isZero(i)) {
        edge(op.operands().get(i), op.results().get(0));
      }
    }
  }

  /** A rule's callee reads its arguments; of one that nobody knows the worst is assumed. */
  private void invoke(Invoke call) {
    Differential differential = call.callee().differential();
    if (differential instanceof Differential.Zero) {
      return;
    }
    if (differential instanceof Differential.Unknown) {
      mix(call);
    }
    call.arguments().forEach(from -> call.results().forEach(to -> edge(from, to)));
  }

  /** A call may let every result and every array depend on every argument. */
  private void mix(Op call) {
    for (Value argument : call.operands()) {
      for (Value result : call.results()) {
        edge(argument, result);
      }
      for (Value array : call.operands()) {
        if (array.type().isReference()) {
          edge(argument, array);
        }
      }
    }
  }

  private void edge(Value from, Value to) {
    if (!carriesDerivative(from) || !carriesDerivative(to)) {
      return;
    }
    if (forwards && isReached(from)) {
      reach(to);
    } else if (!forwards && isReached(to)) {
      reach(from);
    }
  }

  private static boolean carriesDerivative(Value value) {
    return value.type().isFloating()
        || value.type().isFloatingArray()
        || value.type().equals(ReferenceType.TAPE);
  }

  private boolean isReached(Value value) {
    return reached.contains(key(value));
  }

  private void reach(Value value) {
    changed |= reached.add(key(value));
  }

  private Value key(Value value) {
    return value.type().isReference() ? aliases.classOf(value) : value;
  }
}
