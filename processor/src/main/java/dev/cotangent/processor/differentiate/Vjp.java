package dev.cotangent.processor.differentiate;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reverse mode: from a program to one that computes its results and pulls cotangents of them back
 * to the parameters; the cotangent 1 of a single number gives its gradient.
 *
 * <p>The new main function has the old parameters, then a zeroed shadow for each array parameter
 * that is differentiated (same length, null for null, sharing memory with nothing; the partials are
 * added into it), then the cotangents unless there is nothing to choose, then a tape; its results
 * are the old ones, then the adjoint of each number that is differentiated, as {@code double}.
 */
public final class Vjp {
  private final Program program;
  private final Manner manner;
  private final HelperEffects effects;
  private final SplitHelpers helpers;

  private Vjp(Program program, Manner manner, HelperEffects effects) {
    this.program = program;
    this.manner = manner;
    this.effects = effects;
    this.helpers = new SplitHelpers(program, effects);
  }

  /**
   * Differentiates the main function, and what it calls, with respect to some of its parameters.
   *
   * @param wrt one flag a parameter of the main function
   * @throws Refusal if it cannot be done exactly
   */
  public static Program differentiate(Program program, List<Boolean> wrt, NonSmooth convention) {
    return differentiate(program, wrt, convention, Strategy.STANDARD);
  }

  /** The same by another strategy. */
  public static Program differentiate(
      Program program, List<Boolean> wrt, NonSmooth convention, Strategy strategy) {
    Manner manner = new Manner(convention, strategy, false);
    return GuardUnreached.in(new Vjp(program, manner, HelperEffects.of(program)).run(wrt, false));
  }

  /**
   * Differentiates as {@link #differentiate}, for cotangents that the caller chooses: the main
   * function takes one for each floating result; see {@link Cotangents}.
   *
   * @throws Refusal if it cannot be done exactly
   */
  public static Program pullBack(
      Program program, List<Boolean> wrt, NonSmooth convention, Strategy strategy) {
    Manner manner = new Manner(convention, strategy, false);
    return GuardUnreached.in(new Vjp(program, manner, HelperEffects.of(program)).run(wrt, true));
  }

  /**
   * The two sweeps of a program that other programs call, as programs of their own that meet on a
   * tape; see {@link SplitHelpers} for what they take and give. Everything floating counts, whether
   * it goes in or comes out.
   *
   * @param forward the forward sweep
   * @param reverse the reverse sweep
   */
  public record Split(Program forward, Program reverse) {}

  /**
   * Differentiates the main function for callers that are not there to be looked at.
   *
   * @throws Refusal if it cannot be done exactly
   */
  public static Split split(Program program, NonSmooth convention) {
    Manner manner = new Manner(convention, Strategy.STANDARD, true);
    Vjp vjp = new Vjp(program, manner, HelperEffects.ofLinked(program));
    SplitFunction main = new SplitFunction(program.main(), manner, vjp.helpers, vjp.effects);
    Map<String, Function> helpers = vjp.splitHelpers();
    return new Split(
        GuardUnreached.in(linked(main.forward(), helpers)),
        GuardUnreached.in(linked(main.reverse(), helpers)));
  }

  /**
   * The two sweeps of {@link #pullBack}, as programs of their own that meet on a tape. The reverse
   * sweep may run again and again, if the tape, and the shadows of the parameters, are each time as
   * the forward sweep left them.
   *
   * <p>The forward sweep has the old parameters, then the shadows, then a tape, and the old
   * results. The reverse sweep has the cotangents, then a tape, and for results the adjoint of each
   * number that is differentiated.
   *
   * @throws Refusal if it cannot be done exactly
   */
  public static Split splitPullBack(
      Program program, List<Boolean> wrt, NonSmooth convention, Strategy strategy) {
    Manner manner = new Manner(convention, strategy, true);
    Vjp vjp = new Vjp(program, manner, HelperEffects.of(program));
    SplitPullBack main =
        new SplitPullBack(program.main(), vjp.inputs(wrt), manner, vjp.helpers, vjp.effects);
    Map<String, Function> helpers = vjp.splitHelpers();
    return new Split(
        GuardUnreached.in(new Program(main.forward(), helpers)),
        GuardUnreached.in(new Program(main.reverse(), helpers)));
  }

