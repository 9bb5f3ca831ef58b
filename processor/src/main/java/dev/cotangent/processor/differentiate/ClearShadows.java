package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Makes a reverse sweep repeatable: where it has passed the place at which the forward sweep made a
 * shadow, nothing adds to that any more in this run, and the next one finds it zero again. (An
 * element that is stored has its adjoint taken by the reverse of the store; others keep theirs.)
 */
final class ClearShadows {
  private ClearShadows() {}

  /**
   * Whether the operation makes a shadow with numbers of its own. That of a copy stands behind the
   * copying, whose own reverse clears it.
   */
  static boolean makesShadow(Op op, Facts facts) {
    return (op instanceof ShadowOf || isShadow(op))
        && facts.shadows().entrySet().stream()
            .filter(pair -> pair.getValue() == op.results().get(0))
            .anyMatch(pair -> !(facts.structure().definition(pair.getKey()) instanceof CloneArray));
  }

  /** Whether a scope's reverse sweep finds the shadows again that it leaves. */
  static boolean areKept(Scope scope) {
    boolean kept = scope.facts.repeats();
    for (Scope around = scope; around != null; around = around.parent) {
      // What is made in a reverse sweep itself is made anew in each run.
      kept &= !(around instanceof OpenScope);
    }
    return kept;
  }

  /** Rows of an array of arrays have been made elsewhere. */
  private static boolean isShadow(Op op) {
    return op instanceof Alloc alloc
        && alloc.purpose() == Alloc.Purpose.SHADOW
        && !((ArrayType) alloc.result().type()).element().isReference();
  }

  /** Clears what the operation has made. */
  static void write(Op op, Scope scope) {
    if (!areKept(scope)) {
      return;
    }
    Value shadow = op.results().get(0);
    if (op instanceof ShadowOf made) {
      clear(scope.need(shadow), scope.need(made.array()), scope.reverse);
    } else {
      fill(scope.need(shadow), scope.need(((Alloc) op).length()), scope.reverse);
    }
  }

  /** Clears the shadow of an array, which may be null. */
  static void clear(Value shadow, Value array, Builder out) {
    Value isNull = out.binary(BinaryOperator.EQUAL, array, out.zero(array.type()));
    Builder inner = new Builder().at(out.source());
    Value length = inner.length(array);
    if (((ArrayType) array.type()).element().isReference()) {
      Builder body = new Builder().at(out.source());
      Value index = body.value(PrimitiveType.INT, "i");
      clear(body.load(shadow, index), body.load(array, index), body);
      loop(length, index, body, inner);
    } else {
      fill(shadow, length, inner);
    }
    Region none = new Region(List.of(), List.of(), List.of());
    Region some = inner.region(List.of(), List.of());
    out.append(new If(isNull, none, some, List.of(), out.source()));
  }

  /** Zeroes the first elements. */
  static void fill(Value shadow, Value length, Builder out) {
    Builder body = new Builder().at(out.source());
    Value index = body.value(PrimitiveType.INT, "i");
    body.store(shadow, index, body.constant(0.0));
    loop(length, index, body, out);
  }

  private static void loop(Value length, Value index, Builder body, Builder out) {
    out.append(
        new For(
            out.constant(0),
            length,
            1,
            BinaryOperator.LESS,
            List.of(),
            body.region(List.of(index), List.of()),
            List.of(),
            out.source()));
  }
}
