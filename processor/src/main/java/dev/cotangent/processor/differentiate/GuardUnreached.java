package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps what a branch or {@code Math.min} did not choose from becoming NaN in the reverse sweep: it
 * has been handed no adjoint, so nothing is handed on, not even zero times an infinite factor. A
 * product of such an adjoint runs where the adjoint has been reached, and is zero elsewhere. In a
 * loop a flag beside the carried adjoint says whether it has.
 *
 * <p>An adjoint that was taken from a tape, as in the reverse sweep of a reverse sweep, counts as
 * reached.
 *
 * <p>An adjoint that was reached and happens to be zero is multiplied as any other number is; only
 * then the convention at singular points counts.
 */
final class GuardUnreached extends Rewriter {
  private final Set<Value> maybe;

  /** By values of the new function; all others are always reached. */
  private final Map<Value, Reach> reaches = new IdentityHashMap<>();

  /** The outcomes of conditions in whose branches the operation at hand stands. */
  private final Map<Value, Boolean> known = new IdentityHashMap<>();

  /** Of results of branches: which value outside the branch that is, if it is reached. */
  private final Map<Value, Map<Reach, Value>> choices = new IdentityHashMap<>();

  private GuardUnreached(Set<Value> maybe) {
    this.maybe = maybe;
  }

