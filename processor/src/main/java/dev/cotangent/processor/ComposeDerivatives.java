package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.DerivativeCall.Target;
import dev.cotangent.processor.analysis.ArrayWrite;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Derive.Wanted;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.MakeExact;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.RenameHelpers;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes derivatives inside a method calls of functions like any other: each {@link Derive} becomes
 * a call of the derivative's program, which joins the helpers, on fresh shadows and the function's
 * tape. The method can then be differentiated as if its user had written that program. Innermost
 * derivatives come first, and those of different levels share nothing, so that no perturbation is
 * taken for another one. Input and output: a program.
 */
final class ComposeDerivatives {
  private final BiFunction<Program, Wanted, Program> derivation;
  private final List<String> open;
  private final Map<String, Function> helpers = new LinkedHashMap<>();
  private final Map<Wanted, Target> made = new LinkedHashMap<>();
  private final Program program;

  private ComposeDerivatives(
      Program program, BiFunction<Program, Wanted, Program> derivation, List<String> open) {
    this.program = program;
    this.derivation = derivation;
    this.open = open;
    helpers.putAll(program.helpers());
  }

  /**
   * Runs it; a program that asks for no derivative stays itself.
   *
   * @param derivation gives the program of a function's derivative, as its companion runs it: with
   *     the function's parameters, then a zeroed shadow for each array parameter that is
   *     differentiated, then what a tape and tangents need
   * @throws Refusal if a function is differentiated within itself
   */
  static Program in(Program program, BiFunction<Program, Wanted, Program> derivation) {
    return new ComposeDerivatives(program, derivation, List.of(program.main().name())).run();
  }

  private Program run() {
    if (program.functions().stream().noneMatch(function -> asks(function.body()))) {
      return program;
    }
    Function main = new Caller().rewrite(program.main());
    program.helpers().forEach((name, helper) -> helpers.put(name, new Caller().rewrite(helper)));
    return new Program(main, helpers);
  }

  private static boolean asks(Region region) {
    return region.ops().stream()
        .anyMatch(op -> op instanceof Derive || op.regions().stream().anyMatch(r -> asks(r)));
  }

  /** The derivative's main function, which is a helper now. */
  private Target made(Derive op) {
    Wanted what = op.what();
    if (open.contains(what.callee())) {
      throw new Refusal(op.source(), Code.DERIVATIVE_OF_ITSELF, what.callee());
    }
    Target known = made.get(what);
    if (known == null) {
      known = make(op);
      made.put(what, known);
    }
    return known;
  }

  private Target make(Derive op) {
    Wanted what = op.what();
    Program whole = new Program(program.helper(what.callee()), program.helpers());
    Program callee = new RemoveUnusedHelpers().run(whole);
    refuseLinks(callee, op);
    List<String> inside = Lists.append(open, what.callee());
    Program composed = new ComposeDerivatives(callee, derivation, inside).run();
    Program derived = new MakeExact().rewrite(derivation.apply(composed, what));
    Program named = new RenameHelpers(helpers.keySet()).run(derived);
    Map<String, Function> all = new LinkedHashMap<>(named.helpers());
    String name = freeName(what.callee() + suffix(what.mode()), all.keySet());
    Function main = new Function(name, named.main().body());
    all.put(name, main);
    // A helper that is there already is one that rules name, and the same.
    all.forEach(helpers::putIfAbsent);
    return target(main, composed);
  }

  /** What another companion gives for a call has first derivatives only. */
  private static void refuseLinks(Program callee, Derive op) {
    for (Function function : callee.functions()) {
      Structure.forEach(
          function.body(),
          inner -> {
            if (inner instanceof Invoke call
                && call.callee().differential() instanceof Differential.Linked) {
              throw new Refusal(op.source(), Code.NESTED_ELSEWHERE, call.callee().display());
            }
          });
    }
  }

  private String freeName(String wish, Set<String> taken) {
    String name = wish;
    for (int i = 2; helpers.containsKey(name) || taken.contains(name); i++) {
      name = wish + i;
    }
    return name;
  }

  private static Target target(Function derivative, Program primal) {
    Function main = primal.main();
    Call call = new Call(main.name(), main.parameters(), main.results(), SourceRange.NONE);
    List<Type> written =
        HelperEffects.of(primal).written(call).stream().map(ArrayWrite::type).toList();
    boolean rows = written.stream().anyMatch(type -> !isOfNumbers(type));
    return new Target(derivative, !written.isEmpty(), rows);
  }

  private static boolean isOfNumbers(Type type) {
    return type instanceof ArrayType array && !array.element().isReference();
  }

  private static String suffix(Derivative mode) {
    return switch (mode) {
      case JVP -> "Derivative";
      case HVP -> "Curvature";
      default -> "Gradient";
    };
  }

  /** Rewrites one function. */
  private final class Caller extends Rewriter {
    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Derive derive) {
        derive(derive, out);
      } else {
        copy(op, out);
      }
    }

    private void derive(Derive op, Builder out) {
      Target target = made(op);
      DerivativeCall call = new DerivativeCall(op.what(), map(op.arguments()), target, out);
      List<Value> results = call.write(op.source());
      for (int i = 0; i < results.size(); i++) {
        replace(op.results().get(i), results.get(i));
      }
    }
  }
}
