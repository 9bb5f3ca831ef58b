package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InlineCallsTest {
  private static Value call(Builder out, String callee, String name, Value argument) {
    Value result = out.value(PrimitiveType.DOUBLE, name);
    out.append(new Call(callee, List.of(argument), List.of(result), SourceRange.NONE));
    return result;
  }

  /** {@code name(v) = f(f(…f(v)))} for some {@code size} operations. */
  private static Function chain(String name, int size) {
    Builder out = new Builder();
    Value v = out.value(PrimitiveType.DOUBLE, "v");
    Value result = v;
    for (int k = 0; k < size; k++) {
      result = out.math("sin", result);
    }
    return new Function(name, out.region(List.of(v), List.of(result)));
  }

  private static Function caller(String name, String callee, int times) {
    Builder out = new Builder();
    Value u = out.value(PrimitiveType.DOUBLE, "u");
    Value result = u;
    for (int k = 0; k < times; k++) {
      result = call(out, callee, "t", result);
    }
    return new Function(name, out.region(List.of(u), List.of(result)));
  }

  private static Program program(Function main, Function... helpers) {
    Map<String, Function> map = new LinkedHashMap<>();
    for (Function helper : helpers) {
      map.put(helper.name(), helper);
    }
    return Verifier.verify(new Program(main, map));
  }

  private static Program inlined(Program program) {
    Program result = Passes.run(List.of(new InlineCalls(), new RemoveUnusedHelpers()), program);
    assertEquals(
        Interpreter.run(program, 0.5)[0], Interpreter.run(result, 0.5)[0], result::toString);
    return result;
  }

  @Test
  void aSmallHelperDisappearsAndItsResultKeepsTheCallersName() {
    Program program = inlined(program(caller("f", "g", 2), chain("g", 1)));
    assertEquals(
        """
        function f(%0_u: double) {
          %1_t: double = Math.sin %0_u
          %2_t: double = Math.sin %1_t
          yield %2_t
        }

        """,
        program.toString());
  }

  @Test
  void helpersOfHelpersDisappearToo() {
    Program program = inlined(program(caller("f", "g", 1), caller("g", "h", 2), chain("h", 3)));
    assertEquals(0, program.helpers().size());
    assertEquals(6, program.main().body().ops().size());
  }

  @Test
  void aBigHelperCalledOnceDisappearsAndOneCalledTwiceStays() {
    assertEquals(0, inlined(program(caller("f", "g", 1), chain("g", 100))).helpers().size());
    assertEquals(1, inlined(program(caller("f", "g", 2), chain("g", 100))).helpers().size());
  }

  @Test
  void aFunctionDoesNotGrowWithoutBound() {
    Program program = inlined(program(caller("f", "g", 50), chain("g", 30)));
    assertEquals(1, program.helpers().size());
    assertEquals(true, program.main().body().ops().size() <= 400);
  }

  @Test
  void recursiveHelpersStay() {
    Builder out = new Builder();
    Value v = out.value(PrimitiveType.DOUBLE, "v");
    Builder again = new Builder();
    Value deeper = call(again, "g", "", again.subtract(v, again.constant(1.0)));
    Builder end = new Builder();
    Value result = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new If(
            out.binary(BinaryOperator.GREATER, v, out.constant(0.0)),
            again.region(List.of(), List.of(deeper)),
            end.region(List.of(), List.of(v)),
            List.of(result),
            SourceRange.NONE));
    Function g = new Function("g", out.region(List.of(v), List.of(result)));
    assertEquals(1, inlined(program(caller("f", "g", 1), g)).helpers().size());
  }

  @Test
  void onlyTheChosenResultsRemain() {
    Builder out = new Builder();
    Value u = out.value(PrimitiveType.DOUBLE, "u");
    Value v = out.value(PrimitiveType.DOUBLE, "v");
    Program program =
        program(new Function("f", out.region(List.of(u, v), List.of(u, v, out.add(u, v)))));
    Program selected = new SelectResults(List.of(1, 0)).run(program);
    assertEquals(List.of(2.0, 1.0), List.of(Interpreter.run(selected, 1.0, 2.0)));
  }
}