  /** Every function of a program that reverse mode wrote, guarded. */
  static Program in(Program program) {
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, in(helper)));
    return new Program(in(program.main()), helpers);
  }

  private static Function in(Function function) {
    Set<Value> maybe = MaybeUnreached.in(function.body());
    return maybe.isEmpty() ? function : new GuardUnreached(maybe).rewrite(function);
  }

  /** When a value of the new function is reached, as far as it is not known here. */
  private Reach of(Value value) {
    Reach reach = reaches.getOrDefault(value, Reach.ALWAYS);
    Boolean outcome = reach.depends() ? known.get(reach.condition()) : null;
    if (outcome == null) {
      return reach;
    }
    return outcome == reach.outcome() ? Reach.ALWAYS : Reach.NEVER;
  }

  private void note(Value old, Reach reach) {
    if (reach != Reach.ALWAYS) {
      reaches.put(map(old), reach);
    }
  }

  @Override
  protected void rewrite(Op op, Builder out) {
    if (op instanceof Constant constant && Double.valueOf(0).equals(constant.content())) {
      copy(op, out);
      note(constant.result(), Reach.NEVER);
    } else if (op instanceof If choice) {
      branch(choice, out);
    } else if (Loop.of(op) != null) {
      loop(Loop.of(op), out);
    } else if (!maybe.contains(result(op))) {
      copy(op, out);
    } else if (MaybeUnreached.isSum(op)) {
      sum(op, of(map(op.operands().get(0))), of(map(op.operands().get(1))), out);
    } else {
      where(of(map(op.operands().get(0))), op, out);
    }
  }

  private static Value result(Op op) {
    return op.results().size() == 1 ? op.results().get(0) : null;
  }

  /** A sum of zeros is zero, so that it needs no branch of its own. */
  private void sum(Op op, Reach left, Reach right, Builder out) {
    if (left.equals(right)) {
      where(left, op, out);
    } else {
      Reach either = either(left, right, out);
      copy(op, out);
      note(op.results().get(0), either);
    }
  }

  /** The operation where its result is reached. All of a chain do so, which makes one branch. */
  private void where(Reach reach, Op op, Builder out) {
    if (!reach.depends()) {
      copy(op, out);
      note(op.results().get(0), reach);
      return;
    }
    Value inner = fresh(op.results().get(0));
    Value result = fresh(op.results().get(0));
    List<Value> operands = op.operands().stream().map(v -> chosen(map(v), reach)).toList();
    Region yes =
        new Region(
            List.of(), List.of(op.rebuild(operands, List.of(inner), List.of())), List.of(inner));
    Builder nothing = new Builder().at(op.source());
    Region no = nothing.region(List.of(), List.of(nothing.zero(result.type())));
    out.append(reach.choice(yes, no, result, op.source()));
    replace(op.results().get(0), result);
    note(op.results().get(0), reach);
  }

  /** What the value is where the condition has the outcome. */
  private Value chosen(Value value, Reach reach) {
    return choices.getOrDefault(value, Map.of()).getOrDefault(reach, value);
  }

  private static Reach either(Reach a, Reach b, Builder out) {
    if (a.equals(b) || b == Reach.NEVER || a == Reach.ALWAYS) {
      return a;
    }
    if (a == Reach.NEVER || b == Reach.ALWAYS) {
      return b;
    }
    return new Reach(out.binary(BinaryOperator.OR, a.flag(out), b.flag(out)), true);
  }

  /** A branch as it has been rewritten, and when what it yields is reached. */
  private record Branch(Region region, List<Reach> reaches) {
    Region yielding(List<Integer> flagged, Builder at) {
      Builder out = new Builder().at(at.source());
      region.ops().forEach(out::append);
      List<Value> yields = new ArrayList<>(region.yields());
      flagged.forEach(i -> yields.add(reaches.get(i).flag(out)));
      return out.region(List.of(), yields);
    }
  }

  private Branch branch(Value condition, boolean outcome, Region old) {
    Boolean before = known.put(condition, outcome);
    Region region = rewrite(old);
    List<Reach> reaches = region.yields().stream().map(this::of).toList();
    if (before == null) {
      known.remove(condition);
    } else {
      known.put(condition, before);
    }
    return new Branch(region, reaches);
  }

  private void branch(If choice, Builder out) {
    Value condition = map(choice.condition());
    Branch one = branch(condition, true, choice.thenRegion());
    Branch other = branch(condition, false, choice.elseRegion());
    List<Value> results = new ArrayList<>();
    List<Integer> flagged = new ArrayList<>();
    List<Value> flags = new ArrayList<>();
    for (int i = 0; i < choice.results().size(); i++) {
      Value old = choice.results().get(i);
      replace(old, fresh(old));
      results.add(map(old));
      if (maybe.contains(old)) {
        Optional<Reach> told = joined(one.reaches.get(i), other.reaches.get(i), condition);
        if (told.isEmpty()) {
          flagged.add(i);
          flags.add(flag(out));
        }
        note(old, told.orElseGet(() -> new Reach(flags.get(flags.size() - 1), true)));
      }
    }
    noteChosen(choice, one.region, other.region);
    Region yes = flagged.isEmpty() ? one.region : one.yielding(flagged, out);
    Region no = flagged.isEmpty() ? other.region : other.yielding(flagged, out);
    out.append(new If(condition, yes, no, Lists.concat(results, flags), choice.source()));
  }

  private void noteChosen(If choice, Region one, Region other) {
    Set<Value> inside = new HashSet<>();
    List.of(one, other).forEach(r -> r.ops().forEach(op -> inside.addAll(op.results())));
    for (int i = 0; i < choice.results().size(); i++) {
      Reach reach = of(map(choice.results().get(i)));
      boolean told = reach.depends() && reach.condition() == map(choice.condition());
      Value taken = told ? (reach.outcome() ? one : other).yields().get(i) : null;
      if (told && !inside.contains(taken)) {
        choices.put(map(choice.results().get(i)), Map.of(reach, taken));
      }
    }
  }

  /** Of two branches: when the one that is taken is reached, if that can be said without a flag. */
  private static Optional<Reach> joined(Reach yes, Reach no, Value condition) {
    if (yes.depends() || no.depends()) {
      return Optional.empty();
    }
    return Optional.of(yes == no ? yes : new Reach(condition, yes == Reach.ALWAYS));
  }

  private static Value flag(Builder out) {
    return out.value(PrimitiveType.BOOLEAN, "reached");
  }

  /** A carried adjoint that may be unreached has a carried flag. */
  private void loop(Loop loop, Builder out) {
    List<Integer> flagged =
        IntStream.range(0, loop.carried().size())
            .filter(i -> maybe.contains(loop.carried().get(i)))
            .boxed()
            .toList();
    if (flagged.isEmpty()) {
      copy(loop.op(), out);
      return;
    }
    List<Value> operands = new ArrayList<>(map(loop.op().operands()));
    flagged.forEach(i -> operands.add(of(map(loop.initial().get(i))).flag(out)));
    List<Region> regions = new ArrayList<>();
    for (Region region : loop.op().regions()) {
      regions.add(region == loop.body() ? body(loop, flagged) : condition(region, flagged));
    }
    List<Value> results = new ArrayList<>();
    for (Value old : loop.results()) {
      replace(old, fresh(old));
      results.add(map(old));
    }
    for (int i : flagged) {
      Value flag = flag(out);
      results.add(flag);
      note(loop.results().get(i), new Reach(flag, true));
    }
    out.append(loop.op().rebuild(operands, results, regions));
  }

  private Region body(Loop loop, List<Integer> flagged) {
    Builder out = new Builder();
    List<Value> parameters = parameters(loop.body());
    for (int i : flagged) {
      Value flag = flag(out);
      parameters.add(flag);
      note(loop.carried().get(i), new Reach(flag, true));
    }
    rewriteOps(loop.body(), out);
    List<Value> yields = new ArrayList<>(map(loop.body().yields()));
    flagged.forEach(i -> yields.add(of(map(loop.next().get(i))).flag(out)));
    return out.region(parameters, yields);
  }

  private Region condition(Region old, List<Integer> flagged) {
    Builder out = new Builder();
    List<Value> parameters = parameters(old);
    flagged.forEach(i -> parameters.add(flag(out)));
    rewriteOps(old, out);
    return out.region(parameters, map(old.yields()));
  }

  private List<Value> parameters(Region region) {
    List<Value> parameters = new ArrayList<>();
    for (Value old : region.parameters()) {
      replace(old, fresh(old));
      parameters.add(map(old));
    }
    return parameters;
  }
}
