package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeduplicateCarriedTest {
  private final Sketch out = new Sketch();

  private String text(List<Value> results) {
    Value[] array = results.toArray(Value[]::new);
    return Sketch.text(out.program(array), new DeduplicateCarried(), new EliminateDeadCode());
  }

  @Test
  void twoSumsOfTheSameTermsAreOne() {
    Value zero = out.constant(0.0);
    List<Value> results =
        Sketch.loop(
            out,
            out.n,
            List.of(zero, zero),
            List.of("s", "t"),
            (body, i, carried) -> {
              Value term = body.load(out.a, i);
              return List.of(body.add(carried.get(0), term), body.add(carried.get(1), term));
            });
    assertEquals(
        """
        %6: double = constant 0.0
        %7: int = constant 0
        %12_s: double = for < step 1 %7, %2_n, %6 (%8_i: int, %9_s: double) {
          %10: double = load %4_a, %8_i
          %11: double = add %9_s, %10
          yield %11
        }
        yield %12_s, %12_s\
        """,
        text(results));
  }

  @Test
  void sumsThatStartDifferentlyStayTwo() {
    List<Value> results =
        Sketch.loop(
            out,
            out.n,
            List.of(out.x, out.y),
            List.of("s", "t"),
            (body, i, carried) ->
                List.of(body.add(carried.get(0), out.x), body.add(carried.get(1), out.x)));
    assertEquals(2, text(results).split(" = add ", -1).length - 1);
  }

  @Test
  void valuesThatPartInTheSecondIterationStayTwo() {
    Value zero = out.constant(0.0);
    List<Value> results =
        Sketch.loop(
            out,
            out.n,
            List.of(zero, zero, zero),
            List.of("s", "t", "u"),
            // s and t are equal after one iteration, while t and u are equal; u grows on its own.
            (body, i, carried) ->
                List.of(
                    body.add(carried.get(1), out.x),
                    body.add(carried.get(2), out.x),
                    body.multiply(carried.get(2), out.y)));
    assertEquals(2, text(results).split(" = add ", -1).length - 1);
  }

  @Test
  void aCarriedValueThatNeverChangesIsItsStart() {
    List<Value> results =
        Sketch.loop(
            out,
            out.n,
            List.of(out.x, out.y),
            List.of("s", "t"),
            (body, i, carried) ->
                List.of(body.add(carried.get(0), carried.get(1)), carried.get(1)));
    assertEquals(
        """
        %6: int = constant 0
        %10_s: double = for < step 1 %6, %2_n, %0_x (%7_i: int, %8_s: double) {
          %9: double = add %8_s, %1_y
          yield %9
        }
        yield %10_s, %1_y\
        """,
        text(results));
  }

  @Test
  void aWhileCarriesNothingTwiceEither() {
    Builder test = new Builder();
    List<Value> tested = List.of(out.x.renamed("s"), out.x.renamed("t"));
    Value more = test.binary(BinaryOperator.LESS, tested.get(1), out.y);
    Builder body = new Builder();
    List<Value> carried = List.of(out.x.renamed("s"), out.x.renamed("t"));
    Value two = body.constant(2.0);
    List<Value> yields =
        List.of(body.multiply(carried.get(0), two), body.multiply(two, carried.get(1)));
    List<Value> results =
        List.of(out.value(PrimitiveType.DOUBLE, "s"), out.value(PrimitiveType.DOUBLE, "t"));
    out.append(
        new While(
            List.of(out.x, out.x),
            test.region(tested, List.of(more)),
            body.region(carried, yields),
            results,
            SourceRange.NONE));
    assertEquals(
        """
        %11_s: double = while %0_x (%6_s: double) {
          %7: boolean = less %6_s, %1_y
          yield %7
        }
        (%8_s: double) {
          %9: double = constant 2.0
          %10: double = multiply %8_s, %9
          yield %10
        }
        yield %11_s, %11_s\
        """,
        text(results));
  }
}
