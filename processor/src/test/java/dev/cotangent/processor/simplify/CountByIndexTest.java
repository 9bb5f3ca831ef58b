package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountByIndexTest {
  private final Sketch out = new Sketch();

  /**
   * {@code for (i = start; i relation n; i += step) { x += p; p = p operator by; }}; then x + p.
   */
  private Program program(
      int start, BinaryOperator relation, int step, BinaryOperator operator, int by) {
    Value index = out.value(PrimitiveType.INT, "i");
    Value sum = out.value(PrimitiveType.DOUBLE, "sum");
    Value p = out.value(PrimitiveType.INT, "p");
    Builder body = new Builder();
    Value next = body.binary(operator, p, body.constant(by));
    Value added = body.add(sum, body.widen(p));
    Region region = body.region(List.of(index, sum, p), List.of(added, next));
    List<Value> results = List.of(sum.fresh(), p.fresh());
    Value first = out.constant(start);
    List<Value> initial = List.of(out.x, out.constant(5));
    out.append(new For(first, out.n, step, relation, initial, region, results, SourceRange.NONE));
    return out.program(results.get(0), out.widen(results.get(1)));
  }

  private static int carried(Program program) {
    Op loop =
        program.main().body().ops().stream().filter(For.class::isInstance).findAny().orElseThrow();
    return ((For) loop).carried().size();
  }

  private static Object[] run(Program program, int n) {
    return Interpreter.run(program, 0.5, 0.0, n, true, new double[0], new double[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "0, LESS, 1, ADD, 1",
    "2, LESS, 1, ADD, 3",
    "0, LESS_EQUAL, 1, SUBTRACT, 2",
    "4, GREATER, -1, ADD, 1",
    "4, GREATER_EQUAL, -1, SUBTRACT, 1"
  })
  void isComputedFromTheIndex(
      int start, BinaryOperator relation, int step, BinaryOperator operator, int by) {
    Program before = program(start, relation, step, operator, by);
    Program after = new CountByIndex().run(before);
    assertEquals(1, carried(after));
    for (int n = -2; n < 7; n++) {
      assertArrayEquals(run(before, n), run(after, n), "n = " + n);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, LESS, 2, ADD, 1", "0, LESS, 1, MULTIPLY, 2"})
  void isCarriedWhereTheIndexDoesNotTell(
      int start, BinaryOperator relation, int step, BinaryOperator operator, int by) {
    assertEquals(2, carried(new CountByIndex().run(program(start, relation, step, operator, by))));
  }

  @Test
  void wrapsAround() {
    Program before =
        program(Integer.MAX_VALUE - 2, BinaryOperator.LESS, 1, BinaryOperator.ADD, 1 << 30);
    Program after = new CountByIndex().run(before);
    assertArrayEquals(run(before, Integer.MAX_VALUE), run(after, Integer.MAX_VALUE));
  }
}
