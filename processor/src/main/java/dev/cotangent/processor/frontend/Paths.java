package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts paths that part into the branches of an {@code if}. The yields that it gives are those of
 * the {@link End} that all of them have.
 */
final class Paths {
  private final FunctionLowering function;
  private final End end;
  private final SourceRange at;

  Paths(FunctionLowering function, End end, SourceRange at) {
    this.function = function;
    this.end = end;
    this.at = at;
  }

  /** The yields of the one path or of the other. */
  List<Value> either(Value condition, Supplier<List<Value>> first, Supplier<List<Value>> second) {
    Flow.Branch<List<Value>> a = function.flow().branch(first);
    Flow.Branch<List<Value>> b = function.flow().branch(second);
    List<Value> results = end.fresh(at);
    Region chosen = a.region(List.of(), a.result());
    Region other = b.region(List.of(), b.result());
    function.flow().out().append(new If(condition, chosen, other, results, at));
    return results;
  }

  /**
   * Goes where each of these exits of a statement, which is lowered already, leads.
   *
   * @param away the exits that do not lead to behind the statement
   * @param behind what stands there; null if nothing leads there
   */
  List<Value> dispatch(Exits exits, List<Jump> away, Supplier<List<Value>> behind) {
    if (away.isEmpty()) {
      return behind.get();
    }
    Jump jump = away.get(0);
    if (away.size() == 1 && behind == null) {
      return end.yields(jump);
    }
    Value taken = isTaken(function, exits, exits.jumps().indexOf(jump) + 1, at);
    List<Jump> others = away.subList(1, away.size());
    return either(taken, () -> end.yields(jump), () -> dispatch(exits, others, behind));
  }

  /** Whether the exit with that number was taken. */
  static Value isTaken(FunctionLowering function, Exits exits, int number, SourceRange at) {
    Value code = function.flow().read(exits.code().orElseThrow()).orElseThrow();
    if (code.type() == PrimitiveType.BOOLEAN) {
      return number == 1 ? code : function.ops().unary(UnaryOperator.NOT, code, at);
    }
    Value constant = function.ops().constant(number, at);
    return function.ops().binary(BinaryOperator.EQUAL, code, constant, at);
  }
}
