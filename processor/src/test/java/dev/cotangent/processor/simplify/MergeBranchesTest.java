package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeBranchesTest {
  private final Sketch out = new Sketch();

  /** {@code c ? function(value) : value}. */
  private Value chosen(String function, Value value) {
    Builder first = new Builder();
    Value applied = first.math(function, value);
    Value result = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new If(
            out.c,
            first.region(List.of(), List.of(applied)),
            new Builder().region(List.of(), List.of(value)),
            List.of(result),
            SourceRange.NONE));
    return result;
  }

  @Test
  void twoBranchesOnOneConditionAreOne() {
    Value first = chosen("sin", out.x);
    Value second = chosen("cos", out.multiply(out.y, out.y));
    assertEquals(
        """
        %6: double = multiply %1_y, %1_y
        %9: double, %10: double = if %3_c () {
          %7: double = Math.sin %0_x
          %8: double = Math.cos %6
          yield %7, %8
        }
        () {
          yield %0_x, %6
        }
        %11: double = add %9, %10
        yield %11\
        """,
        Sketch.text(out.program(out.add(first, second)), new MergeBranches()));
  }

  @Test
  void theSecondSeesWhatTheFirstYields() {
    Value second = chosen("cos", chosen("sin", out.x));
    assertEquals(
        """
        %8: double, %9: double = if %3_c () {
          %6: double = Math.sin %0_x
          %7: double = Math.cos %6
          yield %6, %7
        }
        () {
          yield %0_x, %0_x
        }
        yield %9\
        """,
        Sketch.text(out.program(second), new MergeBranches()));
  }

  @Test
  void branchesWithSomethingBetweenThatNeedsTheFirstStayTwo() {
    Value first = chosen("sin", out.x);
    Value second = chosen("cos", out.multiply(first, first));
    assertEquals(2, Sketch.count(new MergeBranches().run(out.program(second)), If.class));
  }

  @Test
  void branchesWithAnEffectBetweenStayTwo() {
    Value first = chosen("sin", out.x);
    out.store(out.a, out.n, out.x);
    Value second = chosen("cos", out.x);
    assertEquals(2, Sketch.count(new MergeBranches().run(out.program(first, second)), If.class));
  }
}
