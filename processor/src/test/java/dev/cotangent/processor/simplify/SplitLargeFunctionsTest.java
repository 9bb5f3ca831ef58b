package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitLargeFunctionsTest {
  @Property(tries = 300)
  void partsTogetherDoWhatTheWholeDoes(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 500) int largest) {
    Program program = new RandomPrograms(seed).freeShare(0.3).next();
    Program split = Verifier.verify(new SplitLargeFunctions(largest).run(program));
    Behaviour.assertSame(program, split, Behaviour.arguments(new Random(seed)));
  }

  @Test
  void whatIsSmallStaysWhole() {
    Program program = chain(10);
    assertSame(
        program.main(), new SplitLargeFunctions(SplitLargeFunctions.LARGEST).run(program).main());
  }

  @Test
  void noPartIsLargerThanTheLimit() {
    Program split = Verifier.verify(new SplitLargeFunctions(2000).run(chain(3000)));
    assertTrue(split.helpers().size() > 10, "parts: " + split.helpers().size());
    for (Function function : split.functions()) {
      int size = BytecodeEstimate.of(function);
      assertTrue(size <= 2000, function.name() + " has about " + size);
    }
  }

  @Test
  void partsAreCalledInTheOrderOfTheirOperations() {
    Program split = new SplitLargeFunctions(2000).run(chain(300));
    List<String> calls =
        split.main().body().ops().stream()
            .filter(Call.class::isInstance)
            .map(op -> ((Call) op).callee())
            .toList();
    assertEquals(List.copyOf(split.helpers().keySet()), calls);
  }

  /** What it hands to a part, it would hand over in each iteration. */
  @Test
  void innermostLoopStaysWholeAmongManyLoops() {
    Sketch out = new Sketch();
    List<Value> sum = List.of(out.constant(0.0));
    for (int i = 0; i < 14; i++) {
      sum =
          Sketch.loop(out, out.n, sum, List.of("sum"), (body, j, old) -> powers(body, old.get(0)));
    }
    Program program = out.program(sum.get(0));
    int whole = BytecodeEstimate.of(program.main());
    assertTrue(whole > 14 * 1200, "about " + whole);

    Program split =
        Verifier.verify(new SplitLargeFunctions(SplitLargeFunctions.LARGEST).run(program));
    assertTrue(split.helpers().size() >= 14, "parts: " + split.helpers().size());
    split.functions().forEach(function -> assertNoCallInLoop(function.body(), false));
  }

  private static List<Value> powers(Builder body, Value x) {
    Value power = x;
    Value sum = x;
    for (int i = 0; i < 100; i++) {
      power = body.multiply(power, x);
      sum = body.add(sum, power);
    }
    return List.of(sum);
  }

  private static void assertNoCallInLoop(Region region, boolean inLoop) {
    for (Op op : region.ops()) {
      assertFalse(inLoop && op instanceof Call, op::toString);
      op.regions().forEach(inner -> assertNoCallInLoop(inner, inLoop || op instanceof For));
    }
  }

  /** A chain of sines, each result of which the last of the operations read once more. */
  private static Program chain(int length) {
    Value x = new Value(PrimitiveType.DOUBLE, "x", SourceRange.NONE);
    Builder out = new Builder();
    List<Value> links = new ArrayList<>(List.of(x));
    for (int i = 0; i < length; i++) {
      links.add(out.math("sin", links.get(i)));
    }
    Value sum = x;
    for (Value link : links) {
      sum = out.multiply(sum, link);
    }
    return Program.of(new Function("f", out.region(List.of(x), List.of(sum))));
  }
}
