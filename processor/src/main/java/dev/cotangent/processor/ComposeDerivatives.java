package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import dev.cotangent.processor.DerivativeCall.Target;
import dev.cotangent.processor.analysis.ArrayWrite;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Derive.Member;
import dev.cotangent.processor.ir.Derive.Wanted;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.MakeExact;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.RenameHelpers;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes derivatives inside a method calls of functions like any other: each {@link Derive} becomes
 * a call of the derivative's program, which joins the helpers, on fresh shadows and the function's
 * tape. The method can then be differentiated as if its user had written that program. Innermost
 * derivatives come first, and those of different levels share nothing, so that no perturbation is
 * taken for another one. Input and output: a program.
 */
final class ComposeDerivatives {
  // The adjoint of a row goes to where the row is when the reverse sweep arrives.
  private static final String ROWS =
      "it takes an array of arrays, and rows are exchanged, replaced or put together here";

  private final Derivation derivation;
  private final List<String> open;
  private final Map<String, Function> helpers = new LinkedHashMap<>();
  private final Map<Wanted, Calling> made = new LinkedHashMap<>();
  private final Program program;

  /** Writes what stands in the place of a derivative, and gives its results. */
  @FunctionalInterface
  private interface Calling {
    List<Value> write(List<Value> given, List<Value> results, Builder out);
  }

  private ComposeDerivatives(Program program, Derivation derivation, List<String> open) {
    this.program = program;
    this.derivation = derivation;
    this.open = open;
    helpers.putAll(program.helpers());
  }

  /** How the main function of a program is differentiated. */
  interface Derivation {
    /**
     * The program of its derivative, as its companion runs it: with the function's parameters, then
     * a zeroed shadow for each array parameter that is differentiated, then what a tape and
     * tangents need.
     */
    Program derivative(Program callee, Wanted what);

    /** What {@link SecondDerivative} calls. */
    Program second(Program callee, NonSmooth convention);
  }

  /**
   * Runs it; a program that asks for no derivative stays itself.
   *
   * @throws Refusal if a function is differentiated within itself
   */
  static Program in(Program program, Derivation derivation) {
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

  /** What is called for the derivative. */
  private Calling made(Derive op) {
    Wanted what = op.what();
    if (open.contains(what.callee())) {
      throw new Refusal(op.source(), Code.DERIVATIVE_OF_ITSELF, what.callee());
    }
    Calling known = made.get(what);
    if (known == null) {
      known = make(op);
      made.put(what, known);
    }
    return known;
  }

  private Calling make(Derive op) {
    Wanted what = op.what();
    Program whole = new Program(program.helper(what.callee()), program.helpers());
    Program callee = new RemoveUnusedHelpers().run(whole);
    List<String> inside = Lists.append(open, what.callee());
    Program composed = new ComposeDerivatives(callee, derivation, inside).run();
    if (Jvp.isLinked(composed)) {
      return throughLinks(op, composed);
    }
    Target target = derived(composed, what);
    return (given, results, out) -> new DerivativeCall(what, given, target, out).write(op.source());
  }

  private Target derived(Program composed, Wanted what) {
    Program derived = new MakeExact().rewrite(derivation.derivative(composed, what));
    return target(join(derived, what.callee() + suffix(what.mode())), composed);
  }

  /** Makes a program's functions helpers of this one; the main one gets that name, if it can. */
  private Function join(Program joining, String wish) {
    Program named = new RenameHelpers(helpers.keySet()).run(joining);
    Map<String, Function> all = new LinkedHashMap<>(named.helpers());
    String name = freeName(wish, all.keySet());
    Function main = new Function(name, named.main().body());
    all.put(name, main);
    // A helper that is there already is one that rules name, and the same.
    all.forEach(helpers::putIfAbsent);
    return main;
  }

  /** What other companions give for a call has first derivatives, and second ones forwards. */
  private Calling throughLinks(Derive op, Program composed) {
    Wanted what = op.what();
    if (Transcription.isNeeded(composed)) {
      String reason = "'" + what.callee() + "' does something besides";
      throw new Refusal(op.source(), Code.EFFECT_REPEATED, reason);
    }
    if (composed.main().parameters().stream().anyMatch(v -> hasRows(v.type()))
        && program.functions().stream().anyMatch(function -> movesRows(function.body()))) {
      throw new Refusal(op.source(), Code.NESTED_ELSEWHERE, what.callee(), ROWS);
    }
    DerivativeOfCalls calls = new DerivativeOfCalls(op, composed.main());
    String base = what.callee() + suffix(what.mode());
    DerivativeOfCalls.Body written =
        what.elsewhere().isPresent()
            ? new MemberCall(what.elsewhere().get(), op.source())::write
            : body(derived(composed, what), what, op.source());
    Function body = add(calls.body(freeName(base + "Values", Set.of()), written));
    String display = what.elsewhere().map(Member::name).orElse("") + what.callee();
    Custom callee = new Custom(display, new Callee.Helper(body.name()));
    callee.declare(
        what.mode() == Derivative.HVP
            ? Differential.Linked.LAST
            : differential(calls, body, base, composed, what.convention()));
    return (given, results, out) -> calls.call(callee, given, results, out.at(op.source()));
  }

  private static boolean hasRows(Type type) {
    return type instanceof ArrayType array && array.element() instanceof ArrayType;
  }

  /** Whether rows of arrays are exchanged or replaced, or made into arrays of arrays. */
  private static boolean movesRows(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                (op instanceof Store store && store.content().type() instanceof ArrayType)
                    || op.regions().stream().anyMatch(ComposeDerivatives::movesRows));
  }

  private static DerivativeOfCalls.Body body(Target target, Wanted what, SourceRange source) {
    return (given, out) -> new DerivativeCall(what, given, target, out).write(source);
  }

  private Differential differential(
      DerivativeOfCalls calls, Function body, String base, Program composed, NonSmooth convention) {
    Program both = derivation.second(composed, convention);
    SecondDerivative second = new SecondDerivative(join(both, composed.main().name() + "Second"));
    String dual = freeName(base + "Tangent", Set.of());
    add(calls.dual(dual, body.name(), second));
    String direct = freeName(base + "Adjoint", Set.of());
    add(calls.direct(direct, second));
    return calls.differential(dual, direct);
  }

  private Function add(Function function) {
    helpers.put(function.name(), function);
    return function;
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
      List<Value> results = made(op).write(map(op.arguments()), op.results(), out);
      for (int i = 0; i < results.size(); i++) {
        replace(op.results().get(i), results.get(i));
      }
    }
  }
}
