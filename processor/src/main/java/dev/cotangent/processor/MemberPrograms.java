package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.Stages.Transform;
import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.LiftToScalar;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.simplify.CutBehindThrows;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The stages between preparation and emission: from a method's program to one for each member that
 * its companion offers, laid out.
 */
final class MemberPrograms {
  /**
   * How many directions a program carries that is run for all directions of a space, the preferred
   * number first: what is common to them is computed once for each run, but a method that is too
   * large is never compiled by the machine. Measured: eight gain little over four.
   */
  private static final List<Integer> WIDTHS = List.of(4, 2, 1);

  /** How many rows: there are often few, and those beyond the last one are computed in vain. */
  private static final List<Integer> FEW = List.of(2, 1);

  private static final List<Integer> ONE = List.of(1);

  private final MethodModel model;
  private final Program primal;
  private final Program asked;
  private final Choices choices;
  private final Journal journal;
  private final StageRunner stages;

  /**
   * For one method.
   *
   * @param primal its program, ready to be differentiated
   * @param asked the same in which the derivatives that it asks for are asked for still
   */
  MemberPrograms(
      MethodModel model, Program primal, Program asked, Choices choices, Journal journal) {
    this.model = model;
    this.primal = primal;
    this.asked = asked;
    this.choices = choices;
    this.journal = journal;
    this.stages = new StageRunner(choices, journal);
  }

  /**
   * The programs.
   *
   * @param twins whether the companion has a {@code Scalar} twin
   */
  CompanionPrograms programs(boolean twins) {
    boolean repeats = model.offers(Derivative.HESSIAN);
    Runs runs = repeats ? Runs.of(primal) : new Runs(primal, primal);
    Map<Derivative, CompanionPrograms.Derived> derivatives = derivatives(runs.again());
    Optional<Program> product = when(model.offers(Derivative.HVP), this::gradientAndProduct);
    Optional<Program> scalar = when(twins, () -> scalar(asked, model.lifted()));
    Optional<Program> transcribed = when(runs.isRecorded(), () -> transcribed(runs.first()));
    Optional<CompanionPrograms.Sweeps> pullback =
        when(
            model.offers(Derivative.VJP),
            () -> sweeps("Pullback", primal, Differentiation::sweeps));
    Set<Integer> written = StageRunner.staged("effects", () -> OverwrittenParameters.of(primal));
    Optional<CompanionPrograms.Jacobian> jacobian =
        when(model.offers(Derivative.JACOBIAN), () -> jacobian(!written.isEmpty()));
    journal.open("Link");
    Optional<Supplier<Program>> linked = when(twins && !sharesTwin(), () -> this::linkedScalar);
    return new CompanionPrograms(
        derivatives,
        transcribed,
        product,
        pullback,
        jacobian,
        scalar,
        Links.of(model, primal, stages::finish, linked),
        written);
  }

  private static <T> Optional<T> when(boolean wanted, Supplier<T> made) {
    return wanted ? Optional.of(made.get()) : Optional.empty();
  }

  /**
   * The derivatives that are offered or needed.
   *
   * @param again the method's program behind a first run
   */
  private Map<Derivative, CompanionPrograms.Derived> derivatives(Program again) {
    // Check and bind stand on the gradient of numbers, and check on the vjp of arrays, so that
    // these are always there.
    Derivative always = model.isNumber() ? Derivative.GRADIENT : Derivative.VJP;
    Map<Derivative, CompanionPrograms.Derived> derivatives = new EnumMap<>(Derivative.class);
    for (Derivative mode : Derivative.values()) {
      List<Transform> transforms = Stages.DERIVATIVES.get(mode);
      if (transforms != null && (model.offers(mode) || mode == always)) {
        boolean rows = mode == Derivative.HESSIAN;
        journal.open(mode.name());
        derivatives.put(
            mode,
            rows ? derivative(again, transforms, widths()) : derivative(primal, transforms, ONE));
      }
    }
    return derivatives;
  }

  /** The gradient that goes first, where others follow that touch nothing. */
  private Program transcribed(Program first) {
    journal.open("GRADIENT with a transcript");
    return derivative(first, Stages.DERIVATIVES.get(Derivative.GRADIENT), ONE).program();
  }

  private Program gradientAndProduct() {
    journal.open("HVP beside the gradient");
    return derivative(primal, Stages.GRADIENT_AND_PRODUCT, ONE).program();
  }

  /** By rows alone, behind one forward sweep, if the method cannot be gone through again. */
  private CompanionPrograms.Jacobian jacobian(boolean writes) {
    try {
      return jacobian(Runs.of(primal), writes);
    } catch (Refusal effects) {
      return new CompanionPrograms.Jacobian(
          Optional.empty(),
          Optional.empty(),
          Optional.of(sweeps("JACOBIAN by rows", primal, Differentiation::sweeps)),
          Optional.empty(),
          false);
    }
  }

