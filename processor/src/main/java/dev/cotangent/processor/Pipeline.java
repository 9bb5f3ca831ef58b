package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Severity;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.LiftToScalar;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.emit.CompanionEmitter;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.emit.CompanionSource;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.lint.Concern;
import dev.cotangent.processor.lint.Lint;
import dev.cotangent.processor.simplify.CountByIndex;
import dev.cotangent.processor.simplify.CutBehindThrows;
import dev.cotangent.processor.simplify.DropRepeatedChecks;
import dev.cotangent.processor.simplify.EliminateCommonSubexpressions;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.FoldConstants;
import dev.cotangent.processor.simplify.HandBackResults;
import dev.cotangent.processor.simplify.HoistLoads;
import dev.cotangent.processor.simplify.InlineCalls;
import dev.cotangent.processor.simplify.MergeRecords;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import dev.cotangent.processor.simplify.ScalarizeSmallArrays;
import dev.cotangent.processor.simplify.ScatterRecords;
import dev.cotangent.processor.simplify.SplitLargeFunctions;
import dev.cotangent.processor.simplify.TieRebuiltNumbers;
import dev.cotangent.processor.simplify.TieRoundedNumbers;
import dev.cotangent.processor.simplify.UnrollShortLoops;
import dev.cotangent.processor.simplify.YieldOutputs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
          // A number with another one's mantissa moves as that one does.
          step("tie rebuilt numbers", program -> new TieRebuiltNumbers().run(program)),
          // One that a large constant has rounded to an integer does not move.
          step("tie rounded numbers", program -> new TieRoundedNumbers().run(program)),
          // What is still called is a method in Java, with one result.
          step("hand back results", program -> new HandBackResults().run(program)),
          // What was inlined everywhere needs no derivative of its own.
          step(UNFOLDED, program -> new RemoveUnusedHelpers().run(program)));

  /** Between lint and differentiation. */
  private static final List<Step> PREPARE =
      List.of(
          // What counts along with an index need not be recorded.
          step("count by index", program -> new CountByIndex().run(program)),
          step("fold constants", program -> new FoldConstants().run(program)),
          // A few coordinates are numbers, without shadows and records, once their indices are
          // known.
          step("unroll short loops", program -> new UnrollShortLoops().run(program)),
          step("fold indices", program -> new FoldConstants().run(program)),
          step(
              "scalarize small arrays",
              program -> Verifier.verify(new ScalarizeSmallArrays().run(program))),
          // An element that the user reads twice is one value to record, with one adjoint.
          step(
              "eliminate common subexpressions",
              program -> new EliminateCommonSubexpressions(Facts.NONE).run(program)),
          // A record that is not null where it is read first is not null behind that.
          step("drop repeated checks", program -> new DropRepeatedChecks().run(program)),
          // An element that a loop reads again and again is recorded once.
          step("hoist loads", program -> new HoistLoads().run(program)));

  /**
   * From the method's program to the one that a member runs; what composes these composes
   * derivatives.
   */
  private static final Map<Derivative, List<Transform>> DERIVATIVES =
      Map.of(
          // One reverse sweep gives every partial of one result.
          Derivative.GRADIENT, List.of(new Transform("reverse mode", Differentiation::reverse)),
          // The same for a cotangent that the caller chooses, of one result or many.
          Derivative.VJP, List.of(new Transform("reverse mode", Differentiation::pullBack)),
          // One forward sweep gives the derivative of every result along one direction.
          Derivative.JVP, List.of(new Transform("forward mode", Differentiation::forward)),
          // The derivative of the gradient along a direction is H·v: no generator of its own. Of
          // its results those of the gradient itself are left out.
          Derivative.HVP,
              List.of(
                  new Transform("reverse mode", Differentiation::reverse),
                  new Transform("forward mode over reverse mode", Differentiation::hessianVector)),
          // The same along several unit vectors at once: as many rows of the matrix.
          Derivative.HESSIAN,
              List.of(
                  new Transform("reverse mode", Differentiation::reverse),
                  new Transform("forward mode over reverse mode", Differentiation::hessianRows)));

  /** What a Jacobian is filled with, unless rows are cheaper: several columns at once. */
  private static final List<Transform> COLUMNS =
      List.of(new Transform("forward mode", Differentiation::columns));

  /**
   * How many directions a program carries that is run for all directions of a space, the preferred
   * number first: what is common to them is computed once for each run, but a method that is too
   * large is never compiled by the machine. Measured: eight gain little over four.
   */
  private static final List<Integer> WIDTHS = List.of(4, 2, 1);

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
      boolean nests = composed != written;
      Program asked = nests ? run(PREPARE, run(UNFOLD, written)) : primal;
      CompanionPrograms programs = programs(model, primal, asked);
      CompanionSource source = staged("emission", () -> CompanionEmitter.emit(model, programs));
      return new Outcome(found, diagnostics, Optional.of(source));
    } catch (Refusal refusal) {
      diagnostics.add(success.inUsersWords(refusal.diagnostic()));
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
        boolean rows = mode == Derivative.HESSIAN;
        Program input = rows ? runs.again() : primal;
        List<Integer> widths = rows ? widths(primal) : List.of(1);
        journal.open(mode.name());
        derivatives.put(mode, derivative(model, input, DERIVATIVES.get(mode), widths));
      }
    }
    Optional<Program> scalar =
        options.check() ? Optional.of(scalar(asked, model.lifted())) : Optional.empty();
    Optional<Program> transcribed =
        Optional.of(runs.first())
            .filter(first -> first != primal && model.offers(Derivative.HESSIAN))
            .map(first -> transcribed(model, first));
    Optional<CompanionPrograms.Sweeps> pullback =
        model.offers(Derivative.VJP)
            ? Optional.of(sweeps("Pullback", model, primal, Differentiation::sweeps))
            : Optional.empty();
    Set<Integer> written = staged("effects", () -> OverwrittenParameters.of(primal));
    Optional<CompanionPrograms.Jacobian> jacobian =
        model.offers(Derivative.JACOBIAN)
            ? Optional.of(jacobian(model, primal, !written.isEmpty()))
            : Optional.empty();
    journal.open("Link");
    return new CompanionPrograms(
        derivatives,
        transcribed,
        pullback,
        jacobian,
        scalar,
        Links.of(model, primal, this::finished, linkedScalar(model, primal, asked)),
        written);
  }

  /** By rows alone, behind one forward sweep, if the method cannot be gone through again. */
  private CompanionPrograms.Jacobian jacobian(MethodModel model, Program primal, boolean writes) {
    try {
      return jacobian(model, primal, runs(primal), writes);
    } catch (Refusal effects) {
      return new CompanionPrograms.Jacobian(
          Optional.empty(),
          sweeps("JACOBIAN by rows", model, primal, Differentiation::sweeps),
          Optional.empty(),
          false);
    }
  }

  /** Without effects and overwritten arguments the values come from the user's method itself. */
  private CompanionPrograms.Jacobian jacobian(
      MethodModel model, Program primal, Runs runs, boolean writes) {
    boolean recorded = runs.first() != primal;
    journal.open("JACOBIAN by columns");
    CompanionPrograms.Derived columns = derivative(model, runs.again(), COLUMNS, widths(primal));
    CompanionPrograms.Sweeps rows =
        sweeps("JACOBIAN by rows", model, runs.again(), Differentiation::rows);
    journal.open("JACOBIAN, the values");
    return new CompanionPrograms.Jacobian(
        Optional.of(columns),
        rows,
        recorded || writes ? Optional.of(finished(runs.first(), true)) : Optional.empty(),
        recorded);
  }

  /** The two sweeps of reverse mode, each a chapter of its own. */
  private CompanionPrograms.Sweeps sweeps(
      String title,
      MethodModel model,
      Program primal,
      BiFunction<Program, Task, Differentiation.Sweeps> split) {
    Differentiation.Sweeps sweeps =
        staged("reverse mode", () -> split.apply(primal, task(model, 1)));
    journal.open(title + ", forward sweep");
    Program forward = sweep(sweeps.forward());
    journal.open(title + ", reverse sweep");
    return new CompanionPrograms.Sweeps(forward, sweep(sweeps.reverse()));
  }

  private Program sweep(Derived sweep) {
    journal.note("reverse mode", sweep.program());
    return laidOut(journal.note(SIMPLIFIED, finished(sweep.last())));
  }

  /** The gradient that goes first, where others follow that touch nothing. */
  private Program transcribed(MethodModel model, Program first) {
    journal.open("GRADIENT with a transcript");
    return program(model, first, DERIVATIVES.get(Derivative.GRADIENT));
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
        model.returned().type().isPresent()
            && model.activity().equals(model.floating())
            && OverwrittenParameters.of(primal).isEmpty()
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

  /**
   * What is a little too large for a method is split in two, which costs less than to go through
   * everything twice as often.
   */
  private int widest() {
    return choices.largest() + choices.largest() / 4;
  }

  /** The widest program that is not too large. */
  private CompanionPrograms.Derived derivative(
      MethodModel model, Program primal, List<Transform> transforms, List<Integer> widths) {
    for (int width : widths) {
      Program program = derivative(primal, task(model, width), transforms);
      boolean small = program.functions().stream().allMatch(f -> BytecodeEstimate.of(f) < widest());
      if (small || width == 1) {
        return new CompanionPrograms.Derived(laidOut(program), width);
      }
    }
    throw new IllegalStateException("no width");
  }

  private Program program(MethodModel model, Program primal, List<Transform> transforms) {
    return derivative(model, primal, transforms, List.of(1)).program();
  }

  private Task task(MethodModel model, int width) {
    return new Task(model.activity(), model.nonSmooth(), choices, width);
  }

  private static List<Integer> widths(Program primal) {
    return Jvp.isLinked(primal) ? List.of(1) : WIDTHS;
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
