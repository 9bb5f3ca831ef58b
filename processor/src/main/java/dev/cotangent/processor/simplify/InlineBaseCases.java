package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ends a recursion where it calls itself: asks before the call what the callee would ask first, and
 * if it would then end, does at once what it would do. Only where a method calls itself twice or
 * more are most of its calls such ends.
 *
 * <p>The condition: the question is a branch of the callee's body that is decided by its numbers
 * alone, without effect and exception ({@link Effects}), so that nobody notices that it is asked
 * before; and on one of its two ways the callee neither calls nor loops nor makes an array. All
 * that it does on that way is then done in its own order.
 */
public final class InlineBaseCases implements Pass {
  /** The most operations that are put in the place of a call. */
  private static final int SMALL = 24;

  private static final List<Pass> TIDY =
      List.of(
          new EliminateCommonSubexpressions(Facts.NONE),
          new FoldConstants(),
          new EliminateDeadCode(Facts.NONE));

  @Override
  public Program run(Program program) {
    Map<String, Function> helpers = new LinkedHashMap<>(program.helpers());
    helpers.replaceAll(
        (name, helper) ->
            BaseCase.of(helper).map(base -> new Inliner(base).rewrite(helper)).orElse(helper));
    // What the caller has computed already need not be computed for the callee.
    return helpers.equals(program.helpers())
        ? program
        : Passes.run(TIDY, new Program(program.main(), helpers));
  }

  /**
   * How a recursion ends.
   *
   * @param question what decides it, from the parameters
   * @param condition its answer
   * @param when which answer ends the recursion
   * @param function the whole function as it is then
   */
  private record BaseCase(List<Op> question, Value condition, boolean when, Function function) {
    static Optional<BaseCase> of(Function function) {
      boolean manyEnds = mostCalls(function.body(), function.name()) > 1;
      return Stream.of(true, false)
          .filter(when -> manyEnds)
          .flatMap(
              when ->
                  function.body().ops().stream()
                      .filter(If.class::isInstance)
                      .flatMap(op -> of(function, (If) op, when).stream()))
          .findFirst();
    }

    private static Optional<BaseCase> of(Function function, If choice, boolean when) {
      Optional<List<Op>> question = question(choice.condition(), function);
      Function way = way(function, choice, when);
      return question
          .filter(ops -> isStraight(way.body()) && size(way.body()) <= SMALL)
          .map(ops -> new BaseCase(ops, choice.condition(), when, way));
    }

    /** The function with one branch in the place of a choice. */
    private static Function way(Function function, If choice, boolean when) {
      Region chosen = when ? choice.thenRegion() : choice.elseRegion();
      List<Op> ops = new ArrayList<>();
      for (Op op : function.body().ops()) {
        if (op == choice) {
          ops.addAll(chosen.ops());
        } else {
          ops.add(op);
        }
      }
      Substitution yields = new Substitution();
      for (int k = 0; k < choice.results().size(); k++) {
        yields.put(choice.results().get(k), chosen.yields().get(k));
      }
      Region body = new Region(function.parameters(), ops, function.results());
      return function.withBody(yields.apply(body));
    }

    /** What computes a value from the parameters, if that is pure. */
    private static Optional<List<Op>> question(Value wanted, Function function) {
      Set<Value> needed = new LinkedHashSet<>(Set.of(wanted));
      List<Op> ops = new ArrayList<>();
      for (int i = function.body().ops().size() - 1; i >= 0; i--) {
        Op op = function.body().ops().get(i);
        if (op.results().stream().anyMatch(needed::contains)) {
          if (!Effects.of(op).isPure()) {
            return Optional.empty();
          }
          needed.addAll(Uses.of(op));
          ops.add(0, op);
        }
      }
      return Optional.of(ops);
    }

    private static boolean isStraight(Region region) {
      return !region.endsInThrow()
          && region.ops().stream()
              .allMatch(
                  op ->
                      !(op instanceof Call)
                          && !Effects.of(op).allocates()
                          && (op.regions().isEmpty() || op instanceof If)
                          && op.regions().stream().allMatch(BaseCase::isStraight));
    }
  }

  /** How often a run of the region may call a function; twice stands for any number. */
  private static int mostCalls(Region region, String name) {
    int calls = 0;
    for (Op op : region.ops()) {
      int inside = op.regions().stream().mapToInt(r -> mostCalls(r, name)).max().orElse(0);
      boolean called = op instanceof Call call && call.callee().equals(name);
      calls += (called ? 1 : 0) + (op instanceof If ? inside : 2 * inside);
    }
    return calls;
  }

  private static int size(Region region) {
    int size = region.ops().size();
    for (Op op : region.ops()) {
      size += op.regions().stream().mapToInt(InlineBaseCases::size).sum();
    }
    return size;
  }

  private static final class Inliner extends Rewriter {
    private final BaseCase base;

    Inliner(BaseCase base) {
      this.base = base;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Call call && call.callee().equals(base.function().name())) {
        inline(call, out);
      } else {
        copy(op, out);
      }
    }

    private void inline(Call call, Builder out) {
      List<Value> arguments = map(call.arguments());
      Value condition = new Copier(base, arguments).condition(out);
      Builder end = new Builder();
      List<Value> ended = new Copier(base, arguments).function(end);
      Builder go = new Builder();
      List<Value> found = call.results().stream().map(Value::fresh).toList();
      go.append(new Call(call.callee(), arguments, found, call.source()));
      Region ends = end.region(List.of(), ended);
      Region goes = go.region(List.of(), found);
      List<Value> results = call.results().stream().map(Value::fresh).toList();
      for (int k = 0; k < results.size(); k++) {
        replace(call.results().get(k), results.get(k));
      }
      out.append(
          new If(
              condition,
              base.when() ? ends : goes,
              base.when() ? goes : ends,
              results,
              call.source()));
    }
  }

  /** Copies parts of the callee, with the arguments of a call. */
  private static final class Copier extends Rewriter {
    private final BaseCase base;

    Copier(BaseCase base, List<Value> arguments) {
      this.base = base;
      for (int k = 0; k < arguments.size(); k++) {
        replace(base.function().parameters().get(k), arguments.get(k));
      }
    }

    Value condition(Builder out) {
      rewriteOps(new Region(List.of(), base.question(), List.of()), out);
      return map(base.condition());
    }

    List<Value> function(Builder out) {
      rewriteOps(base.function().body(), out);
      return map(base.function().results());
    }
  }
}
