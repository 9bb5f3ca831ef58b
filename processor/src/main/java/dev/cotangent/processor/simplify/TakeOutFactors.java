package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Multiplies a sum instead of its terms: where all terms that a loop adds to a free sum have {@link
 * Factors} in common, the loop adds up what is left of them. A mean squared error is so divided by
 * the number of points once and not for each of them.
 *
 * <p>A loop is changed if it then multiplies less often; all its sums together, since they may
 * share a product.
 */
public final class TakeOutFactors implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(function -> new Taker().rewrite(function));
  }

  /**
   * A sum with what is taken out of it.
   *
   * @param place among what the loop carries
   * @param carried what the loop carries there
   * @param additions the chain from that to what is yielded
   */
  private record Sum(int place, Value carried, List<Binary> additions, List<Object> factors) {
    static Sum of(For loop, int place, Factors factors) {
      List<Binary> additions = Reductions.additions(loop, place);
      Sum all = new Sum(place, loop.carried().get(place), additions, List.of());
      List<Object> common =
          additions.stream().map(all::term).map(factors::of).reduce(Sum::inBoth).orElseThrow();
      return new Sum(place, all.carried(), additions, factors.moderate(common));
    }

    /** What has been added up when that addition comes. */
    Value before(Binary addition) {
      int i = additions.indexOf(addition);
      return i == 0 ? carried : additions.get(i - 1).result();
    }

    /** What it adds. */
    Value term(Binary addition) {
      return addition.left() == before(addition) ? addition.right() : addition.left();
    }

    /** The same addition of another term. */
    Op with(Binary addition, Value term) {
      Value before = before(addition);
      List<Value> operands =
          addition.left() == before ? List.of(before, term) : List.of(term, before);
      return addition.rebuild(operands, addition.results(), List.of());
    }

    private static List<Object> inBoth(List<Object> some, List<Object> others) {
      List<Object> left = new ArrayList<>(others);
      return some.stream().filter(left::remove).toList();
    }
  }

  private static final class Taker extends Simplifier {
    @Override
    protected boolean simplify(Op op, Builder out) {
      if (!(op instanceof For)) {
        return false;
      }
      copy(op, out);
      For loop = (For) out.ops().get(out.ops().size() - 1);
      Factors factors = new Factors(known, loop.body());
      List<Sum> sums =
          Reductions.sums(loop).stream()
              .map(place -> Sum.of(loop, place, factors))
              .filter(sum -> !sum.factors().isEmpty())
              .toList();
      Region body = without(loop, sums, factors);
      if (products(body) < products(loop.body())) {
        out.ops().remove(out.ops().size() - 1);
        append(loop, body, sums, out);
      }
      return true;
    }

    private static long products(Region body) {
      return body.ops().stream().filter(Factors::isProduct).count();
    }

    /** The body that adds up what is left of the terms. */
    private static Region without(For loop, List<Sum> sums, Factors factors) {
      Map<Op, Sum> changed = new IdentityHashMap<>();
      sums.forEach(sum -> sum.additions().forEach(addition -> changed.put(addition, sum)));
      Builder out = new Builder();
      for (Op op : loop.body().ops()) {
        Sum sum = changed.get(op);
        if (sum == null) {
          out.append(op);
        } else {
          Binary addition = (Binary) op;
          List<Object> taken = new ArrayList<>(sum.factors());
          Value left = factors.without(taken, sum.term(addition), out.at(op.source()));
          out.append(sum.with(addition, left));
        }
      }
      return loop.body().withOps(needed(out.ops(), loop.body().yields()));
    }

    /** The operations without the products that nothing needs any more. */
    private static List<Op> needed(List<Op> ops, List<Value> yields) {
      Set<Value> used = new HashSet<>(yields);
      List<Op> kept = new ArrayList<>();
      for (int i = ops.size() - 1; i >= 0; i--) {
        Op op = ops.get(i);
        if (!Factors.isProduct(op) || used.contains(op.results().get(0))) {
          used.addAll(Uses.of(op));
          kept.add(op);
        }
      }
      Collections.reverse(kept);
      return kept;
    }

    /** The loop, whose sums start from zero, and behind it what they come to. */
    private void append(For loop, Region body, List<Sum> sums, Builder out) {
      List<Value> initial = new ArrayList<>(loop.initial());
      List<Value> results = new ArrayList<>(loop.results());
      for (Sum sum : sums) {
        initial.set(sum.place(), out.constant(0.0));
        results.set(sum.place(), results.get(sum.place()).fresh());
      }
      out.append(
          new For(
              loop.start(),
              loop.bound(),
              loop.step(),
              loop.relation(),
              initial,
              body,
              results,
              loop.source()));
      Map<List<Object>, Value> products = new HashMap<>();
      for (Sum sum : sums) {
        out.at(sum.additions().get(0).source());
        Value factor = products.computeIfAbsent(sum.factors(), f -> product(f, out));
        Value total = results.get(sum.place());
        // A mean of nothing is no factor of nothing.
        Value scaled =
            isLiteral(sum.factors())
                ? out.multiply(factor, total)
                : out.strongMultiply(total, factor);
        replace(loop.results().get(sum.place()), out.add(loop.initial().get(sum.place()), scaled));
      }
    }

    private static boolean isLiteral(List<Object> factors) {
      return factors.stream().allMatch(Double.class::isInstance);
    }

    private static Value product(List<Object> factors, Builder out) {
      if (isLiteral(factors)) {
        return out.constant(
            factors.stream().mapToDouble(Double.class::cast).reduce(1, (a, b) -> a * b));
      }
      return factors.stream()
          .map(factor -> factor instanceof Double d ? out.constant(d) : (Value) factor)
          .reduce(out::multiply)
          .orElseThrow();
    }
  }
}
