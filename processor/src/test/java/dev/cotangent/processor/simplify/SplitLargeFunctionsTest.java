package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
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
