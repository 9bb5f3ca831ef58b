package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@link UnrollShortLoops} before it. */
class ScalarizeSmallArraysTest {
  private final Sketch out = new Sketch();
  private final Value small = make("small");

  private Value make(String name) {
    return out.alloc(ArrayType.DOUBLES, out.constant(3), Alloc.Purpose.PRIMAL, name);
  }

  /** After both passes; the results stay what they were, for several arguments. */
  private Program passed(Value... results) {
    Program before = out.program(results);
    Program after = new ScalarizeSmallArrays().run(new UnrollShortLoops().run(before));
    for (int n = 0; n < 3; n++) {
      for (boolean c : new boolean[] {true, false}) {
        double[] a = {1, 2, 3};
        double[] b = {4, 5, 6};
        assertArrayEquals(
            Interpreter.run(before, 0.5, 0.25, n, c, a.clone(), b.clone()),
            Interpreter.run(after, 0.5, 0.25, n, c, a.clone(), b.clone()));
      }
    }
    return after;
  }

  private static int arrays(Program program) {
    return Sketch.count(program, Alloc.class);
  }

  @Test
  void knownIndicesMakeVariables() {
    out.store(small, out.constant(1), out.x);
    Value sum = out.add(out.load(small, out.constant(1)), out.load(small, out.constant(2)));
    assertEquals(0, arrays(passed(out.add(sum, out.widen(out.length(small))))));
  }

  @Test
  void aShortLoopOverTheArrayIsUnrolled() {
    Sketch.loop(
        out,
        out.constant(3),
        List.of(),
        List.of(),
        (body, i, carried) -> {
          body.store(small, i, body.multiply(out.x, body.load(out.a, i)));
          return List.of();
        });
    Program after = passed(out.load(small, out.constant(2)));
    assertEquals(0, arrays(after));
    assertEquals(0, Sketch.count(after, For.class));
  }

  @Test
  void otherShortLoopsStay() {
    Value sum =
        Sketch.loop(
                out,
                out.constant(3),
                List.of(out.x),
                List.of("sum"),
                (body, i, carried) -> List.of(body.add(carried.get(0), body.load(out.a, i))))
            .get(0);
    assertEquals(1, Sketch.count(passed(sum), For.class));
  }

  @Test
  void aLoopCarriesWhatItWrites() {
    Value first = out.constant(0);
    Sketch.loop(
        out,
        out.n,
        List.of(),
        List.of(),
        (body, i, carried) -> {
          body.store(small, first, body.add(body.load(small, first), out.x));
          return List.of();
        });
    assertEquals(0, arrays(passed(out.load(small, first))));
  }

  @Test
  void eachBranchMayMakeItsOwn() {
    Value result = branches(make(out), make(out));
    assertEquals(0, arrays(passed(out.load(result, out.constant(0)))));
  }

  @Test
  void aBranchThatGivesTheArrayFromOutsideGivesAnotherName() {
    Region own = make(out);
    Region given = new Region(List.of(), List.of(), List.of(small));
    Value result = branches(own, given);
    out.store(result, out.constant(0), out.y);
    assertEquals(2, arrays(passed(out.load(small, out.constant(0)))));
  }

  private Region make(Sketch around) {
    Sketch inner = new Sketch();
    Value made = inner.alloc(ArrayType.DOUBLES, inner.constant(3), Alloc.Purpose.PRIMAL, "made");
    inner.store(made, inner.constant(0), around.x);
    return inner.region(List.of(), List.of(made));
  }

  private Value branches(Region first, Region second) {
    Value result = out.value(ArrayType.DOUBLES, "result");
    out.append(new If(out.c, first, second, List.of(result), SourceRange.NONE));
    return result;
  }

  @Test
  void whatAConditionWritesTheBodyReads() {
    Value first = out.constant(0);
    Value counted = out.value(PrimitiveType.DOUBLE, "counted");
    Builder test = new Builder();
    Value next = test.add(test.load(small, first), test.constant(1.0));
    test.store(small, first, next);
    Value going = test.binary(BinaryOperator.LESS, next, test.constant(3.0));
    Builder body = new Builder();
    Value sum = body.add(counted, body.load(small, first));
    Value result = counted.fresh();
    out.append(
        new While(
            List.of(out.x),
            test.region(List.of(counted.fresh()), List.of(going)),
            body.region(List.of(counted), List.of(sum)),
            List.of(result),
            SourceRange.NONE));
    assertEquals(1, arrays(passed(result)));
  }

  @Test
  void anUnknownIndexKeepsTheArray() {
    out.store(small, out.n, out.x);
    assertEquals(1, arrays(passed(out.load(small, out.constant(0)))));
  }

  @Test
  void anIndexBeyondTheLengthKeepsTheArray() {
    Program before = out.program(out.load(small, out.constant(3)));
    assertEquals(1, arrays(new ScalarizeSmallArrays().run(before)));
  }
}
