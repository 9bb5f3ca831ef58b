package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.Stages.Transform;
import dev.cotangent.processor.differentiate.LiftToScalar;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.simplify.CutBehindThrows;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The stages between preparation and emission: from a method's program to one for each member that
 * its companion offers, laid out.
 */
final class MemberPrograms {
  private final MethodModel model;
  private final Program primal;
  private final Program asked;
  private final Choices choices;
  private final Journal journal;
  private final MemberStages members;

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
    this.members = new MemberStages(model, choices, journal);
  }

  /**
   * The programs.
   *
   * @param twins whether the companion has a {@code Scalar} twin
   */
  CompanionPrograms programs(boolean twins) {
    boolean repeats = model.offers(Derivative.HESSIAN);
    Runs runs = repeats ? Runs.ofAll(primal) : new Runs(primal, primal);
    Map<Derivative, CompanionPrograms.Derived> derivatives = derivatives(runs.again());
    Optional<Program> product = when(model.offers(Derivative.HVP), this::gradientAndProduct);
    Optional<Program> scalar = when(twins, () -> scalar(asked, model.lifted()));
    Optional<Program> transcribed = when(runs.isRecorded(), () -> transcribed(runs.first()));
    Optional<CompanionPrograms.Sweeps> pullback =
        when(
            model.offers(Derivative.VJP),
            () -> members.sweeps("Pullback", primal, Differentiation::sweeps));
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
        Links.of(model, primal, Repetition.of(primal, asked), members.runner()::finish, linked),
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
            rows
                ? members.derivative(again, transforms, MemberStages.widths(primal))
                : members.derivative(primal, transforms, MemberStages.ONE));
      }
    }
    return derivatives;
  }

  /** The gradient that goes first, where others follow that touch nothing. */
  private Program transcribed(Program first) {
    journal.open("GRADIENT with a transcript");
    List<Transform> gradient = Stages.DERIVATIVES.get(Derivative.GRADIENT);
    return members.derivative(first, gradient, MemberStages.ONE).program();
  }

  private Program gradientAndProduct() {
    journal.open("HVP beside the gradient");
    return members.derivative(primal, Stages.GRADIENT_AND_PRODUCT, MemberStages.ONE).program();
  }

  private CompanionPrograms.Jacobian jacobian(boolean writes) {
    return new JacobianPrograms(primal, writes, members, choices, journal).programs();
  }

  private Program scalar(Program program, List<Boolean> lifted) {
    journal.open("Scalar");
    Program twin = StageRunner.staged("the Scalar twin", () -> lifted(program, lifted));
    return members.runner().layOut(twin);
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