  /** Without effects and overwritten arguments the values come from the user's method itself. */
  private CompanionPrograms.Jacobian jacobian(Runs runs, boolean writes) {
    journal.open("JACOBIAN by columns");
    CompanionPrograms.Derived columns = derivative(runs.again(), Stages.COLUMNS, widths());
    Optional<CompanionPrograms.Derived> rows = rowsAtOnce(runs.again());
    Optional<CompanionPrograms.Sweeps> sweeps =
        when(rows.isEmpty(), () -> sweeps("JACOBIAN by rows", runs.again(), Differentiation::rows));
    journal.open("JACOBIAN, the values");
    return new CompanionPrograms.Jacobian(
        Optional.of(columns),
        rows,
        sweeps,
        when(runs.isRecorded() || writes, () -> stages.finish(runs.first(), true)),
        runs.isRecorded());
  }

  /**
   * Several rows in one run; empty where the reverse sweep alone should run again: if what it needs
   * is on a tape, which would take everything down for each row, or if it cannot be differentiated
   * once more.
   */
  private Optional<CompanionPrograms.Derived> rowsAtOnce(Program again) {
    if (Jvp.isLinked(again)) {
      return Optional.empty();
    }
    journal.open("JACOBIAN by rows");
    try {
      CompanionPrograms.Derived rows = derivative(again, Stages.ROWS, FEW);
      return usesTape(rows.program()) ? Optional.empty() : Optional.of(rows);
    } catch (Refusal noSecondDerivative) {
      return Optional.empty();
    }
  }

  private static boolean usesTape(Program program) {
    return program.functions().stream().anyMatch(function -> usesTape(function.body()));
  }

  private static boolean usesTape(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op instanceof Push
                    || op instanceof Pop
                    || op.regions().stream().anyMatch(MemberPrograms::usesTape));
  }

  /** The two sweeps of reverse mode, each a chapter of its own. */
  private CompanionPrograms.Sweeps sweeps(
      String title, Program input, BiFunction<Program, Task, Differentiation.Sweeps> split) {
    Differentiation.Sweeps sweeps =
        StageRunner.staged("reverse mode", () -> split.apply(input, task(1)));
    journal.open(title + ", forward sweep");
    Program forward = sweep(sweeps.forward());
    journal.open(title + ", reverse sweep");
    return new CompanionPrograms.Sweeps(forward, sweep(sweeps.reverse()));
  }

  private Program sweep(Derived sweep) {
    return stages.layOut(stages.finish("reverse mode", sweep, true));
  }

  /** The widest program that is not too large. */
  private CompanionPrograms.Derived derivative(
      Program input, List<Transform> transforms, List<Integer> widths) {
    for (int width : widths) {
      Program program = stages.derive(transforms, input, task(width), true);
      boolean small = program.functions().stream().allMatch(f -> BytecodeEstimate.of(f) < widest());
      if (small || width == 1) {
        return new CompanionPrograms.Derived(stages.layOut(program), width);
      }
    }
    throw new IllegalStateException("no width");
  }

  private Task task(int width) {
    return new Task(model.activity(), model.nonSmooth(), choices, width);
  }

  private List<Integer> widths() {
    return Jvp.isLinked(primal) ? ONE : WIDTHS;
  }

  /**
   * What is a little too large for a method is split in two, which costs less than to go through
   * everything twice as often.
   */
  private int widest() {
    return choices.largest() + choices.largest() / 4;
  }

  private Program scalar(Program program, List<Boolean> lifted) {
    journal.open("Scalar");
    Program twin = StageRunner.staged("the Scalar twin", () -> lifted(program, lifted));
    return stages.layOut(twin);
  }

  private static Program lifted(Program program, List<Boolean> lifted) {
    Program whole = LiftToScalar.lift(program, lifted);
    Program cut = new CutBehindThrows().run(whole);
    return Verifier.verify(new RemoveUnusedHelpers().run(cut));
  }

  /** The twin for other companions. */
  private Program linkedScalar() {
    return scalar(Links.linked(model, asked), model.floating());
  }

  /** Whether the method's own twin will do for other companions. */
  private boolean sharesTwin() {
    // Callers of the method's own twin may not pass one array twice where it writes; linked ones
    // may.
    return model.returned().type().isPresent()
        && model.activity().equals(model.floating())
        && OverwrittenParameters.of(primal).isEmpty()
        && !model.takesRecords();
  }
}
