package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rows of shadows may be. */
class MemoryTest {
  private static final ArrayType ROWS = new ArrayType(ArrayType.DOUBLES);

  private final Builder out = new Builder();
  private final Value w = out.value(ROWS, "w");
  private final Value wBar = out.value(ROWS, "wBar");
  private final Value vBar = out.value(ROWS, "vBar");
  private final Value bBar = out.value(ArrayType.DOUBLES, "bBar");
  private final Value tape = out.value(ReferenceType.TAPE, "tape");
  private final Value zero = out.constant(0);

  /** The function that ends here; of its parameters those with a bar are shadows. */
  private Memory memory() {
    Region region = out.region(List.of(w, wBar, vBar, bBar, tape), List.of());
    return Memory.of(new Function("f", region), Set.of(wBar, vBar, bBar));
  }

  private Value alloc(ArrayType type, Alloc.Purpose purpose) {
    return out.alloc(type, zero, purpose, "made");
  }

  @Test
  void rowsOfShadowsBelongToTheDerivative() {
    Value primal = out.load(w, zero);
    Value row = out.load(wBar, zero);
    Memory memory = memory();
    assertTrue(memory.isDerivative(row));
    assertFalse(memory.isDerivative(primal));
    assertFalse(memory.mayAlias(row, primal));
    assertFalse(memory.mayAlias(row, bBar));
    // The caller sees them.
    assertFalse(memory.isLocalDerivative(row));
  }

  @Test
  void rowsOfOneShadowMayBeOne() {
    Value row = out.load(wBar, zero);
    Value another = out.load(wBar, out.constant(1));
    Value other = out.load(vBar, zero);
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, another));
    assertFalse(memory.mayAlias(row, other));
  }

  @Test
  void rowsThatMovedToAnotherShadowAreInBoth() {
    Value row = out.load(wBar, zero);
    Value other = out.load(vBar, zero);
    out.store(vBar, zero, row);
    assertTrue(memory().mayAlias(row, other));
  }

  @Test
  void whatIsStoredInAShadowIsFoundThere() {
    Value made = alloc(ArrayType.DOUBLES, Alloc.Purpose.SHADOW);
    Value row = out.load(wBar, zero);
    out.store(wBar, zero, made);
    out.store(wBar, zero, bBar);
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, made));
    assertTrue(memory.mayAlias(row, bBar));
    assertTrue(memory.isDerivative(row));
  }

  @Test
  void whatIsStoredInShadowsAloneIsNoPrimalRow() {
    Value made = alloc(ArrayType.DOUBLES, Alloc.Purpose.SHADOW);
    Value shadow = alloc(ROWS, Alloc.Purpose.SHADOW);
    out.store(shadow, zero, made);
    Value row = out.load(shadow, zero);
    Value primal = out.load(w, zero);
    Value other = out.load(wBar, zero);
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, made));
    assertFalse(memory.mayAlias(row, primal));
    assertFalse(memory.mayAlias(row, other));
    assertFalse(memory.isNonNull(row));
  }

  @Test
  void whatAShadowHoldsLeavesWithIt() {
    Value made = alloc(ArrayType.DOUBLES, Alloc.Purpose.SHADOW);
    Value shadow = alloc(ROWS, Alloc.Purpose.SHADOW);
    out.append(new Push(tape, shadow));
    out.store(shadow, zero, made);
    Value popped = out.value(ROWS, "popped");
    out.append(new Pop(tape, popped));
    Value row = out.load(popped, zero);
    assertTrue(memory().mayAlias(row, made));
  }

  @Test
  void whatIsNoShadowIsNoneBecauseAShadowHoldsIt() {
    Value made = alloc(ArrayType.DOUBLES, Alloc.Purpose.PRIMAL);
    out.store(wBar, zero, made);
    Value row = out.load(wBar, zero);
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, made));
    assertFalse(memory.isDerivative(row));
  }

  @Test
  void recordsOfReferencesHoldAnything() {
    Value record = alloc(ROWS, Alloc.Purpose.RECORD);
    Value row = out.load(wBar, zero);
    Value recorded = out.load(record, zero);
    out.store(record, zero, row);
    Memory memory = memory();
    assertFalse(memory.isDerivative(recorded));
    assertTrue(memory.mayAlias(row, recorded));
  }

  @Test
  void rowsThatAreOnTheTapeMayComeFromIt() {
    Value row = out.load(wBar, zero);
    out.append(new Push(tape, row));
    Value popped = out.value(ArrayType.DOUBLES, "popped");
    out.append(new Pop(tape, popped));
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, popped));
    assertFalse(memory.isDerivative(popped));
  }

  @Test
  void whatIsStoredNobodyKnowsWhereMayBeInEveryShadow() {
    Value somewhere = out.load(alloc(new ArrayType(ROWS), Alloc.Purpose.RECORD), zero);
    out.store(somewhere, zero, bBar);
    Value row = out.load(wBar, zero);
    assertTrue(memory().mayAlias(row, bBar));
  }

  @Test
  void ofAShadowThatIsOnTheTapeNothingIsKnown() {
    out.append(new Push(tape, wBar));
    Value row = out.load(wBar, zero);
    Value primal = out.load(w, zero);
    Memory memory = memory();
    assertTrue(memory.mayAlias(row, primal));
    assertFalse(memory.isDerivative(row));
  }

  @Test
  void aCopyOfAShadowHasItsRows() {
    Value copy = out.cloneOf(wBar, "copy");
    Value row = out.load(wBar, zero);
    Value copied = out.load(copy, zero);
    assertTrue(memory().mayAlias(row, copied));
  }

  @Test
  void planesOfShadowsHaveRowsThatAreShadows() {
    Value cube = out.value(new ArrayType(ROWS), "cubeBar");
    Value row = out.load(out.load(cube, zero), zero);
    Region region = out.region(List.of(cube), List.of());
    Memory memory = Memory.of(new Function("f", region), Set.of(cube));
    assertTrue(memory.isDerivative(row));
  }
}
