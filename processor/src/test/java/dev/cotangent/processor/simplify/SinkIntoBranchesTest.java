package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinkIntoBranchesTest {
  private final Sketch out = new Sketch();

  /** {@code condition ? x : other}. */
  private Value unless(Value condition, Value other) {
    Value result = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new If(
            condition,
            new Builder().region(List.of(), List.of(out.x)),
            new Builder().region(List.of(), List.of(other)),
            List.of(result),
            SourceRange.NONE));
    return result;
  }

  /** The number of divisions after dead code is gone. */
  private int divisions(Value... results) {
    return (int)
        Sketch.text(out.program(results), new SinkIntoBranches(), new EliminateDeadCode())
            .lines()
            .filter(line -> line.contains("divide"))
            .count();
  }

  @Test
  void chainsMoveIntoTheOnlyBranchThatNeedsThem() {
    Value quotient = out.divide(out.x, out.y);
    Value result = unless(out.c, out.multiply(quotient, quotient));
    assertEquals(
        """
        %8: double = if %3_c () {
          yield %0_x
        }
        () {
          %6: double = divide %0_x, %1_y
          %7: double = multiply %6, %6
          yield %7
        }
        yield %8\
        """,
        Sketch.text(out.program(result), new SinkIntoBranches(), new EliminateDeadCode()));
  }

  @Test
  void whatIsAlsoComparedIsRepeated() {
    Value quotient = out.divide(out.x, out.y);
    Value undefined = out.binary(BinaryOperator.NOT_EQUAL, quotient, quotient);
    assertEquals(2, divisions(unless(undefined, quotient)));
  }

  @Test
  void whatBothBranchesNeedStays() {
    Value quotient = out.divide(out.x, out.y);
    Value result = unless(out.c, quotient);
    assertEquals(1, divisions(out.add(result, quotient)));
  }

  @Test
  void nestedBranchesTakeWhatOnlyTheInnerOneNeeds() {
    Value quotient = out.divide(out.x, out.y);
    Builder inner = new Builder();
    Value chosen = inner.select(out.c, out.y, quotient);
    Value result = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new If(
            out.c,
            inner.region(List.of(), List.of(chosen)),
            new Builder().region(List.of(), List.of(out.x)),
            List.of(result),
            SourceRange.NONE));
    assertEquals(
        """
        %8: double = if %3_c () {
          %7: double = if %3_c () {
            yield %1_y
          }
          () {
            %6: double = divide %0_x, %1_y
            yield %6
          }
          yield %7
        }
        () {
          yield %0_x
        }
        yield %8\
        """,
        Sketch.text(out.program(result), new SinkIntoBranches(), new EliminateDeadCode()));
  }

  @Test
  void nothingMovesIntoLoops() {
    Value quotient = out.divide(out.x, out.y);
    Value sum =
        Sketch.loop(
                out,
                out.n,
                List.of(out.x),
                List.of("sum"),
                (body, index, carried) -> List.of(body.add(carried.get(0), quotient)))
            .get(0);
    assertEquals(1, divisions(sum));
    assertEquals(2, Sketch.count(out.program(sum), Binary.class));
  }

  @Test
  void whatReadsMemoryStays() {
    Value element = out.load(out.a, out.n);
    Value result = unless(out.c, element);
    assertEquals(
        out.program(result).toString(), new SinkIntoBranches().run(out.program(result)).toString());
  }
}
