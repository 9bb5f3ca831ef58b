package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Severity;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.LiftToScalar;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.emit.CompanionEmitter;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.emit.CompanionSource;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.ForgetRules;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.lint.Concern;
import dev.cotangent.processor.lint.Lint;
import dev.cotangent.processor.simplify.CutBehindThrows;
import dev.cotangent.processor.simplify.DropCarriers;
import dev.cotangent.processor.simplify.DropRepeatedChecks;
import dev.cotangent.processor.simplify.EliminateCommonSubexpressions;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.FoldConstants;
import dev.cotangent.processor.simplify.HandBackResults;
import dev.cotangent.processor.simplify.InlineCalls;
import dev.cotangent.processor.simplify.MergeRecords;
import dev.cotangent.processor.simplify.Pass;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import dev.cotangent.processor.simplify.ScatterRecords;
import dev.cotangent.processor.simplify.SelectResults;
import dev.cotangent.processor.simplify.SinkIntoBranches;
import dev.cotangent.processor.simplify.SplitLargeFunctions;
import dev.cotangent.processor.simplify.YieldOutputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;

/**
 * The map: from an annotated method to its companion's source, the stages in order. Input: a method
 * and what its signature says. Output: an {@link Outcome}.
 *
 * <p>lower → {@link #UNFOLD} → lint → {@link #PREPARE} → for each derivative {@link #DERIVATIVES},
 * {@link #FINISH} after each transformation → {@link #LAY_OUT} → emit
 */
final class Pipeline {
  /** The stage whose program is the method as it was read. */
  static final String LOWERED = "lower";

  /** The stage behind which everything that the user wrote still stands, helpers inlined. */
  static final String UNFOLDED = "remove unused helpers";

  /** The stage after each transformation, of which the last is the one that counts. */
  static final String SIMPLIFIED = "simplify";

  /** From the front end to a program in which everything that the user wrote still stands. */
  private static final List<Step> UNFOLD =
      List.of(
          // No later stage asks again whether its input makes sense.
          step("verify the composed program", Verifier::verify),
          // Records are how the user groups numbers; what is differentiated are the numbers.
          step("scatter records", program -> Verifier.verify(new ScatterRecords().run(program))),
          // One body is differentiated better than two that call each other: no tape, and the
          // adjoint of a helper's arguments is known where they are made. Recursion stays.
          step("inline helpers", program -> new InlineCalls().run(program)),
          // No derivative comes from a path that throws, and none is looked for there.
          step("cut behind throws", program -> new CutBehindThrows().run(program)),
          // What is still called is a method in Java, with one result.
          step("hand back results", program -> new HandBackResults().run(program)),
          // What was inlined everywhere needs no derivative of its own.
          step(UNFOLDED, program -> new RemoveUnusedHelpers().run(program)));

  /** Between lint and differentiation. */
  private static final List<Step> PREPARE =
      List.of(
          // An element that the user reads twice is one value to record, with one adjoint.
          step("fold constants", program -> new FoldConstants().run(program)),
          step(
              "eliminate common subexpressions",
              program -> new EliminateCommonSubexpressions(Facts.NONE).run(program)),
          // A record that is not null where it is read first is not null behind that.
          step("drop repeated checks", program -> new DropRepeatedChecks().run(program)));

  /**
   * From the method's program to the one that a member runs; what composes these composes
   * derivatives.
   */
  private static final Map<Derivative, List<Transform>> DERIVATIVES =
      Map.of(
          // One reverse sweep gives every partial of one result.
          Derivative.GRADIENT, List.of(new Transform("reverse mode", Pipeline::reverse)),
          // The same for a cotangent that the caller chooses, of one result or many.
          Derivative.VJP, List.of(new Transform("reverse mode", Pipeline::pullBack)),
          // One forward sweep gives the derivative of every result along one direction.
          Derivative.JVP, List.of(new Transform("forward mode", Pipeline::forward)),
          // The derivative of the gradient along a direction is H·v: no generator of its own. Of
          // its results those of the gradient itself are left out.
          Derivative.HVP,
              List.of(
                  new Transform("reverse mode", Pipeline::reverse),
                  new Transform("forward mode over reverse mode", Pipeline::hessianVector)),
          // The same along several unit vectors at once: as many rows of the matrix.
          Derivative.HESSIAN,
              List.of(
                  new Transform("reverse mode", Pipeline::reverse),
                  new Transform("forward mode over reverse mode", Pipeline::hessianRows)));

