package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether carried values of a loop are mere accumulators: each iteration adds something to them and
 * looks at them for nothing else, so that the adjoint of an accumulator is the same before and
 * after every iteration.
 *
 * <p>Values that are "an accumulator plus something" are followed through additions, subtractions
 * from them, floating conversions, branches and inner loops; any other use, and a yield in another
 * position, is a look.
 */
public final class Accumulation {
  private final Map<Value, Value> accumulatorOf = new IdentityHashMap<>();
  private boolean looked;

  private Accumulation() {}

  /**
   * Whether each of {@code accumulators}, parameters of {@code body}, is only accumulated; {@code
   * yields} are the values that they get for the next iteration, in the same order.
   */
  public static boolean holds(List<Value> accumulators, List<Value> yields, Region body) {
    Accumulation accumulation = new Accumulation();
    accumulators.forEach(value -> accumulation.accumulatorOf.put(value, value));
    accumulation.walk(body);
    for (int i = 0; i < accumulators.size(); i++) {
      accumulation.expect(yields.get(i), accumulators.get(i));
    }
    for (Value yield : body.yields()) {
      accumulation.looked |= accumulation.isTracked(yield) && !yields.contains(yield);
    }
    long tracked = body.yields().stream().filter(accumulation::isTracked).count();
    return !accumulation.looked && tracked == accumulators.size();
  }

  private boolean isTracked(Value value) {
    return accumulatorOf.containsKey(value);
  }

  private void expect(Value value, Value accumulator) {
    looked |= accumulatorOf.get(value) != accumulator;
  }

  private void walk(Region region) {
    region.ops().forEach(this::visit);
  }

  private void visit(Op op) {
    if (op instanceof Binary sum && isTracked(sum.left()) && !isTracked(sum.right())) {
      boolean keeps =
          sum.operator() == BinaryOperator.ADD || sum.operator() == BinaryOperator.SUBTRACT;
      follow(keeps, sum.left(), sum.result());
    } else if (op instanceof Binary sum && isTracked(sum.right()) && !isTracked(sum.left())) {
      follow(sum.operator() == BinaryOperator.ADD, sum.right(), sum.result());
    } else if (op instanceof Convert convert && isTracked(convert.operand())) {
      follow(convert.result().type().isFloating(), convert.operand(), convert.result());
    } else if (op instanceof If choice) {
      looked |= isTracked(choice.condition());
      branch(choice);
    } else if (op instanceof For loop) {
      looked |= isTracked(loop.start()) || isTracked(loop.bound());
      loop(loop.initial(), loop.carried(), loop.body(), loop.results());
    } else if (op instanceof While loop) {
      // The condition has parameters of its own, so that a look at an accumulator there must be
      // followed, too.
      condition(loop);
      loop(loop.initial(), loop.body().parameters(), loop.body(), loop.results());
    } else {
      looked |= op.operands().stream().anyMatch(this::isTracked);
    }
  }

  private void follow(boolean keeps, Value from, Value to) {
    looked |= !keeps;
    accumulatorOf.put(to, accumulatorOf.get(from));
  }

  private void condition(While loop) {
    for (int i = 0; i < loop.initial().size(); i++) {
      if (isTracked(loop.initial().get(i))) {
        accumulatorOf.put(
            loop.condition().parameters().get(i), accumulatorOf.get(loop.initial().get(i)));
      }
    }
    walk(loop.condition());
    looked |= loop.condition().yields().stream().anyMatch(this::isTracked);
  }

  private void branch(If choice) {
    walk(choice.thenRegion());
    walk(choice.elseRegion());
    for (int i = 0; i < choice.results().size(); i++) {
      Value chosen = choice.thenRegion().yields().get(i);
      Value other = choice.elseRegion().yields().get(i);
      if (isTracked(chosen) || isTracked(other)) {
        looked |= accumulatorOf.get(chosen) != accumulatorOf.get(other);
        accumulatorOf.put(
            choice.results().get(i),
            isTracked(chosen) ? accumulatorOf.get(chosen) : accumulatorOf.get(other));
      }
    }
  }

  private void loop(List<Value> initial, List<Value> parameters, Region body, List<Value> results) {
    for (int i = 0; i < initial.size(); i++) {
      if (isTracked(initial.get(i))) {
        accumulatorOf.put(parameters.get(i), accumulatorOf.get(initial.get(i)));
        accumulatorOf.put(results.get(i), accumulatorOf.get(initial.get(i)));
      }
    }
    walk(body);
    for (int i = 0; i < initial.size(); i++) {
      Value carried = accumulatorOf.get(parameters.get(i));
      looked |= accumulatorOf.get(body.yields().get(i)) != carried;
    }
  }
}
