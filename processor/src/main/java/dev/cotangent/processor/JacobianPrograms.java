package dev.cotangent.processor;

import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.emit.CompanionPrograms.Jacobian;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.simplify.InlineCalls;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The programs that fill a Jacobian: by columns, by rows, and the one that gives the values. */
final class JacobianPrograms {
  /** How many rows: there are often few, and those beyond the last one are computed in vain. */
  private static final List<Integer> FEW = List.of(2, 1);

  /** A method with more coordinates than that, or with an array of them, has many columns. */
  private static final int FEW_COLUMNS = 4;

  private final Program primal;
  private final boolean writes;
  private final MemberStages members;
  private final Choices choices;
  private final Journal journal;

  /**
   * For one method.
   *
   * @param primal its program, ready to be differentiated
   * @param writes whether it may overwrite an argument
   */
  JacobianPrograms(
      Program primal, boolean writes, MemberStages members, Choices choices, Journal journal) {
    this.primal = primal;
    this.writes = writes;
    this.members = members;
    this.choices = choices;
    this.journal = journal;
  }

  /** By rows alone, behind one forward sweep, if the method cannot be gone through again. */
  Jacobian programs() {
    try {
      return programs(Runs.of(primal));
    } catch (Refusal effects) {
      return new Jacobian(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(members.sweeps("JACOBIAN by rows", primal, Differentiation::sweeps)),
          Optional.empty(),
          false);
    }
  }

  /** Without effects and overwritten arguments the values come from the user's method itself. */
  private Jacobian programs(Runs runs) {
    Optional<CompanionPrograms.Derived> lanes = lanes(runs.again());
    CompanionPrograms.Derived columns = lanes.orElseGet(() -> columns(runs.again()));
    Optional<CompanionPrograms.Derived> rows = rowsAtOnce(runs.again());
    Optional<CompanionPrograms.Sweeps> sweeps =
        rows.isPresent()
            ? Optional.empty()
            : Optional.of(members.sweeps("JACOBIAN by rows", runs.again(), Differentiation::rows));
    journal.open("JACOBIAN, the values");
    return new Jacobian(
        Optional.of(columns),
        lanes.map(any -> single(runs.again())),
        rows,
        sweeps,
        runs.isRecorded() || writes
            ? Optional.of(members.runner().finish(runs.first(), true))
            : Optional.empty(),
        runs.isRecorded());
  }

  private CompanionPrograms.Derived columns(Program again) {
    journal.open("JACOBIAN by columns");
    return members.derivative(again, Stages.COLUMNS, MemberStages.widths(again));
  }

  private CompanionPrograms.Derived single(Program again) {
    journal.open("JACOBIAN, one direction");
    return members.derivative(again, Stages.COLUMNS, MemberStages.ONE);
  }

  /**
   * Any number of columns in one run, where the directions that pay do not fit into a method side
   * by side: it would have to be gone through again for every one or two of them.
   */
  private Optional<CompanionPrograms.Derived> lanes(Program again) {
    if (Jvp.isLinked(again) || !choices.keeps(Stages.LANES) || areSideBySide(again)) {
      return Optional.empty();
    }
    journal.open("JACOBIAN by columns, in lanes");
    Program whole = StageRunner.staged(Stages.LANES, () -> InlineCalls.forLanes().run(again));
    Program column = members.runner().derive(Stages.COLUMNS, whole, members.task(1), false);
    int parameters = again.main().parameters().size();
    Optional<Derived> batched =
        StageRunner.staged(
            Stages.LANES, () -> Differentiation.lanes(column, parameters, members.task(1)));
    return batched.map(
        derived -> {
          Program program = members.runner().finish(Stages.LANES, derived, true);
          return new CompanionPrograms.Derived(members.runner().layOut(program), 1);
        });
  }

  /** Whether there are few directions, or as many as pay make no method that is too large. */
  private boolean areSideBySide(Program again) {
    return choices.keeps(Stages.SIDE_BY_SIDE) && (hasFewColumns() || fit(again));
  }

  private boolean fit(Program again) {
    int width = MemberStages.widths(again).get(0);
    return members.isSmall(
        StageRunner.unnoted().derive(Stages.COLUMNS, again, members.task(width), true));
  }

  private boolean hasFewColumns() {
    List<Boolean> active = members.task(1).activity();
    boolean numbers = true;
    for (int i = 0; i < active.size(); i++) {
      numbers &= !active.get(i) || primal.main().parameters().get(i).type().isFloating();
    }
    return numbers && Collections.frequency(active, true) <= FEW_COLUMNS;
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
    Program pulled =
        members.runner().derive(Stages.ROWS.subList(0, 1), again, members.task(1), false);
    if (usesTape(pulled)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          members.derivative(pulled, Stages.ROWS.subList(1, Stages.ROWS.size()), FEW));
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
                    || op.regions().stream().anyMatch(JacobianPrograms::usesTape));
  }
}
