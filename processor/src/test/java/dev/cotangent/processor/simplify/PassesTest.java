package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Behaviour;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PassesTest {
  @Property(tries = 500)
  void theStandardPassesKeepEveryBitOfExactPrograms(@ForAll long seed) {
    Program program = new RandomPrograms(seed).next();
    Program simplified = Verifier.verify(Passes.run(Passes.STANDARD, program));
    Behaviour.assertSame(program, simplified, Behaviour.arguments(new Random(seed)));
  }

  @Test
  void aPassThatBreaksTheProgramIsNamed() {
    Function broken =
        new Function(
            "f", new Region(List.of(), List.of(), List.of(new Value(PrimitiveType.DOUBLE))));
    Pass breaking =
        new Pass() {
          @Override
          public String name() {
            return "Break";
          }

          @Override
          public Program run(Program program) {
            return Program.of(broken);
          }
        };
    Program fine = Program.of(new Function("f", new Region(List.of(), List.of(), List.of())));
    AssertionError error =
        assertThrows(AssertionError.class, () -> Passes.run(List.of(breaking), fine));
    assertTrue(
        error.getMessage().startsWith("not well formed at Break: in the function f"),
        error.getMessage());
  }

  @Test
  void passesAreNamedAfterTheirClasses() {
    assertEquals("CutBehindThrows", Passes.STANDARD.get(0).name());
  }
}
