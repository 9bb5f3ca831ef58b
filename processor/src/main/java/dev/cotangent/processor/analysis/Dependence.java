package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Rule;
import dev.cotangent.processor.rules.Rules;
import java.util.ArrayList;
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
    // In the direction of the closure, so that only loops ask for another round.
    List<Op> ops = new ArrayList<>();
    Structure.forEachSeen(function.body(), ops::add);
    if (!forwards) {
      Collections.reverse(ops);
    }
    do {
      changed = false;
      ops.forEach(this::visit);
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
    } else if (op instanceof Opaque opaque) {
      opaque(opaque);
    } else if (op instanceof Push push) {
      edge(push.content(), push.tape());
    } else if (op instanceof Pop pop) {
      edge(pop.tape(), pop.result());
    } else {
      arithmetic(op);
    }
  }

  /** A function without a rule depends on all that it is given, so that it cannot go unnoticed. */
  private void arithmetic(Op op) {
    Optional<Rule> rule = Rules.find(op);
    boolean known = rule.isPresent() || op instanceof MathCall;
    for (int i = 0; known && i < op.operands().size(); i++) {
      if (rule.isEmpty() || !rule.get().isZero(i)) {
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
    popped(call);
    boolean linked = differential instanceof Differential.Linked;
    if (linked || differential instanceof Differential.Unknown) {
      call.arguments().stream()
          .filter(to -> linked ? isArrayOrTape(to) : Aliases.isMemory(to))
          .forEach(to -> call.arguments().forEach(from -> edge(from, to)));
    }
    call.arguments().forEach(from -> call.results().forEach(to -> edge(from, to)));
  }

  /** What a companion differentiates through: that it does not use objects is believed. */
  private static boolean isArrayOrTape(Value value) {
    return value.type().isFloatingArray() || Aliases.isTape(value);
  }

  /**
   * Opaque Java may put what it is given into what it gives and, where it may keep it, into
   * anything that opaque Java knows of; what only tells may put it into the objects it is told to.
   */
  private void opaque(Opaque op) {
    if (op.effect() == Opaque.Effect.TELLS) {
      op.operands().stream()
          .filter(Aliases::isMemory)
          .forEach(target -> op.operands().forEach(operand -> edge(operand, target)));
    }
    boolean writes = op.effect() == Opaque.Effect.WRITES;
    if (writes) {
      op.operands().forEach(operand -> edge(operand, kept(operand)));
    }
    for (Value result : op.results()) {
      op.operands().forEach(operand -> edge(operand, result));
      if (aliases.helpers().asks(op)) {
        remembered(result);
      }
    }
  }

  /**
   * Text that was kept comes back as text: that an object parses it and gives the number again is
   * not believed.
   */
  private Value kept(Value value) {
    return value.type().equals(ReferenceType.STRING) ? aliases.text() : aliases.world();
  }

  private void remembered(Value result) {
    edge(aliases.world(), result);
    if (result.type().equals(ReferenceType.STRING)) {
      edge(aliases.text(), result);
    }
  }

  /** A call may let every result, and every array and object, depend on every argument. */
  private void mix(Call call) {
    popped(call);
    List<Value> targets = new ArrayList<>(call.results());
    call.arguments().stream().filter(this::isTarget).forEach(targets::add);
    if (aliases.helpers().asks(call)) {
      targets.forEach(this::remembered);
    }
    if (aliases.helpers().disturbs(call)) {
      targets.add(aliases.text());
      if (aliases.helpers().leaks()) {
        targets.add(aliases.world());
      }
    }
    call.arguments().forEach(source -> targets.forEach(target -> edge(source, target)));
  }

  /** A call that takes a tape may write to arrays that it pops, and read them. */
  private void popped(Op call) {
    if (call.operands().stream().anyMatch(Aliases::isTape)) {
      for (Value array : aliases.onTape()) {
        call.operands().forEach(from -> edge(from, array));
        call.operands().stream()
            .filter(to -> to.type().isReference())
            .forEach(to -> edge(array, to));
        call.results().forEach(to -> edge(array, to));
      }
    }
  }

  /** What opaque Java knows of takes part only if numbers get there at all. */
  private boolean isTarget(Value argument) {
    boolean number = argument.type().isFloatingArray();
    return argument.type().isReference()
        && (aliases.helpers().leaks() || number || !aliases.isWorldly(argument));
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

  /**
   * Text, boxes and objects may be made of numbers, and numbers of them. A transcript gives again
   * what opaque Java gave, on which no derivative depends.
   */
  private static boolean carriesDerivative(Value value) {
    Type type = value.type();
    while (type instanceof ArrayType array) {
      type = array.element();
    }
    return type.isFloating()
        || (type instanceof ReferenceType && !type.equals(ReferenceType.TRANSCRIPT));
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
