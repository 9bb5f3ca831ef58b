package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeOutFactorsTest {
  private final Sketch out = new Sketch();

  private static Program taken(Program program) {
    return Verifier.verify(new TakeOutFactors().run(program));
  }

  /** {@code for (int i = 0; i < n; i++) sum += term(a[i])}, from three on. */
  private Program sum(Sketch.Body terms) {
    return out.program(
        Sketch.loop(
                out,
                out.n,
                List.of(out.constant(3.0), out.constant(0.0)),
                List.of("sum", "other"),
                terms)
            .toArray(Value[]::new));
  }

  /** How many products the only loop computes each time. */
  private static long products(Program program) {
    List<Op> ops = program.main().body().ops();
    For loop = (For) ops.stream().filter(For.class::isInstance).findFirst().orElseThrow();
    return loop.body().ops().stream().filter(Factors::isProduct).count();
  }

  private static double[] run(Program program, int n) {
    double[] a = {1.5, -2, 0.25, 4, 1, 3, -0.5, 8};
    Object[] results = Interpreter.run(program, 0.5, 0.25, n, true, a, a.clone());
    return Arrays.stream(results).mapToDouble(result -> (Double) result).toArray();
  }

  private static void assertNear(Program before, Program after) {
    for (int n : new int[] {-1, 0, 1, 2, 7, 8}) {
      double[] expected = run(before, n);
      double[] found = run(after, n);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], found[i], 1e-14 * Math.abs(expected[i]), "n = " + n);
      }
    }
  }

  /** What a mean squared error's reverse sweep does: two sums with one product in common. */
  @Test
  void meanIsDividedOnceForAllSums() {
    Value mean = out.divide(out.constant(1.0), out.widen(out.n));
    Program before =
        sum(
            (body, i, carried) -> {
              Value x = body.load(out.a, i);
              Value e = body.add(body.multiply(out.x, x), out.y);
              Value eBar = body.multiply(body.constant(2.0), body.multiply(mean, e));
              Value slope = body.multiply(eBar, x);
              return List.of(body.add(carried.get(0), eBar), body.subtract(carried.get(1), slope));
            });
    Program after = taken(before);
    assertEquals(4, products(before));
    assertEquals(2, products(after));
    assertNear(before, after);
  }

  @Test
  void onlyWhatAllTermsHaveIsTakenOut() {
    Value n = out.widen(out.n);
    Program before =
        sum(
            (body, i, carried) -> {
              Value x = body.load(out.a, i);
              Value both = body.multiply(n, body.multiply(x, body.constant(4.0)));
              Value one = body.multiply(x, n);
              Value sum = body.subtract(body.add(carried.get(0), both), one);
              return List.of(sum, body.add(body.multiply(n, n), carried.get(1)));
            });
    Program after = taken(before);
    assertEquals(4, products(before));
    assertEquals(1, products(after));
    assertNear(before, after);
  }

  /** A loop that does not run gives what it started from, though a mean of nothing is infinite. */
  @Test
  void infiniteFactorOfNoTermsGivesNoNaN() {
    Value mean = out.divide(out.constant(1.0), out.widen(out.n));
    Program after =
        taken(
            sum(
                (body, i, carried) -> {
                  Value term = body.multiply(mean, body.load(out.a, i));
                  return List.of(body.add(carried.get(0), term), carried.get(1));
                }));
    assertEquals(0, products(after));
    assertEquals(3, run(after, 0)[0]);
  }

  /** Inner loops first: what has left one is a factor of what the outer one adds up. */
  @Test
  void factorLeavesLoopsWithinLoops() {
    Program before =
        sum(
            (body, i, carried) -> {
              List<Value> inner =
                  Sketch.loop(
                      body,
                      i,
                      List.of(carried.get(0)),
                      List.of("inner"),
                      (deep, k, sums) -> {
                        Value term = deep.multiply(deep.constant(2.0), deep.load(out.a, k));
                        return List.of(deep.add(sums.get(0), term));
                      });
              return List.of(inner.get(0), carried.get(1));
            });
    Program after = taken(before);
    assertEquals(0, products(after));
    assertNear(before, after);
  }

  private void assertStays(Sketch.Body terms) {
    Program before = sum(terms);
    assertSame(before, taken(before));
  }

  /** A sum of terms that are moderate only together might overflow. */
  @Test
  void factorOfUnknownSizeStays() {
    assertStays(
        (body, i, carried) -> {
          Value term = body.multiply(out.x, body.load(out.a, i));
          return List.of(body.add(carried.get(0), term), carried.get(1));
        });
  }

  @Test
  void hugeFactorStays() {
    assertStays(
        (body, i, carried) -> {
          Value term = body.multiply(body.constant(0x1p-300), body.load(out.a, i));
          return List.of(body.add(carried.get(0), term), carried.get(1));
        });
  }

  /** Each of six factors is moderate, their product is not: some stay. */
  @Test
  void factorsAreModerateTogether() {
    Value n = out.widen(out.n);
    Value cube = out.multiply(n, out.multiply(n, n));
    Program before =
        sum(
            (body, i, carried) -> {
              Value first = body.load(out.a, i);
              Value second = first;
              for (int k = 0; k < 6; k++) {
                first = body.multiply(body.constant(0x1p180), body.multiply(out.x, first));
                second = body.multiply(cube, body.multiply(out.x, second));
              }
              return List.of(
                  body.add(carried.get(0), first), body.subtract(carried.get(1), second));
            });
    Program after = taken(before);
    assertEquals(24, products(before));
    assertEquals(22, products(after));
  }

  /** Where another one needs the product nothing is won. */
  @Test
  void productThatIsNeededStays() {
    assertStays(
        (body, i, carried) -> {
          Value term = body.multiply(body.constant(2.0), body.load(out.a, i));
          body.store(out.b, i, term);
          return List.of(body.add(carried.get(0), term), carried.get(1));
        });
  }

  /** Sums of the user's method are rounded as they are written. */
  @Test
  void exactSumStays() {
    assertStays(
        (body, i, carried) -> {
          Value term = body.multiply(body.constant(2.0), body.load(out.a, i));
          Value sum = Sketch.exact(body, BinaryOperator.ADD, carried.get(0), term, "sum");
          return List.of(sum, carried.get(1));
        });
  }

  /** A seed of zero takes an infinite partial out of a sum. */
  @Test
  void seedOfAStrongProductKeepsItsFactors() {
    Value seed = out.widen(out.n);
    assertStays(
        (body, i, carried) -> {
          Value term = body.strongMultiply(seed, body.load(out.a, i));
          return List.of(body.add(carried.get(0), term), carried.get(1));
        });
  }

  @Test
  void partialOfAStrongProductGivesItsFactors() {
    Program before =
        sum(
            (body, i, carried) -> {
              Value x = body.load(out.a, i);
              Value term = body.strongMultiply(x, body.multiply(body.constant(2.0), x));
              return List.of(body.add(carried.get(0), term), carried.get(1));
            });
    Program after = taken(before);
    assertEquals(2, products(before));
    assertEquals(1, products(after));
    assertNear(before, after);
    assertTrue(Double.isFinite(run(after, 8)[0]));
  }

  /** A sum that a branch looks at on the way is none. */
  @Test
  void sumThatABranchReadsStays() {
    assertStays(
        (body, i, carried) -> {
          Value term = body.multiply(body.constant(2.0), body.load(out.a, i));
          body.unlessNull(out.b, code -> code.store(out.b, i, carried.get(0)));
          return List.of(body.add(carried.get(0), term), carried.get(1));
        });
  }
}
