package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.Differentiation.Derived;
import dev.cotangent.processor.Differentiation.Task;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.simplify.CountByIndex;
import dev.cotangent.processor.simplify.CutBehindThrows;
import dev.cotangent.processor.simplify.DropRepeatedChecks;
import dev.cotangent.processor.simplify.EliminateCommonSubexpressions;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.FoldConstants;
import dev.cotangent.processor.simplify.HandBackResults;
import dev.cotangent.processor.simplify.HoistInvariants;
import dev.cotangent.processor.simplify.HoistLoads;
import dev.cotangent.processor.simplify.InlineCalls;
import dev.cotangent.processor.simplify.MarkLocalArrays;
import dev.cotangent.processor.simplify.MergeRecords;
import dev.cotangent.processor.simplify.Pass;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import dev.cotangent.processor.simplify.ScalarizeSmallArrays;
import dev.cotangent.processor.simplify.ScatterRecords;
import dev.cotangent.processor.simplify.SplitLargeFunctions;
import dev.cotangent.processor.simplify.TieRebuiltNumbers;
import dev.cotangent.processor.simplify.TieRoundedNumbers;
import dev.cotangent.processor.simplify.UnrollShortLoops;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The lists of stages from program to program, each in its order and each line with the reason why
 * it stands there. {@link Pipeline} says which list follows which; {@link Passes} is the list
 * behind "simplify".
 */
final class Stages {
  /** The stage whose program is the method as it was read. */
  static final String LOWERED = "lower";

  /** The stage behind which everything that the user wrote still stands, helpers inlined. */
  static final String UNFOLDED = "remove unused helpers";

  /** The stage after each transformation, of which the last is the one that counts. */
  static final String SIMPLIFIED = "simplify";

  /** The stage that lets one run carry any number of directions. */
  static final String LANES = "batch directions";

  /** The choice to carry a few directions side by side instead, where they fit into a method. */
  static final String SIDE_BY_SIDE = "directions side by side";

  /** From the front end to a program in which everything that the user wrote still stands. */
  static final List<Step> UNFOLD =
      List.of(
          // No later stage asks again whether its input makes sense.
          new Step("verify the composed program", Verifier::verify),
          // Records are how the user groups numbers; what is differentiated are the numbers.
          verified("scatter records", ScatterRecords::new),
          // One body is differentiated better than two that call each other: no tape, and the
          // adjoint of a helper's arguments is known where they are made. Recursion stays.
          pass("inline helpers", InlineCalls::new),
          // No derivative comes from a path that throws, and none is looked for there.
          pass("cut behind throws", CutBehindThrows::new),
          // A number with another one's mantissa moves as that one does.
          pass("tie rebuilt numbers", TieRebuiltNumbers::new),
          // One that a large constant has rounded to an integer does not move.
          pass("tie rounded numbers", TieRoundedNumbers::new),
          // What is still called is a method in Java, with one result.
          pass("hand back results", HandBackResults::new),
          // What was inlined everywhere needs no derivative of its own.
          pass(UNFOLDED, RemoveUnusedHelpers::new));

  /** Between lint and differentiation. */
  static final List<Step> PREPARE =
      List.of(
          // What counts along with an index need not be recorded.
          pass("count by index", CountByIndex::new),
          pass("fold constants", FoldConstants::new),
          // A few coordinates are numbers, without shadows and records, once their indices are
          // known.
          pass("unroll short loops", UnrollShortLoops::new),
          pass("fold indices", FoldConstants::new),
          verified("scalarize small arrays", ScalarizeSmallArrays::new),
          // An element that the user reads twice is one value to record, with one adjoint.
          pass(
              "eliminate common subexpressions",
              () -> new EliminateCommonSubexpressions(Facts.NONE)),
          // A record that is not null where it is read first is not null behind that.
          pass("drop repeated checks", DropRepeatedChecks::new),
          // An element that a loop reads again and again is recorded once.
          pass("hoist loads", HoistLoads::new),
          // Indices and lengths that every iteration computes alike need not be recorded.
          pass("hoist invariants", HoistInvariants::beforeDifferentiation));

  /**
   * From the method's program to the one that a member runs; what composes these composes
   * derivatives.
   */
  static final Map<Derivative, List<Transform>> DERIVATIVES =
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

  /** {@code HVP} with the results of the gradient itself, which is on the way. */
  static final List<Transform> GRADIENT_AND_PRODUCT =
      List.of(
          new Transform("reverse mode", Differentiation::reverse),
          new Transform("forward mode over reverse mode", Differentiation::gradientAndProduct));

  /** What {@link SecondDerivative} calls. */
  static final List<Transform> PULLED_AND_PRODUCT =
      List.of(
          new Transform("reverse mode", Differentiation::pullBack),
          new Transform("forward mode over reverse mode", Differentiation::pulledAndProduct));

  /** What a Jacobian is filled with, unless rows are cheaper: several columns at once. */
  static final List<Transform> COLUMNS =
      List.of(new Transform("forward mode", Differentiation::columns));

  /** And by rows: several at once. */
  static final List<Transform> ROWS =
      List.of(
          new Transform("reverse mode", Differentiation::pullBack),
          new Transform("forward mode along cotangents", Differentiation::rowsAtOnce));

  /** After each transformation: the next one, or the reader of the output, gets a small program. */
  static final List<Finish> FINISH =
      List.of(
          // The helpers' own derivatives may have replaced them.
          new Finish("remove unused helpers", (p, derived) -> new RemoveUnusedHelpers().run(p)),
          // The transformations write everything down that the chain rule says.
          new Finish(SIMPLIFIED, (p, derived) -> Passes.run(derived.passes(), p)),
          // Whatever the stages before did, what follows does not ask.
          new Finish("verify the derivative's program", (p, derived) -> Verifier.verify(p)));

  /** Between the last transformation and emission. */
  static final List<Layout> LAY_OUT =
      List.of(
          // Parts hand arrays to each other, and nobody could tell any more who gets to know them.
          new Layout("mark local arrays", (p, choices) -> new MarkLocalArrays().run(p)),
          // Many arrays would be many fields of the holder, each with its line of code.
          new Layout("merge records", (p, choices) -> new MergeRecords().run(p)),
          // The virtual machine compiles no large methods; before, the pieces would hide from the
          // passes what they do.
          new Layout(
              "split large functions",
              (p, choices) -> new SplitLargeFunctions(choices.largest()).run(p)),
          // The emitter asks no more whether its input makes sense.
          new Layout("verify the layout", (p, choices) -> Verifier.verify(p)));

  private Stages() {}

  /** A stage from program to program, with its name for reports. */
  record Step(String name, UnaryOperator<Program> run) {}

  /** A stage that needs to know what is differentiated. */
  record Transform(String name, BiFunction<Program, Task, Derived> run) {}

  /** A stage that uses what is known of a derivative's parameters. */
  record Finish(String name, BiFunction<Program, Derived, Program> run) {}

  /** A stage that decides what becomes a method in Java. */
  record Layout(String name, BiFunction<Program, Choices, Program> run) {}

  private static Step pass(String name, Supplier<Pass> pass) {
    return new Step(name, program -> pass.get().run(program));
  }

  /** A pass that changes types or memory: what it wrote is looked at. */
  private static Step verified(String name, Supplier<Pass> pass) {
    return new Step(name, program -> Verifier.verify(pass.get().run(program)));
  }
}
