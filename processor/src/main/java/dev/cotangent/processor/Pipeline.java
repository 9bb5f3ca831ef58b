package dev.cotangent.processor;

import static dev.cotangent.processor.StageRunner.staged;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Severity;
import dev.cotangent.processor.differentiate.Refusal;
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
import dev.cotangent.processor.simplify.YieldOutputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * The map: from an annotated method to its companion's source, the stages in order. Input: a method
 * and what its signature says. Output: an {@link Outcome}.
 *
 * <p>lower → {@link Stages#UNFOLD} → lint → {@link Stages#PREPARE} → for each member {@link
 * Stages#DERIVATIVES}, {@link Stages#FINISH} after each transformation → {@link Stages#LAY_OUT} →
 * emit
 */
final class Pipeline {
  private final Options options;
  private final Choices choices;
  private final Journal journal;
  private final StageRunner stages;

  /** The pipeline for one method. */
  Pipeline(Options options, Choices choices, Journal journal) {
    this.options = options;
    this.choices = choices;
    this.journal = journal;
    this.stages = new StageRunner(choices, journal);
  }

  /**
   * What came of a method.
   *
   * @param lowered what the front end made of it
   * @param diagnostics what to report
   * @param companion the companion's source, unless the method is refused or must wait
   * @param calls the calls of other companions in its derivatives
   * @param links what other companions can do with this one; empty if there is none
   */
  record Outcome(
      Lowered lowered,
      List<Diagnostic> diagnostics,
      Optional<CompanionSource> companion,
      Set<LinkedCalls.Call> calls,
      Optional<CompanionPrograms.Linked> links) {
    private static Outcome without(Lowered lowered, List<Diagnostic> diagnostics) {
      return new Outcome(lowered, diagnostics, Optional.empty(), Set.of(), Optional.empty());
    }
  }

  /** The first stage, the only one that asks the compiler: the others run on any thread. */
  static Lowered lower(FrontEnd frontEnd, ExecutableElement method) {
    return staged("the front end", () -> frontEnd.lower(method));
  }

  /**
   * Runs the stages behind the first; an unexpected exception comes out as a {@link StageFailure}
   * that names the stage.
   */
  Outcome run(Lowered found, MethodModel model) {
    List<Diagnostic> diagnostics = new ArrayList<>(found.diagnostics());
    if (!(found instanceof Lowered.Success success)) {
      return Outcome.without(found, diagnostics);
    }
    try {
      Program lowered = journal.note(Stages.LOWERED, success.program());
      Program yielding = new YieldOutputs(model.returned().outputs()).run(lowered);
      Program written = staged("verify the method's program", () -> Verifier.verify(yielding));
      Program composed = journal.note("composition", staged("composition", () -> compose(written)));
      Program unfolded = stages.run(Stages.UNFOLD, composed);
      diagnostics.addAll(staged("lint", () -> lint(unfolded, model)));
      if (diagnostics.stream().anyMatch(d -> d.code().severity() == Severity.ERROR)) {
        return Outcome.without(found, diagnostics);
      }
      Program primal = stages.run(Stages.PREPARE, unfolded);
      boolean nests = composed != written;
      Program asked =
          nests ? stages.run(Stages.PREPARE, stages.run(Stages.UNFOLD, written)) : primal;
      CompanionPrograms programs =
          new MemberPrograms(model, primal, asked, choices, journal).programs(options.check());
      CompanionSource source = staged("emission", () -> CompanionEmitter.emit(model, programs));
      return new Outcome(
          found,
          diagnostics,
          Optional.of(source),
          LinkedCalls.all(primal, programs, Repetition.in(asked, model)),
          Optional.of(programs.links()));
    } catch (Refusal refusal) {
      diagnostics.add(success.inUsersWords(refusal.diagnostic()));
      return Outcome.without(found, diagnostics);
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

  /** The program in which the derivatives that it asks for are functions like any other. */
  static Program compose(Program program) {
    return ComposeDerivatives.in(Verifier.verify(program), new Nested());
  }

  /** A method's program, ready to be differentiated. */
  static Program ready(Program composed) {
    StageRunner stages = StageRunner.unnoted();
    return stages.run(Stages.PREPARE, stages.run(Stages.UNFOLD, composed));
  }

  /** The derivatives of a method for another one, which differentiates it again. */
  private static final class Nested implements ComposeDerivatives.Derivation {
    @Override
    public Program derivative(Program callee, Derive.Wanted what) {
      return derive(Stages.DERIVATIVES.get(what.mode()), callee, what.wrt(), what.convention());
    }

    @Override
    public Program second(Program callee, NonSmooth convention) {
      List<Boolean> inputs =
          callee.main().parameters().stream()
              .map(parameter -> SecondDerivative.isInput(parameter.type()))
              .toList();
      return derive(Stages.PULLED_AND_PRODUCT, callee, inputs, convention);
    }

    private static Program derive(
        List<Stages.Transform> transforms,
        Program callee,
        List<Boolean> wrt,
        NonSmooth convention) {
      Task task = new Task(wrt, convention, Choices.STANDARD, 1);
      return StageRunner.unnoted().derive(transforms, ready(callee), task, false);
    }
  }
}
