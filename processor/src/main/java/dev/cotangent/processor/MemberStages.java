package dev.cotangent.processor;

import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.Stages.Transform;
import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Program;
import java.util.List;
import java.util.function.BiFunction;

/** From a method's program to the one that a member runs, as wide as pays and laid out. */
final class MemberStages {
  /** One direction. */
  static final List<Integer> ONE = List.of(1);

  /**
   * How many directions a program carries that is run for all directions of a space, the preferred
   * number first: what is common to them is computed once for each run, but a method that is too
   * large is never compiled by the machine. Measured: eight gain little over four.
   */
  private static final List<Integer> WIDTHS = List.of(4, 2, 1);

  private final MethodModel model;
  private final Choices choices;
  private final Journal journal;
  private final StageRunner stages;

  /** For the members of one method's companion. */
  MemberStages(MethodModel model, Choices choices, Journal journal) {
    this.model = model;
    this.choices = choices;
    this.journal = journal;
    this.stages = new StageRunner(choices, journal);
  }

  /** How the stages are run. */
  StageRunner runner() {
    return stages;
  }

  /** How many directions a program is tried with. */
  static List<Integer> widths(Program primal) {
    return Jvp.isLinked(primal) ? ONE : WIDTHS;
  }

  /** What the method is differentiated with respect to. */
  Task task(int width) {
    return new Task(model.activity(), model.nonSmooth(), choices, width);
  }

  /** The widest program that is not too large. */
  CompanionPrograms.Derived derivative(
      Program input, List<Transform> transforms, List<Integer> widths) {
    for (int width : widths) {
      Program program = stages.derive(transforms, input, task(width), true);
      if (width == 1 || isSmall(program)) {
        return new CompanionPrograms.Derived(stages.layOut(program), width);
      }
    }
    throw new IllegalStateException("no width");
  }

  /**
   * Whether the machine will compile it. What is a little too large for a method is split in two,
   * which costs less than to go through everything twice as often.
   */
  boolean isSmall(Program program) {
    int widest = choices.largest() + choices.largest() / 4;
    return program.functions().stream().allMatch(f -> BytecodeEstimate.of(f) < widest);
  }

  /** The two sweeps of reverse mode, each a chapter of its own. */
  CompanionPrograms.Sweeps sweeps(
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
}
