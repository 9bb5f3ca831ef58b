package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Verifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The passes in their order, and how a list of them is run. */
public final class Passes {
  /** {@link #standard} when nothing is known of the main function. */
  public static final List<Pass> STANDARD = standard(Facts.NONE);

  private Passes() {}

  /** What every program goes through, a derivative or not, that may be differentiated again. */
  public static List<Pass> standard(Facts facts) {
    return standard(facts, HoistInvariants.beforeDifferentiation());
  }

  private static List<Pass> standard(Facts facts, HoistInvariants hoist) {
    return List.of(
        // A reverse sweep was appended to a method that always throws, and there is none.
        new CutBehindThrows(),
        // Literals first: they decide branches, and what is decided is not looked at again.
        new FoldConstants(),
        // Makes equal terms one value, which the next two recognise by identity.
        new EliminateCommonSubexpressions(facts),
        // Needs equal initial values to be one value; frees the uses of carried duplicates.
        new DeduplicateCarried(),
        // Again, for the sums of equal terms and the literals that came to light.
        new FoldConstants(),
        // What the reverse sweep need not recompute is gone before loops are compared.
        new EliminateDeadCode(facts),
        // Before hoisting, which would take apart what the two loops have in common.
        new FuseSweeps(facts),
        // Removes the recomputation from fused loops.
        new EliminateCommonSubexpressions(facts),
        new FoldConstants(),
        // Zeros that sums have just been seen to start from need not be stored.
        new EliminateDeadStores(facts),
        new EliminateDeadCode(facts),
        // After dead code, so that nothing leaves a loop that nobody needs.
        hoist,
        // What left several loops, or a loop and the code before it, may be the same.
        new EliminateCommonSubexpressions(facts),
        // Where a branch and its adjoint have met, the condition is asked once.
        new MergeBranches(),
        // What a literal has decided may end in an exception, of which the last pass must know.
        new CutBehindThrows(),
        // Last, since all the others leave behind what nobody uses any more.
        new EliminateDeadCode(facts));
  }

  /**
   * What a program goes through that nobody differentiates any more.
   *
   * @param vectors whether loops may use the Vector API
   */
  public static List<Pass> last(Facts facts, boolean vectors) {
    // Before those that take loops apart in other ways.
    List<Pass> inGroups = vectors ? List.of(new VectorizeLoops(facts)) : List.of();
    List<Pass> before =
        Lists.concat(standard(facts, new HoistInvariants()), List.of(new TakeOutFactors()));
    return Lists.concat(Lists.concat(before, inGroups), ends(facts));
  }

  private static List<Pass> ends(Facts facts) {
    return List.of(
        // So late that what a recursion does at its end is as short as it gets.
        new InlineBaseCases(),
        // Nobody looks for sums behind it.
        new SplitReductions(),
        // Behind that, which would write the innermost loops of every copy twice.
        new JamLoops(facts),
        // An odd first iteration adds to the zero that the sum starts from.
        new FoldConstants());
  }

  /**
   * Runs the passes in order; with assertions enabled, verifies before and after each. A pass that
   * changed nothing of this very program when it ran before is not run again.
   */
  public static Program run(List<Pass> passes, Program program) {
    Program result = program;
    assert verified(result, "the first pass");
    Map<String, Program> settled = new HashMap<>();
    for (Pass pass : passes) {
      if (settled.get(pass.name()) == result) {
        continue;
      }
      Program after = pass.run(result);
      assert verified(after, pass.name());
      if (after == result) {
        settled.put(pass.name(), result);
      }
      result = after;
    }
    return result;
  }

  private static boolean verified(Program program, String after) {
    try {
      Verifier.verify(program);
      return true;
    } catch (IllegalStateException e) {
      throw new AssertionError("not well formed at " + after + ": " + e.getMessage(), e);
    }
  }
}
