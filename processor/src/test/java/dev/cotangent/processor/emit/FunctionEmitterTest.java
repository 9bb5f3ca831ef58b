package dev.cotangent.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionEmitterTest {
  @Test
  void accumulationKeepsItsVariable() throws Throwable {
    Builder out = new Builder();
    Value a = out.value(ArrayType.DOUBLES, "a");
    Value i = out.value(PrimitiveType.INT, "i");
    Value sum = out.value(PrimitiveType.DOUBLE, "sum");
    Builder body = new Builder();
    Value next = body.add(sum, body.load(a, i));
    Value total = sum.fresh();
    Value zero = out.constant(0.0);
    Value start = out.constant(0);
    Value bound = out.length(a);
    out.append(
        new For(
            start,
            bound,
            1,
            BinaryOperator.LESS,
            List.of(zero),
            body.region(List.of(i, sum), List.of(next)),
            List.of(total),
            SourceRange.NONE));
    Function function = new Function("f", out.region(List.of(a), List.of(total)));
    assertEquals(
        """
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
          sum += a[i];
        }
        return sum;
        """,
        FunctionEmitter.body(function, Frame.of(List.of("a"))).toString());
    EmittedClass emitted = new EmittedClass();
    emitted.add("f", Program.of(function));
    assertEquals(6.5, emitted.run("f", function, new double[] {1, 2, 3.5})[0]);
  }
}
