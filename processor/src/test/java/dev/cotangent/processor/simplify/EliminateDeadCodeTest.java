package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EliminateDeadCodeTest {
  private static final Pass PASS = new EliminateDeadCode();

  private final Sketch out = new Sketch();

  @Test
  void unusedArithmeticGoes() {
    out.math("sin", out.multiply(out.x, out.y));
    assertEquals("yield %0_x", Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void aLoadThatMayThrowStays() {
    out.load(out.a, out.n);
    assertEquals(
        """
        %6: double = load %4_a, %2_n
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void whereTheFunctionReturnsNothingIsKeptForItsExceptions() {
    out.load(out.a, out.n);
    out.divide(out.n, out.n);
    Pass pass = new EliminateDeadCode(new Facts(Set.of(), Set.of(), true));
    assertEquals("yield %0_x", Sketch.text(out.program(out.x), pass));
  }

  @Test
  void whereTheFunctionReturnsItsEffectsStay() {
    out.store(out.a, out.n, out.x);
    Pass pass = new EliminateDeadCode(new Facts(Set.of(), Set.of(), true));
    assertEquals(
        """
        store %4_a, %2_n, %0_x
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), pass));
  }

  @Test
  void whatIsAddedUpInScratchThatNobodyReadsGoes() {
    out.accumulate(out.a, out.n, out.y);
    Facts scratch = new Facts(Set.of(4), Set.of(4), false);
    assertEquals("yield %0_x", Sketch.text(out.program(out.x), new EliminateDeadCode(scratch)));
    Facts result = new Facts(Set.of(4), Set.of(), false);
    assertEquals(
        """
        %6: double = load %4_a, %2_n
        %7: double = add %6, %1_y
        store %4_a, %2_n, %7
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), new EliminateDeadCode(result)));
  }

  @Test
  void scratchThatIsReadKeepsItsStores() {
    out.store(out.a, out.n, out.x);
    Value read = out.load(out.a, out.n);
    Facts scratch = new Facts(Set.of(4), Set.of(4), false);
    assertEquals(
        """
        store %4_a, %2_n, %0_x
        %6: double = load %4_a, %2_n
        yield %6\
        """,
        Sketch.text(out.program(read), new EliminateDeadCode(scratch)));
  }

  @Test
  void aLoadOverTheArraysOwnLengthGoesWithItsLoop() {
    Value length = out.length(out.a);
    Sketch.loop(
        out,
        length,
        List.of(out.x),
        List.of("sum"),
        (body, i, carried) -> List.of(body.add(carried.get(0), body.load(out.a, i))));
    assertEquals(
        """
        %6: int = length %4_a
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void anIntegerDivisionThatMayThrowStays() {
    out.divide(out.n, out.constant(2));
    out.divide(out.n, out.n);
    assertEquals(
        """
        %6: int = divide %2_n, %2_n
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void aCarriedValueThatOnlyFeedsItselfGoes() {
    List<Value> results =
        Sketch.loop(
            out,
            out.n,
            List.of(out.x, out.y),
            List.of("s", "t"),
            (body, i, carried) ->
                List.of(body.add(carried.get(0), out.y), body.multiply(carried.get(1), out.x)));
    assertEquals(
        """
        %6: int = constant 0
        %10_s: double = for < step 1 %6, %2_n, %0_x (%7_i: int, %8_s: double) {
          %9: double = add %8_s, %1_y
          yield %9
        }
        yield %10_s\
        """,
        Sketch.text(out.program(results.get(0)), PASS));
  }

  @Test
  void anUnusedResultOfAnIfGoesWithWhatFeedsIt() {
    Builder first = new Builder();
    Value sin = first.math("sin", out.x);
    Builder second = new Builder();
    Value cos = second.math("cos", out.x);
    Value used = out.value(PrimitiveType.DOUBLE, "used");
    out.append(
        new If(
            out.c,
            first.region(List.of(), List.of(sin, out.x)),
            second.region(List.of(), List.of(cos, out.y)),
            List.of(out.value(PrimitiveType.DOUBLE, "unused"), used),
            SourceRange.NONE));
    assertEquals(
        """
        %6_used: double = if %3_c () {
          yield %0_x
        }
        () {
          yield %1_y
        }
        yield %6_used\
        """,
        Sketch.text(out.program(used), PASS));
  }

  @Test
  void aWhileStaysBecauseItMayNotEnd() {
    Builder test = new Builder();
    Value forever = test.constant(true);
    out.append(
        new While(
            List.of(),
            test.region(List.of(), List.of(forever)),
            new Region(List.of(), List.of(), List.of()),
            List.of(),
            SourceRange.NONE));
    assertEquals(
        """
        while  () {
          %6: boolean = constant true
          yield %6
        }
        () {
          yield
        }
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void aRecordThatNobodyReadsGoesWithItsStores() {
    Value record = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.RECORD, "xs");
    Sketch.loop(
        out,
        out.n,
        List.of(),
        List.of(),
        (body, i, carried) -> {
          body.store(record, i, body.math("exp", out.x));
          return List.of();
        });
    assertEquals("yield %0_x", Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void aRecordThatIsReadKeepsItsStores() {
    Value record = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.RECORD, "xs");
    out.store(record, out.n, out.x);
    assertEquals(
        """
        %6_xs: double[] = alloc record %2_n
        store %6_xs, %2_n, %0_x
        %7: double = load %6_xs, %2_n
        yield %7\
        """,
        Sketch.text(out.program(out.load(record, out.n)), PASS));
  }

  @Test
  void aLocalArrayOfTheUsersKeepsItsExceptions() {
    Value local = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "local");
    out.store(local, out.n, out.x);
    assertEquals(
        """
        %6_local: double[] = alloc primal %2_n
        store %6_local, %2_n, %0_x
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), PASS));
  }

  @Test
  void storesIntoAShadowParameterStayAndItsUnusedLoadsGo() {
    out.accumulate(out.b, out.n, out.x);
    out.load(out.b, out.n);
    assertEquals(
        """
        %6: double = load %5_b, %2_n
        %7: double = add %6, %0_x
        store %5_b, %2_n, %7
        yield %0_x\
        """,
        Sketch.text(out.program(out.x), new EliminateDeadCode(Facts.shadows(5, 1))));
  }
}
