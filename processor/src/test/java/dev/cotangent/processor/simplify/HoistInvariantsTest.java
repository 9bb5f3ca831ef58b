package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoistInvariantsTest {
  private final Sketch out = new Sketch();

  private String text(Sketch.Body body) {
    Value sum = Sketch.loop(out, out.n, List.of(out.x), List.of("sum"), body).get(0);
    return Sketch.text(out.program(sum), new HoistInvariants());
  }

  @Test
  void aProductOfOuterValuesLeavesWithItsLiteral() {
    assertEquals(
        """
        %6: int = constant 0
        %7: double = constant 2.0
        %8: double = multiply %7, %1_y
        %12_sum: double = for < step 1 %6, %2_n, %0_x (%9_i: int, %10_sum: double) {
          %11: double = add %10_sum, %8
          yield %11
        }
        yield %12_sum\
        """,
        text(
            (body, i, carried) ->
                List.of(body.add(carried.get(0), body.multiply(body.constant(2.0), out.y)))));
  }

  @Test
  void whatAnInnerLoopDoesNotChangeLeavesTheOuterLoopToo() {
    String text =
        text(
            (body, i, carried) ->
                Sketch.loop(
                    body,
                    out.n,
                    List.of(carried.get(0)),
                    List.of("inner"),
                    (inner, j, values) ->
                        List.of(inner.add(values.get(0), inner.math("exp", out.y)))));
    assertEquals("%7: double = Math.exp %1_y", text.split("\n", -1)[1]);
  }

  @Test
  void literalsComparisonsAndLoadsStay() {
    String text =
        text(
            (body, i, carried) -> {
              Value less = body.binary(BinaryOperator.LESS, out.x, out.y);
              Value element = body.load(out.a, out.n);
              Value chosen = body.select(less, element, body.constant(1.0));
              return List.of(body.add(carried.get(0), chosen));
            });
    assertEquals("%6: int = constant 0", text.split("\n", -1)[0]);
    assertEquals(true, text.split("\n", -1)[1].contains(" = for "), text);
  }

  @Test
  void anIntegerDivisionStaysBecauseItMayThrow() {
    String text =
        text(
            (body, i, carried) ->
                List.of(body.add(carried.get(0), body.widen(body.divide(out.n, out.n)))));
    assertEquals(true, text.split("\n", -1)[1].contains(" = for "), text);
  }
}
