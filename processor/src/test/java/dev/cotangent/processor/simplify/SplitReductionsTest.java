package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitReductionsTest {
  private final Sketch out = new Sketch();

  /** Counts from zero to n, or from n down to zero. */
  private List<Value> loop(Reductions.Direction direction, List<Value> initial, Sketch.Body body) {
    if (direction == Reductions.Direction.UP) {
      List<String> names = initial.stream().map(value -> "carried").toList();
      return Sketch.loop(out, out.n, initial, names, body);
    }
    List<Value> carried =
        initial.stream().map(value -> out.value(value.type(), "carried")).toList();
    Value index = out.value(PrimitiveType.INT, "i");
    Builder inner = new Builder();
    List<Value> yields = body.write(inner, index, carried);
    List<Value> results = carried.stream().map(Value::fresh).toList();
    Region region = inner.region(Lists.concat(List.of(index), carried), yields);
    out.append(
        new For(
            out.n,
            out.constant(0),
            -1,
            BinaryOperator.GREATER_EQUAL,
            initial,
            region,
            results,
            SourceRange.NONE));
    return results;
  }

  private static Program split(Program program) {
    return Verifier.verify(new SplitReductions().run(program));
  }

  private static Object[] run(Program program, int n, double[] a, double[] b) {
    return Interpreter.run(program, 0.5, 0.25, n, true, a, b);
  }

  /** {@code sum += x; b[i] += a[i] · sumsBefore} of whole numbers: exact in each order. */
  @ParameterizedTest
  @EnumSource
  void sumsArraysAndCountersAreWhatTheyWere(Reductions.Direction direction) {
    List<Value> all =
        loop(
            direction,
            List.of(out.constant(3.0), out.constant(7), out.constant(0.0)),
            (body, i, carried) -> {
              Value element = body.load(out.a, i);
              Value counted = body.binary(BinaryOperator.ADD, carried.get(1), body.constant(2));
              body.accumulate(out.b, i, body.multiply(element, body.widen(carried.get(1))));
              Value sum = body.add(element, carried.get(0));
              Value less = body.subtract(body.subtract(carried.get(2), element), element);
              return List.of(sum, counted, less);
            });
    Program before = out.program(all.toArray(Value[]::new));
    Program after = split(before);
    assertEquals(2 * Sketch.count(before, For.class), Sketch.count(after, For.class) + 1);
    for (int n : new int[] {-7, -2, -1, 0, 1, 2, 3, 8, 9}) {
      double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
      double[] old = new double[10];
      double[] fresh = new double[10];
      assertEquals(
          Arrays.toString(run(before, n, a, old)), Arrays.toString(run(after, n, a, fresh)));
      assertEquals(Arrays.toString(old), Arrays.toString(fresh), "n = " + n);
    }
  }

  private void assertStays(List<Value> results) {
    Program program = out.program(results.toArray(Value[]::new));
    assertSame(program.main(), split(program).main());
  }

  @Test
  void sumOfTheUsersMethodStays() {
    assertStays(
        loop(
            Reductions.Direction.UP,
            List.of(out.constant(0.0)),
            (body, i, carried) -> {
              Value element = body.load(out.a, i);
              return List.of(
                  Sketch.exact(body, BinaryOperator.ADD, carried.get(0), element, "sum"));
            }));
  }

  @Test
  void sumThatIsSeenOnTheWayStays() {
    assertStays(
        loop(
            Reductions.Direction.DOWN,
            List.of(out.constant(0.0)),
            (body, i, carried) -> {
              Value sum = body.add(carried.get(0), body.load(out.a, i));
              body.store(out.b, i, sum);
              return List.of(sum);
            }));
  }

  @Test
  void whatIsNoSumStays() {
    for (String name : List.of("product", "subtrahend", "twice", "doubled")) {
      List<String> kind = List.of(name);
      Sketch sketch = new Sketch();
      List<Value> results =
          Sketch.loop(
              sketch,
              sketch.n,
              List.of(sketch.constant(1.0)),
              kind,
              (body, i, carried) -> List.of(step(kind.get(0), body, sketch, i, carried.get(0))));
      Program program = sketch.program(results.get(0));
      assertSame(program.main(), split(program).main(), kind.get(0));
    }
  }

  private static Value step(String kind, Builder body, Sketch sketch, Value i, Value old) {
    Value element = body.load(sketch.a, i);
    return switch (kind) {
      case "product" -> body.multiply(old, element);
      case "subtrahend" -> body.subtract(element, old);
      case "doubled" -> body.add(old, old);
      default -> body.add(old, body.multiply(old, element));
    };
  }

  /** What is waited for anyway. */
  @Test
  void sumBesideARecurrenceStays() {
    assertStays(
        loop(
            Reductions.Direction.UP,
            new ArrayList<>(List.of(out.constant(0.0), out.constant(1.0))),
            (body, i, carried) -> {
              Value power = body.multiply(carried.get(1), out.x);
              return List.of(body.add(carried.get(0), power), power);
            }));
  }
}
