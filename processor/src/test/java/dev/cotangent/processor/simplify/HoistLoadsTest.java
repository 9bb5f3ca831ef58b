package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoistLoadsTest {
  private final Sketch out = new Sketch();

  /** What an inner iteration does besides reading. */
  @FunctionalInterface
  private interface Inner {
    void write(Builder body, Value array, Value outerIndex, Value index);
  }

  /** Adds up {@code array[outer]} in an inner loop; how many loads the inner loop still has. */
  private int innerLoads(Value array, Value bound, Inner inner) {
    List<Value> sum =
        Sketch.loop(
            out,
            bound,
            List.of(out.constant(0.0)),
            List.of("sum"),
            (body, i, carried) ->
                Sketch.loop(
                    body,
                    out.n,
                    carried,
                    List.of("inner"),
                    (deep, j, sums) -> {
                      Value element = deep.load(array, i);
                      inner.write(deep, array, i, j);
                      return List.of(deep.add(sums.get(0), element));
                    }));
    Program after = new HoistLoads().run(out.program(sum.get(0)));
    return loads(after.main().body(), 0);
  }

  private static int loads(Region region, int depth) {
    int count = 0;
    for (Op op : region.ops()) {
      count += depth == 2 && op instanceof Load ? 1 : 0;
      for (Region inner : op.regions()) {
        count += loads(inner, depth + (op instanceof For ? 1 : 0));
      }
    }
    return count;
  }

  private static void nothing(Builder body, Value array, Value outerIndex, Value index) {
    // Only reads.
  }

  @Test
  void anElementWhoseIndexIsInBoundsIsReadOnce() {
    assertEquals(0, innerLoads(out.a, out.length(out.a), HoistLoadsTest::nothing));
  }

  @Test
  void soIsOneOfANewArray() {
    Value made = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "made");
    assertEquals(0, innerLoads(made, out.n, HoistLoadsTest::nothing));
  }

  @Test
  void whatMayThrowIsReadWhereItWas() {
    assertEquals(1, innerLoads(out.a, out.n, HoistLoadsTest::nothing));
  }

  @Test
  void whatTheLoopMayOverwriteIsReadEachTime() {
    Value bound = out.length(out.a);
    assertEquals(1, innerLoads(out.a, bound, (body, a, i, j) -> body.store(out.b, j, out.x)));
  }

  @Test
  void anotherArrayMayBeWritten() {
    Value other = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.PRIMAL, "other");
    Value bound = out.length(out.a);
    assertEquals(0, innerLoads(out.a, bound, (body, a, i, j) -> body.store(other, j, out.x)));
  }
}