  /**
   * How many directions a program carries that is run for all directions of a space, the preferred
   * number first: what is common to them is computed once for each run, but a method that is too
   * large is never compiled by the machine. Measured: eight gain little over four.
   */
  private static final List<Integer> WIDTHS = List.of(4, 2, 1);

  /** The bytecodes beyond which HotSpot leaves a method to its interpreter. */
  private static final int HUGE_METHOD = 8000;

  /** After each transformation: the next one, or the reader of the output, gets a small program. */
  private static final List<Finish> FINISH =
      List.of(
          // The helpers' own derivatives may have replaced them.
          new Finish("remove unused helpers", (p, derived) -> new RemoveUnusedHelpers().run(p)),
          // The transformations write everything down that the chain rule says.
          new Finish(SIMPLIFIED, (p, derived) -> Passes.run(derived.passes(), p)),
          // Whatever the stages before did, what follows does not ask.
          new Finish("verify the derivative's program", (p, derived) -> Verifier.verify(p)));

  /** Between the last transformation and emission. */
  private static final List<Layout> LAY_OUT =
      List.of(
          // Many arrays would be many fields of the holder, each with its line of code.
          new Layout("merge records", (program, choices) -> new MergeRecords().run(program)),
          // The virtual machine compiles no large methods; before, the pieces would hide from the
          // passes what they do.
          new Layout(
              "split large functions",
              (program, choices) -> new SplitLargeFunctions(choices.largest()).run(program)),
          // The emitter asks no more whether its input makes sense.
          new Layout("verify the layout", (program, choices) -> Verifier.verify(program)));

  private final FrontEnd frontEnd;
  private final Options options;
  private final Choices choices;
  private final Journal journal;

  /** The pipeline for one method. */
  Pipeline(FrontEnd frontEnd, Options options, Choices choices, Journal journal) {
    this.frontEnd = frontEnd;
    this.options = options;
    this.choices = choices;
    this.journal = journal;
  }

  /** A stage from program to program, with its name for reports. */
  private record Step(String name, UnaryOperator<Program> run) {}

  /** A stage that needs to know what is differentiated. */
  private record Transform(String name, BiFunction<Program, Task, Derived> run) {}

  /** A stage that uses what is known of a derivative's parameters. */
  private record Finish(String name, BiFunction<Program, Derived, Program> run) {}

  /** A stage that decides what becomes a method in Java. */
  private record Layout(String name, BiFunction<Program, Choices, Program> run) {}

  /**
   * What a function is differentiated with respect to, a flag a parameter, and how.
   *
   * @param width along how many directions at once, in forward mode
   */
  private record Task(List<Boolean> activity, NonSmooth nonSmooth, Choices choices, int width) {
    static Task of(MethodModel model, Choices choices, int width) {
      return new Task(model.activity(), model.nonSmooth(), choices, width);
    }

    /** How many arrays have shadows. */
    int arrays(Program program) {
      List<Value> parameters = program.main().parameters();
      return (int)
          IntStream.range(0, activity.size())
              .filter(i -> activity.get(i) && parameters.get(i).type().isFloatingArray())
              .count();
    }

    int inputs() {
      return Collections.frequency(activity, true);
    }
  }

  /**
   * A method to be gone through several times.
   *
   * @param first its program for the first time, with its effects
   * @param again its program for all further times
   */
  private record Runs(Program first, Program again) {
    static Runs of(Program primal) {
      Transcription.refuseLinked(primal.main());
      return Transcription.isNeeded(primal)
          ? new Runs(Transcription.recorded(primal), Transcription.replayed(primal))
          : new Runs(primal, primal);
    }
  }

  /** A derivative's program, and what is known of its parameters. */
  private record Derived(Program program, Facts facts, Choices choices) {
    /** The same for a program that nobody differentiates any more. */
    Derived last() {
      return new Derived(
          new DropCarriers().run(new ForgetRules().rewrite(program)), facts, choices);
    }

    List<Pass> passes() {
      return Passes.standard(facts).stream().filter(pass -> choices.keeps(pass.name())).toList();
    }
  }

  /**
   * What came of a method.
   *
   * @param lowered what the front end made of it
   * @param diagnostics what to report
   * @param companion the companion's source, unless the method is refused or must wait
   */
  record Outcome(
      Lowered lowered, List<Diagnostic> diagnostics, Optional<CompanionSource> companion) {}

