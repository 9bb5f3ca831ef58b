package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records give way to their components, and helpers' further results to arrays. */
class ScatterRecordsTest {
  private static final RecordType PAIR =
      new RecordType(
          "Pair",
          List.of(
              new RecordType.Component("first", PrimitiveType.DOUBLE),
              new RecordType.Component("second", PrimitiveType.DOUBLE)));
  private static final RecordType NESTED =
      new RecordType(
          "Nested",
          List.of(
              new RecordType.Component("count", PrimitiveType.INT),
              new RecordType.Component("pair", PAIR)));

  private static Value make(Builder out, RecordType type, String name, Value... components) {
    Value record = new Value(type, name, SourceRange.NONE);
    out.append(new MakeRecord(List.of(components), record));
    return record;
  }

  private static Value read(Builder out, Value record, int index) {
    RecordType type = (RecordType) record.type();
    Value result = new Value(type.components().get(index).type());
    out.append(new ReadComponent(record, index, result));
    return result;
  }

  /** {@code swap(n) = (n.count, (n.pair.second, n.pair.first * 2))}. */
  private static Function swap() {
    Builder out = new Builder();
    Value nested = new Value(NESTED, "n", SourceRange.NONE);
    Value pair = read(out, nested, 1);
    Value doubled = out.multiply(read(out, pair, 0), out.constant(2.0));
    Value swapped = make(out, PAIR, "", read(out, pair, 1), doubled);
    Value result = make(out, NESTED, "", read(out, nested, 0), swapped);
    return new Function("swap", out.region(List.of(nested), List.of(result)));
  }

  private static Program program() {
    Builder out = new Builder();
    Value x = new Value(PrimitiveType.DOUBLE, "x", SourceRange.NONE);
    Value pair = make(out, PAIR, "p", x, out.multiply(x, x));
    Value nested = make(out, NESTED, "n", out.constant(3), pair);
    Value swapped = new Value(NESTED, "s", SourceRange.NONE);
    out.append(new Call("swap", List.of(nested), List.of(swapped), SourceRange.NONE));
    Value inner = read(out, swapped, 1);
    Value result = out.subtract(read(out, inner, 0), read(out, inner, 1));
    Function main = new Function("main", out.region(List.of(x), List.of(result)));
    return Verifier.verify(new Program(main, Map.of("swap", swap())));
  }

  @Test
  void noRecordIsLeftAndTheResultIsTheSame() {
    Program scattered = Verifier.verify(new ScatterRecords().run(program()));
    String text = scattered.toString();
    assertTrue(text.contains("nPairFirst") && text.contains("sPairSecond"), text);
    assertEquals(-1, text.indexOf("record"), text);
    assertArrayEquals(Interpreter.run(program(), 3.0), Interpreter.run(scattered, 3.0));
  }

  @Test
  void helpersKeepOneResultAndHandTheOthersBackInArraysByType() {
    Program scattered = new ScatterRecords().run(program());
    Program handed = Verifier.verify(new HandBackResults().run(scattered));
    Function swap = handed.helper("swap");
    assertEquals(1, swap.results().size());
    assertEquals(4, swap.parameters().size());
    assertArrayEquals(Interpreter.run(program(), 3.0), Interpreter.run(handed, 3.0));
  }
}
