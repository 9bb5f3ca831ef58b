package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every pass alone, on random programs: what comes out is well formed and behaves the same. */
class PassesKeepBehaviourTest {
  private static final List<Pass> PASSES =
      List.of(
          new FoldConstants(),
          new EliminateCommonSubexpressions(Facts.NONE),
          new EliminateDeadCode(),
          new DeduplicateCarried(),
          new HoistInvariants(),
          new InlineCalls(),
          new MergeBranches(),
          new FuseSweeps(Facts.NONE),
          new SinkIntoBranches());

  @FunctionalInterface
  private interface Comparison {
    void compare(Program before, Program after, Object... arguments);
  }

  private static void check(Program program, Pass pass, long seed, Comparison comparison) {
    Program simplified = Verifier.verify(pass.run(program));
    Random random = new Random(seed);
    for (int run = 0; run < 3; run++) {
      comparison.compare(program, simplified, Behaviour.arguments(random));
    }
  }

  @Property(tries = 2000)
  void exactProgramsKeepEveryBit(@ForAll long seed) {
    Program program = new RandomPrograms(seed).next();
    PASSES.forEach(pass -> check(program, pass, seed, Behaviour::assertSame));
  }

  /** A free product that is taken apart the other way is rounded otherwise. */
  private static Comparison freely(Pass pass) {
    return pass instanceof EliminateCommonSubexpressions
        ? Behaviour::assertNear
        : Behaviour::assertAlike;
  }

  @Property(tries = 1000)
  void freeProgramsKeepAllButTheSignOfZeros(@ForAll long seed) {
    Program program = new RandomPrograms(seed).freeShare(0.7).next();
    PASSES.forEach(pass -> check(program, pass, seed, freely(pass)));
  }
}
