package dev.cotangent.processor;

import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.Stages.Finish;
import dev.cotangent.processor.Stages.Layout;
import dev.cotangent.processor.Stages.Step;
import dev.cotangent.processor.Stages.Transform;
import dev.cotangent.processor.differentiate.Refusal;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.simplify.Facts;
import java.util.List;
import java.util.function.Supplier;

/** Runs the lists of {@link Stages} and notes what each stage gives. */
final class StageRunner {
  private final Choices choices;
  private final Journal journal;

  StageRunner(Choices choices, Journal journal) {
    this.choices = choices;
    this.journal = journal;
  }

  /** One whose programs nobody will look at. */
  static StageRunner unnoted() {
    return new StageRunner(Choices.STANDARD, new Journal(false));
  }

  /** Runs those of the steps that are not left out. */
  Program run(List<Step> steps, Program program) {
    Program at = program;
    for (Step step : steps) {
      if (choices.keeps(step.name())) {
        Program input = at;
        at = journal.note(step.name(), staged(step.name(), () -> step.run().apply(input)));
      }
    }
    return at;
  }

  /**
   * The derivative that the transformations make one after another.
   *
   * @param last whether nobody differentiates it again
   */
  Program derive(List<Transform> transforms, Program primal, Task task, boolean last) {
    Program program = primal;
    for (int i = 0; i < transforms.size(); i++) {
      Transform transform = transforms.get(i);
      Program input = program;
      Derived derived = staged(transform.name(), () -> transform.run().apply(input, task));
      boolean end = last && i == transforms.size() - 1;
      program = finish(transform.name(), derived, end);
    }
    return program;
  }

  /**
   * What a transformation gave, made small.
   *
   * @param last whether nobody differentiates it again
   */
  Program finish(String transform, Derived derived, boolean last) {
    journal.note(transform, derived.program());
    return journal.note(Stages.SIMPLIFIED, finish(last ? derived.last() : derived));
  }

  private static Program finish(Derived derived) {
    Program at = derived.program();
    for (Finish finish : Stages.FINISH) {
      Program input = at;
      at = staged(finish.name(), () -> finish.run().apply(input, derived));
    }
    return at;
  }

  /** The same for a program of whose parameters nothing is known; the last one is laid out. */
  Program finish(Program program, boolean last) {
    Derived derived = new Derived(program, Facts.NONE, Choices.STANDARD);
    Program small = finish("linked sweep", derived, last);
    return last ? layOut(small) : small;
  }

  /** The program as the emitter takes it. */
  Program layOut(Program program) {
    Program at = program;
    for (Layout layout : Stages.LAY_OUT) {
      Program input = at;
      at =
          journal.note(
              layout.name(), staged(layout.name(), () -> layout.run().apply(input, choices)));
    }
    return at;
  }

  /**
   * Runs a stage; an unexpected exception comes out as a {@link StageFailure} that names the stage.
   */
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