  /**
   * Runs the stages; an unexpected exception comes out as a {@link StageFailure} that names the
   * stage.
   */
  Outcome run(ExecutableElement method, MethodModel model) {
    Lowered found = staged("the front end", () -> frontEnd.lower(method));
    List<Diagnostic> diagnostics = new ArrayList<>(found.diagnostics());
    if (!(found instanceof Lowered.Success success)) {
      return new Outcome(found, diagnostics, Optional.empty());
    }
    try {
      Program lowered = journal.note(LOWERED, success.program());
      Program yielding = new YieldOutputs(model.returned().outputs()).run(lowered);
      Program written = staged("verify the method's program", () -> Verifier.verify(yielding));
      Program composed = journal.note("composition", staged("composition", () -> compose(written)));
      Program unfolded = run(UNFOLD, composed);
      diagnostics.addAll(staged("lint", () -> lint(unfolded, model)));
      if (diagnostics.stream().anyMatch(d -> d.code().severity() == Severity.ERROR)) {
        return new Outcome(found, diagnostics, Optional.empty());
      }
      Program primal = run(PREPARE, unfolded);
      boolean nests = composed != success.program();
      Program asked = nests ? run(PREPARE, run(UNFOLD, written)) : primal;
      CompanionPrograms programs = programs(model, primal, asked);
      CompanionSource source = staged("emission", () -> CompanionEmitter.emit(model, programs));
      return new Outcome(found, diagnostics, Optional.of(source));
    } catch (Refusal refusal) {
      diagnostics.add(refusal.diagnostic());
      return new Outcome(found, diagnostics, Optional.empty());
    }
  }

  /** Nobody who lists no parameters means one in particular. */
  private List<Diagnostic> lint(Program program, MethodModel model) {
    Set<Concern> concerns = new HashSet<>(options.lint().concerns());
    if (!model.listsWrt()) {
      concerns.remove(Concern.INFLUENCE);
    }
    return Lint.examine(program, model.activity(), concerns);
  }

  /**
   * The companion's programs.
   *
   * @param asked the method's program in which the derivatives that it asks for are asked for still
   */
  private CompanionPrograms programs(MethodModel model, Program primal, Program asked) {
    Map<Derivative, CompanionPrograms.Derived> derivatives = new EnumMap<>(Derivative.class);
    Runs runs = model.offers(Derivative.HESSIAN) ? runs(primal) : new Runs(primal, primal);
    for (Derivative mode : Derivative.values()) {
      // Check and bind stand on the gradient of numbers, and check on the vjp of arrays, so that
      // these are always there.
      Derivative always = model.isNumber() ? Derivative.GRADIENT : Derivative.VJP;
      boolean wanted = model.offers(mode) || mode == always;
      if (wanted && DERIVATIVES.containsKey(mode)) {
        Program input = mode == Derivative.HESSIAN ? runs.again() : primal;
        journal.open(mode.name());
        derivatives.put(mode, derivative(model, input, mode));
      }
    }
    boolean recorded = runs.first() != primal;
    Optional<Program> scalar =
        options.check() ? Optional.of(scalar(asked, model.lifted())) : Optional.empty();
    Optional<Program> transcribed =
        recorded ? Optional.of(transcribed(model, runs.first())) : Optional.empty();
    journal.open("Link");
    return new CompanionPrograms(
        derivatives,
        transcribed,
        scalar,
        Links.of(model, primal, this::finished, linkedScalar(model, primal, asked)),
        staged("effects", () -> written(primal)));
  }

  /** The gradient that goes first, where others follow that touch nothing. */
  private Program transcribed(MethodModel model, Program first) {
    journal.open("GRADIENT with a transcript");
    return derivative(model, first, Derivative.GRADIENT).program();
  }

  private static Runs runs(Program primal) {
    return staged("the transcript of effects", () -> Runs.of(primal));
  }

  /** How the twin for other companions is made, unless the method's own twin will do. */
  private Optional<Supplier<Program>> linkedScalar(
      MethodModel model, Program primal, Program asked) {
    // Callers of the method's own twin may not pass one array twice where it writes; linked ones
    // may.
    boolean shared =
        model.activity().equals(model.floating())
            && written(primal).isEmpty()
            && !model.takesRecords();
    return options.check() && !shared
        ? Optional.of(() -> scalar(Links.linked(model, asked), model.floating()))
        : Optional.empty();
  }

  /** The program in which the derivatives that it asks for are functions like any other. */
  static Program compose(Program program) {
    return ComposeDerivatives.in(Verifier.verify(program), Pipeline::nested);
  }

