package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropRepeatedChecksTest {
  private final Value c = new Value(PrimitiveType.BOOLEAN, "c", SourceRange.NONE);
  private final Value d = new Value(PrimitiveType.BOOLEAN, "d", SourceRange.NONE);
  private final Builder out = new Builder();

  private static Region nothing() {
    return new Region(List.of(), List.of(), List.of());
  }

  private static If check(Value condition) {
    Builder thrown = new Builder();
    Value exception = thrown.value(new ReferenceType("java.lang.Error"), "");
    thrown.append(
        new Opaque(
            "new {java.lang.Error}()",
            List.of(),
            Opaque.Effect.READS,
            List.of(exception),
            SourceRange.NONE));
    thrown.append(new Throw(exception, SourceRange.NONE));
    return choose(condition, thrown.region(List.of(), List.of()));
  }

  private static If choose(Value condition, Region then) {
    return new If(condition, then, nothing(), List.of(), SourceRange.NONE);
  }

  /** How many checks are left at the top and inside of what follows them. */
  private List<Integer> left() {
    Function main = new Function("f", out.region(List.of(c, d), List.of(out.constant(1.0))));
    Program program = new DropRepeatedChecks().run(new Program(main, Map.of()));
    Verifier.verify(program);
    List<Op> ops = program.main().body().ops();
    long top = ops.stream().filter(DropRepeatedChecksTest::isCheck).count();
    long inside =
        ops.stream()
            .filter(op -> op instanceof If && !isCheck(op))
            .flatMap(op -> ((If) op).thenRegion().ops().stream())
            .filter(DropRepeatedChecksTest::isCheck)
            .count();
    return List.of((int) top, (int) inside);
  }

  private static boolean isCheck(Op op) {
    return op instanceof If branch && branch.thenRegion().endsInThrow();
  }

  private static Region holding(Op op) {
    return new Region(List.of(), List.of(op), List.of());
  }

  @Test
  void secondCheckOfOneConditionIsLeftOut() {
    out.append(check(c));
    out.append(check(d));
    out.append(check(c));
    assertEquals(List.of(2, 0), left());
  }

  @Test
  void checkBehindWhichABranchStandsHoldsInTheBranch() {
    out.append(check(c));
    out.append(choose(d, holding(check(c))));
    assertEquals(List.of(1, 0), left());
  }

  @Test
  void checkInABranchSaysNothingBehindTheBranch() {
    out.append(choose(d, holding(check(c))));
    out.append(check(c));
    assertEquals(List.of(1, 1), left());
  }
}