  /** The main function of a linked program is never called from inside; its helper twin is. */
  private static Program linked(Function function, Map<String, Function> helpers) {
    String name = function.name() + "Linked";
    while (helpers.containsKey(name)) {
      name += "_";
    }
    return new Program(new Function(name, function.body()), helpers);
  }

  private Program run(List<Boolean> wrt, boolean chosen) {
    Function main = main(wrt, chosen);
    return new Program(main, splitHelpers());
  }

  /** The helpers, and the sweeps of those that were asked for. */
  private Map<String, Function> splitHelpers() {
    Map<String, Function> all = new LinkedHashMap<>(program.helpers());
    boolean more = true;
    while (more) {
      String split = helpers.next();
      String inOne = helpers.nextInOne();
      if (split != null) {
        addSplit(split, all);
      }
      if (inOne != null) {
        Function helper = helpers.function(inOne);
        all.put(
            helpers.onePassName(inOne), new OnePassFunction(helper, helpers).make(manner, effects));
      }
      more = split != null || inOne != null;
    }
    return all;
  }

  private void addSplit(String name, Map<String, Function> all) {
    SplitFunction split = new SplitFunction(helpers.function(name), manner, helpers, effects);
    all.put(helpers.forwardName(name), split.forward());
    all.put(helpers.reverseName(name), split.reverse());
  }

  private List<Value> inputs(List<Boolean> wrt) {
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < wrt.size(); i++) {
      if (wrt.get(i)) {
        inputs.add(program.main().parameters().get(i));
      }
    }
    return inputs;
  }

  private Function main(List<Boolean> wrt, boolean chosen) {
    Preparation ready = Preparation.ofMain(program.main(), inputs(wrt), manner, effects);
    Facts facts = ready.facts();
    OpenScope scope = new OpenScope(facts, null, ready.function().body());
    List<Value> parameters = new ArrayList<>(ready.function().parameters());
    if (chosen) {
      Cotangents cotangents = new Cotangents(ready.function().results());
      parameters.addAll(cotangents.parameters());
      cotangents.seed(scope);
    } else {
      seedOne(scope, ready.function().results().get(0));
    }
    new ReverseSweep(facts, helpers).run(scope);
    List<Value> results = new ArrayList<>(ready.function().results());
    for (Value input : ready.inputs()) {
      if (input.type().isFloating()) {
        results.add(scope.adjointOrZero(input));
      }
    }
    List<Op> ops = Lists.concat(scope.forwardOps(), scope.reverseOps());
    parameters.add(facts.tape());
    return renewed(program.main().name(), new Region(parameters, ops, results));
  }

  private static void seedOne(Scope scope, Value result) {
    if (scope.facts.isActive(result)) {
      scope.contribute(result, scope.reverse.constant(1.0));
    }
  }

  /**
   * A reverse sweep as a function of its own. The forward sweep of a fused loop runs within it, and
   * records on the tape that is there.
   */
  static Function reverseSweep(String name, Region body, Facts facts) {
    Substitution onItsTape = new Substitution(Map.of(facts.tape(), facts.reverseTape()));
    Builder out = new Builder();
    onItsTape.copyInto(body.ops(), out);
    List<Value> results = body.yields().stream().map(onItsTape::of).toList();
    return renewed(name, out.region(body.parameters(), results));
  }

  /**
   * The sweeps share the primal's values and a fused loop defines its own once more: gives each
   * definition a value of its own.
   */
  static Function renewed(String name, Region body) {
    return new Rewriter().rewrite(new Function(name, body));
  }
}