  /** A method's program, ready to be differentiated. */
  static Program ready(Program composed) {
    Choices standard = Choices.STANDARD;
    Journal none = new Journal(false);
    return run(PREPARE, run(UNFOLD, composed, standard, none), standard, none);
  }

  /** The derivative of a method for another one, which differentiates it again. */
  private static Program nested(Program callee, Derive.Wanted what) {
    Task task = new Task(what.wrt(), what.convention(), Choices.STANDARD, 1);
    Program program = ready(callee);
    for (Transform transform : DERIVATIVES.get(what.mode())) {
      Program input = program;
      program = finished(staged(transform.name(), () -> transform.run().apply(input, task)));
    }
    return program;
  }

  /** The widest program that is not too large. */
  private CompanionPrograms.Derived derivative(MethodModel model, Program primal, Derivative mode) {
    List<Transform> transforms = DERIVATIVES.get(mode);
    for (int width : widths(mode, primal)) {
      Program program = derivative(primal, Task.of(model, choices, width), transforms);
      boolean small =
          program.functions().stream().allMatch(f -> BytecodeEstimate.of(f) < HUGE_METHOD);
      if (small || width == 1) {
        return new CompanionPrograms.Derived(laidOut(program), width);
      }
    }
    throw new IllegalStateException("no width for " + mode);
  }

  private static List<Integer> widths(Derivative mode, Program primal) {
    return mode != Derivative.HESSIAN || Jvp.isLinked(primal) ? List.of(1) : WIDTHS;
  }

  private Program derivative(Program primal, Task task, List<Transform> transforms) {
    Program program = primal;
    for (int i = 0; i < transforms.size(); i++) {
      Transform transform = transforms.get(i);
      Program input = program;
      Derived derived = staged(transform.name(), () -> transform.run().apply(input, task));
      journal.note(transform.name(), derived.program());
      boolean last = i == transforms.size() - 1;
      program = journal.note(SIMPLIFIED, finished(last ? derived.last() : derived));
    }
    return program;
  }

  /** A program that nobody differentiates any more, of whose parameters nothing is known. */
  private Program finished(Program program, boolean last) {
    Derived derived = new Derived(program, Facts.NONE, Choices.STANDARD);
    journal.note("linked sweep", program);
    Program small = journal.note(SIMPLIFIED, finished(last ? derived.last() : derived));
    return last ? laidOut(small) : small;
  }

  private Program laidOut(Program program) {
    Program at = program;
    for (Layout layout : LAY_OUT) {
      Program input = at;
      at = staged(layout.name(), () -> layout.run().apply(input, choices));
      journal.note(layout.name(), at);
    }
    return at;
  }

  private static Program finished(Derived derived) {
    Program at = derived.program();
    for (Finish finish : FINISH) {
      Program input = at;
      at = staged(finish.name(), () -> finish.run().apply(input, derived));
    }
    return at;
  }

  private Program scalar(Program primal, List<Boolean> lifted) {
    journal.open("Scalar");
    Program twin =
        staged(
            "the Scalar twin",
            () -> {
              Program whole = LiftToScalar.lift(primal, lifted);
              Program cut = new CutBehindThrows().run(whole);
              return Verifier.verify(new RemoveUnusedHelpers().run(cut));
            });
    return laidOut(twin);
  }

  private Program run(List<Step> steps, Program program) {
    return run(steps, program, choices, journal);
  }

  private static Program run(List<Step> steps, Program program, Choices choices, Journal journal) {
    Program at = program;
    for (Step step : steps) {
      if (choices.keeps(step.name())) {
        Program input = at;
        at = journal.note(step.name(), staged(step.name(), () -> step.run().apply(input)));
      }
    }
    return at;
  }

  /** Undone by the passes behind, so that it is part of each differentiation. */
  private static Program sunk(Program program) {
    return new SinkIntoBranches().run(program);
  }

  /** Adds a shadow for each array behind the method's own parameters. */
  private static Derived reverse(Program primal, Task task) {
    Program gradient =
        Vjp.differentiate(
            sunk(primal), task.activity(), task.nonSmooth(), task.choices().strategy());
    Facts facts = Facts.shadows(primal.main().parameters().size(), task.arrays(primal));
    return new Derived(gradient, facts, task.choices());
  }

