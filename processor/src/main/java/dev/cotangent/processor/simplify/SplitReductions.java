package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the sums of derivatives in innermost loops two accumulators: an addition takes four cycles
 * until the next one can begin that needs its result, and the machine could begin two in each.
 *
 * <p>Two iterations become one, behind an odd first one, and run in their old order. Only the order
 * of additions changes, of which {@link Reductions} proves that they are free and that nothing else
 * sees the sums on the way: those of the user's method stay as they are.
 */
public final class SplitReductions implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(SplitReductions::run);
  }

  private static Function run(Function function) {
    Reductions found = Reductions.of(function);
    return found.isEmpty() ? function : new Splitter(found).rewrite(function);
  }

  /**
   * What a loop is after an odd first iteration.
   *
   * @param isOdd whether there is such an iteration
   * @param odd its index
   * @param start the first index of the others
   * @param bound where they end
   */
  private record Halves(Value isOdd, Value odd, Value start, Value bound) {
    static Halves of(Reductions.Direction direction, Value start, Value bound, Builder out) {
      return direction == Reductions.Direction.UP ? up(start, bound, out) : down(start, bound, out);
    }

    /** From zero up to the bound, which it does not reach. */
    private static Halves up(Value zero, Value bound, Builder out) {
      Value rest = odd(bound, out);
      return new Halves(out.binary(BinaryOperator.GREATER, rest, zero), zero, rest, bound);
    }

    /** From the start down to zero. */
    private static Halves down(Value start, Value zero, Builder out) {
      Value rest = odd(out.binary(BinaryOperator.ADD, start, out.constant(1)), out);
      Value even = out.binary(BinaryOperator.SUBTRACT, start, rest);
      return new Halves(out.binary(BinaryOperator.GREATER, rest, zero), start, even, zero);
    }

    /** One of an odd count; of a negative count, whose loop does not run, no more than zero. */
    private static Value odd(Value count, Builder out) {
      return out.binary(BinaryOperator.REMAINDER, count, out.constant(2));
    }
  }

  private static final class Splitter extends Simplifier {
    private final Reductions found;

    Splitter(Reductions found) {
      super(false);
      this.found = found;
    }

    @Override
    protected boolean simplify(Op op, Builder out) {
      if (!(op instanceof For loop) || !found.contains(loop)) {
        return false;
      }
      Reductions.Direction direction = Reductions.Direction.of(loop).orElseThrow();
      Halves halves = Halves.of(direction, map(loop.start()), map(loop.bound()), out);
      twice(loop, direction, halves, once(loop, halves, out), out);
      return true;
    }

    /** The odd iteration, if there is one; gives what is carried behind it. */
    private List<Value> once(For loop, Halves halves, Builder out) {
      List<Value> initial = map(loop.initial());
      Builder inner = new Builder().at(loop.source());
      List<Value> yields = iteration(loop, halves.odd(), initial, inner);
      List<Value> results = loop.results().stream().map(Value::fresh).toList();
      out.append(
          new If(
              halves.isOdd(),
              inner.region(List.of(), yields),
              new Region(List.of(), List.of(), initial),
              results,
              loop.source()));
      return results;
    }

    /** The other ones, two by two. */
    private void twice(
        For loop, Reductions.Direction direction, Halves halves, List<Value> initial, Builder out) {
      List<Integer> sums = found.of(loop);
      List<Value> carried = fresh(loop.carried(), sums);
      int count = loop.carried().size();
      Builder inner = new Builder().at(loop.source());
      Value index = loop.index().fresh();
      List<Value> first = iteration(loop, index, carried.subList(0, count), inner);
      List<Value> between = new ArrayList<>(first);
      for (int i = 0; i < sums.size(); i++) {
        between.set(sums.get(i), carried.get(count + i));
      }
      Value next = inner.binary(BinaryOperator.ADD, index, inner.constant(loop.step()));
      List<Value> second = iteration(loop, next, between, inner);
      List<Value> yields = new ArrayList<>(second);
      for (int sum : sums) {
        yields.set(sum, first.get(sum));
        yields.add(second.get(sum));
      }
      List<Value> all = new ArrayList<>(initial);
      sums.forEach(sum -> all.add(out.constant(0.0)));
      List<Value> results = fresh(loop.results(), sums);
      Region body = inner.region(Lists.concat(List.of(index), carried), yields);
      out.append(
          new For(
              halves.start(),
              halves.bound(),
              2 * loop.step(),
              direction.relation(),
              all,
              body,
              results,
              loop.source()));
      List<Value> together = new ArrayList<>(results.subList(0, count));
      for (int i = 0; i < sums.size(); i++) {
        Value sum = results.get(sums.get(i));
        together.set(sums.get(i), out.add(sum, results.get(count + i)));
      }
      substitute(loop, together);
    }

    private static List<Value> fresh(List<Value> values, List<Integer> again) {
      List<Value> all = new ArrayList<>(values);
      again.forEach(index -> all.add(values.get(index)));
      return all.stream().map(Value::fresh).toList();
    }

    /** Writes the loop's body for that index; gives what it yields. */
    private List<Value> iteration(For loop, Value index, List<Value> carried, Builder out) {
      replace(loop.index(), index);
      for (int i = 0; i < carried.size(); i++) {
        replace(loop.carried().get(i), carried.get(i));
      }
      rewriteOps(loop.body(), out);
      return map(loop.body().yields());
    }
  }
}
