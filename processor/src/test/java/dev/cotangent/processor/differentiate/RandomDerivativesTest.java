package dev.cotangent.processor.differentiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.runtime.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reverse mode against forward mode on random programs, by the dot-product identity: the gradient
 * along a direction is the directional derivative. A failure prints the program and its seed.
 */
class RandomDerivativesTest {
  private static final int PROGRAMS = Integer.getInteger("cotangent.random", 300);
  private static final long STEPS = 400_000;

  /** Terms of about this size may cancel inside a sweep and leave their rounding behind. */
  private static final double ROUNDING = 1e-3;

  private static final List<Boolean> WRT = List.of(true, true, false, true, true);

  @Test
  void reverseModeAgreesWithForwardMode() {
    int compared = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Program program = firstResult(new RandomPrograms(seed).next());
      if (compare(program, seed)) {
        compared++;
      }
    }
    assertTrue(compared > PROGRAMS / 3, "only " + compared + " of " + PROGRAMS + " were compared");
  }

  private static Program firstResult(Program program) {
    Region body = program.main().body();
    Region one = new Region(body.parameters(), body.ops(), body.yields().subList(0, 1));
    return new Program(new Function("main", one), program.helpers());
  }

  /** Whether the program runs to its end with numbers of a size that can be compared. */
  private static boolean compare(Program program, int seed) {
    Program reverse = Verifier.verify(Vjp.differentiate(program, WRT, NonSmooth.STRONG_ZERO));
    Program forward = Verifier.verify(Jvp.differentiate(program, WRT, NonSmooth.STRONG_ZERO));
    Random random = new Random(seed);
    boolean compared = false;
    for (int point = 0; point < 3; point++) {
      Point at = new Point(random);
      double[] tangent = at.run(forward, true);
      double[] gradient = at.run(reverse, false);
      assertTrue(
          Arrays.equals(head(tangent), head(gradient)),
          () -> "primals differ, seed " + seed + "\n" + program);
      if (tangent == null || !at.isComparable(gradient, tangent[1])) {
        continue;
      }
      compared = true;
      double scale = at.scale(gradient) + Math.abs(tangent[1]);
      assertEquals(
          tangent[1],
          at.along(gradient),
          1e-9 * (scale + ROUNDING),
          () -> "seed " + seed + "\n" + program + "\n" + reverse);
    }
    return compared;
  }

  private static double[] head(double[] results) {
    return results == null ? new double[0] : new double[] {results[0]};
  }

  /** Arguments and a direction. */
  private static final class Point {
    private final double x;
    private final double y;
    private final int n;
    private final double[] a = new double[5];
    private final double[] b = new double[4];
    private final double[] direction = new double[11];

    Point(Random random) {
      x = random.nextDouble() * 2 - 0.7;
      y = random.nextDouble() * 2 - 0.7;
      n = random.nextInt(5);
      Arrays.setAll(a, i -> random.nextGaussian());
      Arrays.setAll(b, i -> random.nextGaussian());
      Arrays.setAll(direction, i -> random.nextGaussian());
    }

    /**
     * The primal, then the directional derivative, or the gradient; null if the program throws or
     * runs too long.
     */
    double[] run(Program program, boolean forward) {
      double[] aSide = forward ? Arrays.copyOfRange(direction, 2, 7) : new double[5];
      double[] bSide = forward ? Arrays.copyOfRange(direction, 7, 11) : new double[4];
      Object[] arguments =
          forward
              ? new Object[] {
                x, y, n, a.clone(), b.clone(), direction[0], direction[1], aSide, bSide, new Tape()
              }
              : new Object[] {x, y, n, a.clone(), b.clone(), aSide, bSide, new Tape()};
      int size = program.main().parameters().size();
      Object[] results;
      try {
        results = new Interpreter(program).stepLimit(STEPS).run(Arrays.copyOf(arguments, size));
      } catch (Interpreter.StepLimitException
          | ArithmeticException
          | ArrayIndexOutOfBoundsException
          | NegativeArraySizeException e) {
        return null;
      }
      double[] numbers =
          forward ? new double[2] : new double[] {0, (double) results[1], (double) results[2]};
      numbers[0] = (double) results[0];
      if (forward) {
        numbers[1] = (double) results[1];
        return numbers;
      }
      double[] all = Arrays.copyOf(numbers, 12);
      System.arraycopy(aSide, 0, all, 3, 5);
      System.arraycopy(bSide, 0, all, 8, 4);
      return all;
    }

    double along(double[] gradient) {
      double sum = 0;
      for (int k = 0; k < direction.length; k++) {
        sum += gradient[k + 1] * direction[k];
      }
      return sum;
    }

    double scale(double[] gradient) {
      double sum = 0;
      for (int k = 0; k < direction.length; k++) {
        sum += Math.abs(gradient[k + 1] * direction[k]);
      }
      return sum;
    }

    boolean isComparable(double[] gradient, double tangent) {
      return Double.isFinite(tangent) && scale(gradient) < 1e12;
    }
  }
}
