package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import dev.cotangent.processor.ir.While;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JamLoopsTest {
  private static final Object[] ROWS = {
    new double[] {1, 0x1p-60, 3}, new double[] {0x1p60, 2, 5}, new double[] {7, 1, 1},
    new double[] {2, 4, 8}, new double[] {3, 9, 27}, new double[] {5, 25, 125}
  };

  private final Builder out = new Builder();
  private final Value w = out.value(new ArrayType(ArrayType.DOUBLES), "w");
  private final Value x = out.value(ArrayType.DOUBLES, "x");
  private final Value y = out.value(ArrayType.DOUBLES, "y");

  /** What an iteration does behind its sum; gives what is carried. */
  @FunctionalInterface
  private interface Rest {
    Value write(Builder out, Value k, Value sum, Value carried);
  }

  /** For each row the sum of {@code row[i] · x[i]}. */
  private Program rows(boolean exact, Rest rest) {
    Value carried =
        Sketch.loop(
                out,
                out.length(w),
                List.of(out.constant(1.0)),
                List.of("carried"),
                (body, k, before) -> {
                  Value row = body.load(w, k);
                  Value sum = dot(body, row, exact);
                  return List.of(rest.write(body, k, sum, before.get(0)));
                })
            .get(0);
    return Verifier.verify(
        Program.of(new Function("f", out.region(List.of(w, x, y), List.of(carried)))));
  }

  private Value dot(Builder body, Value row, boolean exact) {
    return Sketch.loop(
            body,
            body.length(row),
            List.of(body.constant(0.0)),
            List.of("sum"),
            (inner, i, sum) -> {
              Value term = inner.multiply(inner.load(row, i), inner.load(x, i));
              return List.of(
                  exact
                      ? Sketch.exact(inner, BinaryOperator.ADD, sum.get(0), term)
                      : inner.add(sum.get(0), term));
            })
        .get(0);
  }

  /** Each depends on all before. */
  private static Value chain(Builder body, Value sum, Value carried) {
    Value half = Sketch.exact(body, BinaryOperator.MULTIPLY, carried, body.constant(0.5));
    return Sketch.exact(body, BinaryOperator.ADD, half, sum);
  }

  private static Program jammed(Program program) {
    return Verifier.verify(new JamLoops(Facts.shadows(2, 1)).run(program));
  }

  private static Object run(Program program, Object[] rows, double[] x, double[] y) {
    return Interpreter.run(program, rows(rows), x, y)[0];
  }

  private static double[][] rows(Object[] rows) {
    return Arrays.stream(rows).map(double[].class::cast).toArray(double[][]::new);
  }

  /** The same number or the same exception, and the same left behind. */
  private static void assertSameRun(Program program, Object[] rows, double[] x, int length) {
    Program jammed = jammed(program);
    assertEquals(1, Sketch.count(jammed, While.class));
    double[] before = new double[length];
    double[] after = new double[length];
    assertEquals(outcome(program, rows, x, before), outcome(jammed, rows, x, after));
    assertEquals(Arrays.toString(before), Arrays.toString(after));
  }

  private static Object outcome(Program program, Object[] rows, double[] x, double[] y) {
    try {
      return run(program, rows, x, y);
    } catch (RuntimeException e) {
      return e.getClass() + ": " + e.getMessage();
    }
  }

  private Program storing() {
    return rows(
        true,
        (body, k, sum, carried) -> {
          body.store(y, k, sum);
          return chain(body, sum, carried);
        });
  }

  @Test
  void everySumKeepsItsOrder() {
    Program program = storing();
    for (int count = 0; count <= ROWS.length; count++) {
      assertSameRun(program, Arrays.copyOf(ROWS, count), new double[] {3, 5, 0x1p-7}, count);
    }
  }

  @Test
  void iterationsThatWouldThrowOrDifferRunOneByOne() {
    Program program = storing();
    double[] vector = {1, 2, 3};
    Object[] ragged = ROWS.clone();
    ragged[2] = new double[] {4};
    assertSameRun(program, ragged, vector, ROWS.length);
    ragged[2] = new double[] {4, 5, 6, 7};
    assertSameRun(program, ragged, vector, ROWS.length);
    ragged[2] = null;
    assertSameRun(program, ragged, vector, ROWS.length);
    assertSameRun(program, ROWS, null, ROWS.length);
    assertSameRun(program, ROWS, new double[] {1, 2}, ROWS.length);
    assertThrows(RuntimeException.class, () -> run(program, ragged, vector, new double[6]));
  }

  private static void assertStays(Program program) {
    assertSame(program, jammed(program));
  }

  @Test
  void freeSumStays() {
    assertStays(rows(false, (body, k, sum, carried) -> chain(body, sum, carried)));
  }

  @Test
  void sumOfWhatTheRestWritesStays() {
    assertStays(
        rows(
            true,
            (body, k, sum, carried) -> {
              body.store(x, body.constant(0), sum);
              return chain(body, sum, carried);
            }));
  }

  @Test
  void sumThatStartsFromTheOneBeforeStays() {
    Value carried =
        Sketch.loop(
                out,
                out.length(w),
                List.of(out.constant(1.0)),
                List.of("carried"),
                (body, k, before) -> {
                  Value row = body.load(w, k);
                  Value scale = body.multiply(before.get(0), body.constant(2.0));
                  return Sketch.loop(
                      body,
                      body.length(row),
                      List.of(scale),
                      List.of("sum"),
                      (inner, i, sum) ->
                          List.of(
                              Sketch.exact(
                                  inner, BinaryOperator.ADD, sum.get(0), inner.load(row, i))));
                })
            .get(0);
    assertStays(
        Verifier.verify(
            Program.of(new Function("f", out.region(List.of(w, x, y), List.of(carried))))));
  }

  @Test
  void loopThatDoesNotBeginAtZeroStays() {
    Value first = out.value(PrimitiveType.INT, "first");
    Program program = storing();
    Program other =
        Program.of(
            new Function(
                "f",
                new Region(
                    List.of(w, x, y, first),
                    program.main().body().ops().stream()
                        .map(
                            op ->
                                op instanceof For loop
                                    ? loop.rebuild(
                                        List.of(first, loop.bound(), loop.initial().get(0)),
                                        loop.results(),
                                        loop.regions())
                                    : op)
                        .toList(),
                    program.main().results())));
    assertStays(Verifier.verify(other));
  }
}
