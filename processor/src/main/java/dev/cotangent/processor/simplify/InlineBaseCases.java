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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a recursion where it calls itself: asks before the call what the callee would ask first, and
 * if it would then end, does at once what it would do. Only where a method calls itself twice or
 * more are most of its calls such ends.
 *
 * <p>The condition: the question is a branch of the callee's body that is decided by its numbers
 * alone, without effect and exception ({@link Effects}), so that nobody notices that it is asked
 * before; and on one of its two ways the callee neither calls nor loops nor makes an array. All
 * that it does on that way is then done in its own order.
 *
 * <p>Then the same for the level above: where only one call is left, and what decides whether the
 * callee comes to its own is known before as well, a callee that does not come to it is written in
 * its place, its loops included.
 */
public final class InlineBaseCases implements Pass {
  private static final List<Pass> TIDY =
      List.of(
          new EliminateCommonSubexpressions(Facts.NONE),
          new FoldConstants(),
          new EliminateDeadCode(Facts.NONE));

  @Override
  public Program run(Program program) {
    return run(run(program, BaseCase::end), BaseCase::lastLevel);
  }

  private static Program run(
      Program program, java.util.function.Function<Function, Optional<BaseCase>> kind) {
    Map<String, Function> helpers = new LinkedHashMap<>(program.helpers());
    helpers.replaceAll(
        (name, helper) ->
            kind.apply(helper).map(base -> new Inliner(base).rewrite(helper)).orElse(helper));
    // What the caller has computed already need not be computed for the callee.
    return helpers.equals(program.helpers())
        ? program
        : Passes.run(TIDY, new Program(program.main(), helpers));
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
