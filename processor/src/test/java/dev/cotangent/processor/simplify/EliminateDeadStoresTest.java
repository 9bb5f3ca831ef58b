package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class EliminateDeadStoresTest {
  private final Sketch out = new Sketch();

  // b is a shadow, a the user's.
  private void assertStores(int stores, Value... results) {
    Program program = new EliminateDeadStores(Facts.shadows(5, 1)).run(out.program(results));
    Verifier.verify(program);
    assertEquals(stores, Sketch.count(program, Store.class), program::toString);
  }

  @Test
  void anAdjointThatIsTakenAndPutBackIsNotStored() {
    Value bar = out.load(out.b, out.n);
    out.store(out.b, out.n, out.constant(0.0));
    Value element = out.load(out.a, out.n);
    out.store(out.b, out.n, bar);
    assertStores(0, bar, element);
  }

  @Test
  void whatIsOverwrittenIsNotStored() {
    out.store(out.b, out.n, out.constant(0.0));
    out.store(out.b, out.n, out.x);
    assertStores(1);
  }

  @Test
  void whatIsReadBeforeItIsOverwrittenIsStored() {
    out.store(out.b, out.n, out.constant(0.0));
    // This may be the same element.
    Value other = out.load(out.b, out.constant(1));
    out.store(out.b, out.n, out.x);
    assertStores(2, other);
  }

  @Test
  void whatALoopReadsIsStored() {
    out.store(out.b, out.n, out.constant(0.0));
    Value sum =
        Sketch.loop(
                out,
                out.n,
                List.of(out.x),
                List.of("sum"),
                (body, i, carried) -> List.of(body.add(carried.get(0), body.load(out.b, i))))
            .get(0);
    out.store(out.b, out.n, out.x);
    assertStores(2, sum);
  }

  @Test
  void anotherElementIsAnotherStore() {
    out.store(out.b, out.n, out.x);
    out.store(out.b, out.constant(1), out.x);
    assertStores(2);
  }

  @Test
  void whatHasChangedSinceItWasLoadedIsStored() {
    Value bar = out.load(out.b, out.n);
    // This may be the same element.
    out.store(out.b, out.constant(1), out.x);
    out.store(out.b, out.n, bar);
    assertStores(2);
  }

  @Test
  void whatABranchMayHaveChangedIsStored() {
    Value bar = out.load(out.b, out.n);
    Sketch.loop(
        out,
        out.n,
        List.of(),
        List.of(),
        (body, i, carried) -> {
          body.store(out.b, i, out.x);
          return List.of();
        });
    out.store(out.b, out.n, bar);
    assertStores(2);
  }

  @Test
  void whatTheLastIterationStoredIsNotKnownInTheNext() {
    Sketch.loop(
        out,
        out.n,
        List.of(),
        List.of(),
        (body, i, carried) -> {
          body.store(out.b, i, out.x);
          return List.of();
        });
    assertStores(1);
  }

  @Test
  void storesIntoOtherShadowsDoNotMatter() {
    Value other = out.alloc(ArrayType.DOUBLES, out.n, Alloc.Purpose.SHADOW, "other");
    Value bar = out.load(out.b, out.n);
    out.store(out.b, out.n, out.constant(0.0));
    out.store(other, out.n, out.load(other, out.constant(1)));
    out.store(out.b, out.n, bar);
    assertStores(1);
  }

  @Test
  void theUsersStoresStay() {
    Value element = out.load(out.a, out.n);
    out.store(out.a, out.n, out.constant(0.0));
    out.store(out.a, out.n, element);
    assertStores(2);
  }
}
