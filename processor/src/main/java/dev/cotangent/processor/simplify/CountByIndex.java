package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes from a loop's index what counts along with it: the {@code p} of {@code for (j = i; j <
 * n; j++) { … p++; }} is what it was before plus {@code j - i}. Then nothing is carried from one
 * iteration to the next, and a reverse sweep need not be told.
 *
 * <p>The loop's own step must be 1 or −1 towards its bound, and the other's a literal. Integers
 * wrap around: everything holds modulo 2³².
 */
public final class CountByIndex implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(function -> function.withBody(run(function.body())));
  }

  private static Region run(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      Op inside = op.withRegions(CountByIndex::run);
      if (inside instanceof For loop && isCounting(loop)) {
        ops.addAll(new Counters(loop).replaced());
      } else {
        ops.add(inside);
      }
    }
    return region.withOps(ops);
  }

  private static boolean isCounting(For loop) {
    return switch (loop.relation()) {
      case LESS, LESS_EQUAL -> loop.step() == 1;
      case GREATER, GREATER_EQUAL -> loop.step() == -1;
      default -> false;
    };
  }

  /** The carried values of one loop that go up or down by the same number each time. */
  private static final class Counters {
    private final For loop;
    private final Map<Value, Op> definitions = new IdentityHashMap<>();

    /** The number, by position. */
    private final Map<Integer, Integer> steps = new LinkedHashMap<>();

    Counters(For loop) {
      this.loop = loop;
      loop.body().ops().forEach(op -> op.results().forEach(r -> definitions.put(r, op)));
      for (int k = 0; k < loop.carried().size(); k++) {
        if (definitions.get(loop.body().yields().get(k)) instanceof Binary next) {
          find(k, next);
        }
      }
    }

    private void find(int position, Binary next) {
      Value carried = loop.carried().get(position);
      boolean counts = carried.type() == PrimitiveType.INT && next.left() == carried;
      if (counts && definitions.get(next.right()) instanceof Constant step) {
        int number = (Integer) step.content();
        if (next.operator() == BinaryOperator.ADD) {
          steps.put(position, number);
        } else if (next.operator() == BinaryOperator.SUBTRACT) {
          steps.put(position, -number);
        }
      }
    }

    /** The loop that does not carry them, and what they are at its end. */
    List<Op> replaced() {
      if (steps.isEmpty()) {
        return List.of(loop);
      }
      Builder head = new Builder().at(loop.source());
      Value done = distance(loop.start(), loop.index(), head);
      Builder tail = new Builder().at(loop.source());
      Value all = trips(tail);
      steps.forEach(
          (position, step) -> {
            Value initial = loop.initial().get(position);
            define(loop.carried().get(position), initial, done, step, head);
            define(loop.results().get(position), initial, all, step, tail);
          });
      Region old = loop.body();
      Region body = new Region(old.parameters(), Lists.concat(head.ops(), old.ops()), old.yields());
      Op rest = Carried.select(loop, List.of(body), k -> !steps.containsKey(k));
      return Lists.concat(List.of(rest), tail.ops());
    }

    private static void define(Value value, Value initial, Value count, int step, Builder out) {
      Value moved = step == 1 ? count : out.multiply(count, out.constant(step));
      out.append(new Binary(BinaryOperator.ADD, initial, moved, false, value));
    }

    private Value distance(Value from, Value to, Builder out) {
      return loop.step() == 1 ? out.subtract(to, from) : out.subtract(from, to);
    }

    private Value trips(Builder out) {
      Value runs = out.binary(loop.relation(), loop.start(), loop.bound());
      Value distance = distance(loop.start(), loop.bound(), out);
      boolean inclusive =
          loop.relation() == BinaryOperator.LESS_EQUAL
              || loop.relation() == BinaryOperator.GREATER_EQUAL;
      Value trips = inclusive ? out.add(distance, out.constant(1)) : distance;
      return out.select(runs, trips, out.constant(0));
    }
  }
}
