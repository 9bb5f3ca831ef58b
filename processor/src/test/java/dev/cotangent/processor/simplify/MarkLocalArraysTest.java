package dev.cotangent.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkLocalArraysTest {
  private static final ArrayType ROWS = new ArrayType(ArrayType.DOUBLES);

  private final Sketch out = new Sketch();
  private final Value given = new Value(ROWS);

  private Value made(ArrayType type, String name) {
    return out.alloc(type, out.n, Alloc.Purpose.PRIMAL, name);
  }

  /** The names of the arrays that are local in a function of {@code n} and rows. */
  private List<String> local(Value result) {
    Region body = out.region(List.of(out.n, given), List.of(result));
    Program marked = new MarkLocalArrays().run(Program.of(new Function("f", body)));
    List<String> names = new ArrayList<>();
    Structure.forEach(
        marked.main().body(),
        op -> {
          if (op instanceof Alloc alloc && alloc.purpose() == Alloc.Purpose.LOCAL) {
            names.add(alloc.result().name());
          }
        });
    return names;
  }

  private Value first(Value array) {
    return out.load(array, out.constant(0));
  }

  @Test
  void arraysThatAreOnlyReadAreLocal() {
    Value rows = made(ROWS, "rows");
    out.store(rows, out.constant(0), made(ArrayType.DOUBLES, "row"));
    assertEquals(List.of("rows", "row"), local(first(first(rows))));
  }

  @Test
  void rowsOfLocalArraysAreLocalBehindBranches() {
    Value rows = made(ROWS, "rows");
    Value others = made(ROWS, "others");
    Value one = out.select(out.binary(equal(), out.n, out.constant(1)), rows, others);
    out.store(one, out.constant(0), made(ArrayType.DOUBLES, "row"));
    assertEquals(List.of("rows", "others", "row"), local(first(first(rows))));
  }

  @Test
  void whatIsGivenBackIsNot() {
    Value rows = made(ROWS, "rows");
    out.store(rows, out.constant(0), made(ArrayType.DOUBLES, "row"));
    made(ArrayType.DOUBLES, "other");
    assertEquals(List.of("other"), local(rows));
  }

  @Test
  void whatTheCallerGetsAsARowIsNot() {
    out.store(given, out.constant(0), made(ArrayType.DOUBLES, "row"));
    assertEquals(List.of("other"), local(first(made(ArrayType.DOUBLES, "other"))));
  }

  @Test
  void whatMayBecomeTheCallersRowIsNot() {
    Value rows = made(ROWS, "rows");
    Value one = out.select(out.binary(equal(), out.n, out.constant(1)), rows, given);
    out.store(one, out.constant(0), made(ArrayType.DOUBLES, "row"));
    assertEquals(List.of("rows"), local(first(first(rows))));
  }

  @Test
  void whatComesToTheCallerBehindARowIsNot() {
    Value rows = made(ROWS, "rows");
    Value row = made(ArrayType.DOUBLES, "row");
    out.store(rows, out.constant(0), row);
    out.store(given, out.constant(0), first(rows));
    assertEquals(List.of("rows"), local(first(row)));
  }

  private static BinaryOperator equal() {
    return BinaryOperator.EQUAL;
  }
}
