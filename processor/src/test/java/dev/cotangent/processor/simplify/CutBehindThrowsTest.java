package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutBehindThrowsTest {
  private final Sketch out = new Sketch();

  private static void fail(Builder out) {
    Value exception = out.value(new ReferenceType("java.lang.Error"), "");
    Opaque creation =
        new Opaque(
            "new {java.lang.Error}()",
            List.of(),
            Opaque.Effect.READS,
            List.of(exception),
            SourceRange.NONE);
    out.append(creation);
    out.append(new Throw(exception, SourceRange.NONE));
  }

  private static Region throwing(Value yield) {
    Builder region = new Builder();
    fail(region);
    return region.region(List.of(), List.of(yield));
  }

  private Value choose(Region first, Region second) {
    Value result = out.value(PrimitiveType.DOUBLE, "r");
    out.append(new If(out.c, first, second, List.of(result), SourceRange.NONE));
    return result;
  }

  @Test
  void aBranchThatThrowsBecomesAGuardAndTheOtherFollowsIt() {
    Builder other = new Builder();
    Region computing = other.region(List.of(), List.of(other.multiply(out.x, out.y)));
    Value result = choose(throwing(out.x), computing);
    assertEquals(
        """
        if %3_c () {
          %6: java.lang.Error = opaque "new {java.lang.Error}()"
          throw %6
          yield
        }
        () {
          yield
        }
        %7: double = multiply %0_x, %1_y
        yield %7\
        """,
        Sketch.text(out.program(result), new CutBehindThrows()));
  }

  @Test
  void nothingIsLeftBehindTwoBranchesThatThrow() {
    Value result = choose(throwing(out.x), throwing(out.y));
    assertEquals(
        """
        %6: double = constant 0.0
        if %3_c () {
          %7: java.lang.Error = opaque "new {java.lang.Error}()"
          throw %7
          yield
        }
        () {
          yield
        }
        %8: java.lang.Error = opaque "new {java.lang.Error}()"
        throw %8
        yield %6\
        """,
        Sketch.text(out.program(out.add(result, out.x)), new CutBehindThrows()));
  }
}
