package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.Flow;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where an integer goes by arithmetic and through memory. What it decides or counts is not
 * followed: as an index, as a length, in a comparison or as a loop's bound it chooses what is
 * computed and is no part of it.
 */
final class IntegerFlow {
  private final Scene scene;
  private final Predicate<Value> followed;
  private final Set<Value> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean changed;

  private IntegerFlow(Scene scene, Predicate<Value> followed) {
    this.scene = scene;
    this.followed = followed;
  }

  /** Follows the value. */
  static IntegerFlow of(Scene scene, Value integer) {
    return of(scene, integer, value -> true);
  }

  /** Follows the value as long as what is made of it is of interest. */
  static IntegerFlow of(Scene scene, Value integer, Predicate<Value> followed) {
    IntegerFlow flow = new IntegerFlow(scene, followed);
    flow.reach(integer);
    do {
      flow.changed = false;
      scene.forEach(flow::visit);
    } while (flow.changed);
    return flow;
  }

  /** Whether the value is computed from the integer. */
  boolean reaches(Value value) {
    return reached.contains(key(value));
  }

  /** Whether the integer has become part of floating numbers that the result is computed from. */
  boolean reachesTheResult() {
    return reached.stream().anyMatch(scene.activity()::isUseful);
  }

  /** Whether the integer leaves a helper, whose callers may make such numbers of it. */
  boolean reachesACaller() {
    Function function = scene.function();
    return !scene.isMain()
        && Stream.concat(function.results().stream(), function.parameters().stream())
            .anyMatch(this::reaches);
  }

  private void visit(Op op) {
    Flow.edges(op, this::edge);
    if (op instanceof For loop) {
      edge(loop.start(), loop.index());
    } else if (op instanceof Load load) {
      edge(load.array(), load.result());
    } else if (op instanceof Store store) {
      edge(store.content(), store.array());
    } else if (op instanceof CloneArray copy) {
      edge(copy.array(), copy.result());
    } else if (op instanceof Call call) {
      mix(call);
    } else if (computes(op)) {
      op.operands().forEach(operand -> op.results().forEach(result -> edge(operand, result)));
    }
  }

  private static boolean computes(Op op) {
    boolean decides = op instanceof Binary binary && binary.operator().isComparison();
    boolean counts = op instanceof Alloc || op instanceof Length;
    return op.regions().isEmpty() && !decides && !counts && !BitFlow.isTie(op);
  }

  private void mix(Call call) {
    for (Value argument : call.arguments()) {
      call.results().forEach(result -> edge(argument, result));
      call.arguments().stream()
          .filter(array -> array.type().isReference())
          .forEach(array -> edge(argument, array));
    }
  }

  private void edge(Value from, Value to) {
    if (reaches(from) && to.type() != PrimitiveType.BOOLEAN && followed.test(to)) {
      reach(to);
    }
  }

  private void reach(Value value) {
    changed |= reached.add(key(value));
  }

  private Value key(Value value) {
    return value.type().isReference() ? scene.aliases().classOf(value) : value;
  }
}
