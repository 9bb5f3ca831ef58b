package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.runtime.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The passes, one after the other, on derivatives of random programs: after each the derivative is
 * what it was, up to the sign of zeros. A failure names the seed and the pass.
 */
class SimplifiedDerivativesTest {
  private static final int PROGRAMS = Integer.getInteger("cotangent.random", 300);
  private static final List<Boolean> WRT = List.of(true, true, false, true, true);

  /** Before differentiation: fewer helpers, fewer values. */
  private static final List<Pass> PREPARATION =
      List.of(
          new InlineCalls(),
          new RemoveUnusedHelpers(),
          new FoldConstants(),
          new EliminateCommonSubexpressions(Facts.NONE),
          new EliminateDeadCode());

  /** Where the shadows stand in reverse mode: behind {@code x, y, n, a, b}. */
  private static final Facts SHADOWS = Facts.shadows(5, 2);

  @Test
  void everyPassKeepsTheGradient() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program primal = new SelectResults(List.of(0)).run(new RandomPrograms(seed).next());
      Program gradient = Vjp.differentiate(primal, WRT, NonSmooth.STRONG_ZERO);
      check(gradient, Passes.standard(SHADOWS), seed);
    }
  }

  @Test
  void everyPassKeepsTheTangent() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program primal = new SelectResults(List.of(0)).run(new RandomPrograms(seed).next());
      check(
          Jvp.differentiate(primal, WRT, NonSmooth.STRONG_ZERO), Passes.standard(Facts.NONE), seed);
    }
  }

  @Test
  void simplifyingBeforeAndAfterDifferentiationIsTheSame() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program primal = new SelectResults(List.of(0)).run(new RandomPrograms(seed).next());
      Program prepared = Passes.run(PREPARATION, primal);
      Program gradient = Vjp.differentiate(prepared, WRT, NonSmooth.STRONG_ZERO);
      check(gradient, Passes.standard(SHADOWS), seed);
    }
  }

  private static void check(Program original, List<Pass> passes, int seed) {
    Object[] arguments = arguments(original, new Random(seed));
    List<String> expected;
    try {
      expected = run(original, arguments);
    } catch (Interpreter.StepLimitException e) {
      return;
    }
    Program program = original;
    for (int k = 0; k < passes.size(); k++) {
      String place = "seed " + seed + ", pass " + k + " " + passes.get(k).name();
      Program before = program;
      program = Verifier.verify(passes.get(k).run(program));
      Program after = program;
      assertEquals(
          expected, run(program, arguments), () -> place + "\n" + before + "\nafter\n" + after);
    }
  }

  /** The results and what is left in the arrays; after an exception the shadows do not count. */
  private static List<String> run(Program program, Object[] arguments) {
    Object[] fresh = arguments.clone();
    if (fresh[fresh.length - 1] instanceof Tape) {
      fresh[fresh.length - 1] = new Tape();
    }
    Behaviour behaviour = Behaviour.of(program, fresh).withUnsignedZeros();
    boolean failed = behaviour.results().get(0).endsWith("Exception");
    List<String> all = new ArrayList<>(behaviour.results());
    all.addAll(behaviour.arguments().subList(3, failed ? 5 : Math.min(7, fresh.length)));
    return all;
  }

  /** {@code x, y, n, a, b}, then zeroed shadows or the tangents of all but n, then a tape. */
  private static Object[] arguments(Program program, Random random) {
    List<Object> all = new ArrayList<>();
    all.addAll(List.of(random.nextDouble(), random.nextGaussian(), random.nextInt(5)));
    all.add(random.doubles(5, -2, 2).toArray());
    all.add(random.doubles(4, -2, 2).toArray());
    List<Value> parameters = program.main().parameters();
    if (parameters.get(5).type().isReference()) {
      all.addAll(List.of(new double[5], new double[4]));
    } else {
      all.addAll(List.of(random.nextGaussian(), random.nextGaussian()));
      all.add(random.doubles(5, -1, 1).toArray());
      all.add(random.doubles(4, -1, 1).toArray());
    }
    if (all.size() < parameters.size()) {
      all.add(new Tape());
    }
    return all.toArray();
  }
}