  private static Derived pullBack(Program primal, Task task) {
    Program pulled =
        Vjp.pullBack(sunk(primal), task.activity(), task.nonSmooth(), task.choices().strategy());
    Facts facts = Facts.shadows(task.activity().size(), task.arrays(primal));
    return new Derived(pulled, facts, task.choices());
  }

  private static Derived forward(Program primal, Task task) {
    Program tangents = Jvp.differentiate(sunk(primal), task.activity(), task.nonSmooth());
    return new Derived(tangents, Facts.NONE, task.choices());
  }

  /** ∇f·v and H·v: the derivatives of all results of the gradient. */
  private static Derived hessianVector(Program gradient, Task task) {
    ForwardOverReverse product = ForwardOverReverse.of(gradient, task);
    Facts facts = new Facts(product.shadows(), product.gradientShadows(), false);
    return product.select(0, facts, task);
  }

  /**
   * H·v alone for several v. The tangents are unit vectors that the companion makes itself, and the
   * gradient has been computed before.
   */
  private static Derived hessianRows(Program gradient, Task task) {
    ForwardOverReverse product = ForwardOverReverse.of(gradient, task);
    Set<Integer> scratch = union(product.gradientShadows(), product.tangents());
    Set<Integer> unaliased = union(product.shadows(), product.tangents());
    return product.select(1, new Facts(unaliased, scratch, true), task);
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  /**
   * Forward through the gradient: its arguments have tangents, and so have the shadows in which it
   * adds partials up. Its own results are the first part of those of the new program; nobody wants
   * them, nor its shadows.
   *
   * @param gradientShadows the parameters that are the gradient's shadows
   * @param tangents those that are the tangents of arrays
   * @param shadows those that are shadows, of the gradient and of its derivative
   * @param results how many results the gradient has
   */
  private record ForwardOverReverse(
      Program program,
      Set<Integer> gradientShadows,
      Set<Integer> tangents,
      Set<Integer> shadows,
      int results) {
    static ForwardOverReverse of(Program gradient, Task task) {
      Function main = gradient.main();
      int own = main.parameters().size();
      int arrays = task.arrays(gradient);
      List<Boolean> active = new ArrayList<>(task.activity());
      // The gradient's shadows stand before its tape.
      int firstShadow = own - 1 - arrays;
      active.addAll(Collections.nCopies(firstShadow - active.size(), false));
      active.addAll(Collections.nCopies(arrays, true));
      active.add(false);
      Program product = Jvp.differentiate(sunk(gradient), active, task.nonSmooth(), task.width());
      Set<Integer> gradientShadows = range(firstShadow, arrays);
      int tangents = task.inputs() * task.width();
      Set<Integer> second = range(own + tangents, arrays * task.width());
      return new ForwardOverReverse(
          product,
          gradientShadows,
          arraysAmong(range(own, tangents), product.main()),
          union(gradientShadows, second),
          main.results().size());
    }

    /** The derivatives of the gradient's results from that one on. */
    Derived select(int first, Facts facts, Task task) {
      int width = task.width();
      List<Integer> wanted =
          IntStream.range(results + first * width, results + results * width).boxed().toList();
      return new Derived(new SelectResults(wanted).run(program), facts, task.choices());
    }
  }

  private static Set<Integer> arraysAmong(Set<Integer> parameters, Function main) {
    return parameters.stream()
        .filter(index -> main.parameters().get(index).type() instanceof ArrayType)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> range(int first, int count) {
    return IntStream.range(first, first + count).boxed().collect(Collectors.toSet());
  }

  /** The places of the arrays among the main function's parameters that it may overwrite. */
  private static Set<Integer> written(Program primal) {
    Function main = primal.main();
    HelperEffects helpers = HelperEffects.of(primal);
    Aliases aliases = Aliases.of(main, true, helpers);
    Set<Value> classes = Collections.newSetFromMap(new IdentityHashMap<>());
    Structure.forEach(
        main.body(),
        op -> helpers.written(op).forEach(w -> classes.add(aliases.classOf(w.array()))));
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < main.parameters().size(); i++) {
      Value parameter = main.parameters().get(i);
      if (parameter.type() instanceof ArrayType && classes.contains(aliases.classOf(parameter))) {
        places.add(i);
      }
    }
    return places;
  }

  private static Step step(String name, UnaryOperator<Program> run) {
    return new Step(name, run);
  }

  static <T> T staged(String stage, Supplier<T> action) {
    try {
      return action.get();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException | AssertionError | StackOverflowError failure) {
      throw new StageFailure(stage, failure);
    }
  }
}
