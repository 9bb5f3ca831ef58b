package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MergeRecordsTest {
  private final Value x = new Value(PrimitiveType.DOUBLE, "x", SourceRange.NONE);
  private final Value n = new Value(PrimitiveType.INT, "n", SourceRange.NONE);

  @Test
  void manyRecordsBecomeOneArray() {
    Program program = recording(20, false);
    Program merged = Verifier.verify(new MergeRecords().run(program));
    assertEquals(1, records(merged));
    for (int trips : new int[] {0, 1, 7}) {
      Behaviour.assertSame(program, merged, 0.5, trips);
    }
  }

  @Test
  void fewRecordsStayApart() {
    assertEquals(3, records(new MergeRecords().run(recording(3, false))));
  }

  @Test
  void anArrayWhoseLengthIsReadStaysApart() {
    Program program = recording(20, true);
    Program merged = Verifier.verify(new MergeRecords().run(program));
    assertEquals(2, records(merged));
    Behaviour.assertSame(program, merged, 0.5, 7);
  }

  private static int records(Program program) {
    AtomicInteger count = new AtomicInteger();
    Structure.forEach(program.main().body(), op -> count.addAndGet(op instanceof Alloc ? 1 : 0));
    return count.get();
  }

  /** A loop that fills as many arrays, and one that adds up what they hold. */
  private Program recording(int many, boolean readsLength) {
    Builder out = new Builder();
    List<Value> arrays = new ArrayList<>();
    for (int k = 0; k < many; k++) {
      arrays.add(out.alloc(ArrayType.DOUBLES, n, Alloc.Purpose.RECORD, "record"));
    }
    Builder fill = new Builder();
    Value i = new Value(PrimitiveType.INT, "i", SourceRange.NONE);
    for (int k = 0; k < many; k++) {
      fill.store(arrays.get(k), i, fill.multiply(x, fill.constant(k + 0.5)));
    }
    loop(out, fill, i, List.of(), List.of(), List.of());
    Builder add = new Builder();
    Value j = new Value(PrimitiveType.INT, "j", SourceRange.NONE);
    Value carried = new Value(PrimitiveType.DOUBLE, "sum", SourceRange.NONE);
    Value sum = carried;
    for (int k = 0; k < many; k++) {
      sum = add.add(add.multiply(sum, x), add.load(arrays.get(k), j));
    }
    Value total = carried.fresh();
    loop(out, add, j, List.of(carried), List.of(sum), List.of(total));
    Value length = readsLength ? out.length(arrays.get(2)) : n;
    List<Value> results = List.of(total, length);
    return Program.of(new Function("f", out.region(List.of(x, n), results)));
  }

  private void loop(
      Builder out,
      Builder body,
      Value index,
      List<Value> carried,
      List<Value> next,
      List<Value> results) {
    List<Value> parameters = new ArrayList<>(List.of(index));
    parameters.addAll(carried);
    List<Value> initial = carried.stream().map(value -> out.constant(0.0)).toList();
    out.append(
        new For(
            out.constant(0),
            n,
            1,
            BinaryOperator.LESS,
            initial,
            body.region(parameters, next),
            results,
            SourceRange.NONE));
  }
}
