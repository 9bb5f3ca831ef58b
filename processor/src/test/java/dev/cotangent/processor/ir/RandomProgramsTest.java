package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomProgramsTest {
  @Property(tries = 300)
  void programsAreWellFormedAndCopiesBehaveAlike(@ForAll long seed) {
    Program program = new RandomPrograms(seed).freeShare(0.3).next();
    Verifier.verify(program);
    Program copy = Verifier.verify(new Rewriter().rewrite(program));
    assertEquals(program.toString(), copy.toString());
    Behaviour.assertSame(program, copy, Behaviour.arguments(new Random(seed)));
  }

  @Test
  void mostProgramsEndWithNumbers() {
    int numbers = 0;
    for (int seed = 0; seed < 200; seed++) {
      Program program = new RandomPrograms(seed).next();
      Behaviour behaviour = Behaviour.of(program, Behaviour.arguments(new Random(seed)));
      boolean ended = behaviour.results().size() == 4;
      numbers += ended && behaviour.results().stream().noneMatch("NaN"::equals) ? 1 : 0;
    }
    assertTrue(numbers > 100, "only " + numbers + " of 200");
  }
}
