package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;

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
    Value rows = scope.facts.rows().get(shadow);
    if (rows != null) {
      Value kept = scope.need(rows);
      clear(kept, kept, scope.reverse);
    } else if (op instanceof ShadowOf made) {
      clear(scope.need(shadow), scope.need(made.array()), scope.reverse);
    } else {
      fill(scope.need(shadow), scope.need(((Alloc) op).length()), scope.reverse);
    }
  }

  /** Clears the shadow of an array, which may be null. */
  static void clear(Value shadow, Value array, Builder out) {
    boolean rows = ((ArrayType) array.type()).element().isReference();
    out.unlessNull(
        array,
        some -> {
          if (rows) {
            some.repeat(
                "i",
                some.length(array),
                (body, i) -> clear(body.load(shadow, i), body.load(array, i), body));
          } else {
            fill(shadow, some.length(array), some);
          }
        });
  }

  /**
   * The rows of a shadow of an array of arrays, in arrays that nobody writes to: what is put in
   * their places keeps no way to them.
   */
  static Value rows(Value shadow, Builder out) {
    Value kept = new Value(shadow.type(), shadow.name() + "Rows", shadow.source());
    return out.ifNull(shadow, kept, none -> none.zero(shadow.type()), some -> copy(shadow, some));
  }

  private static Value copy(Value shadow, Builder out) {
    Value copy = out.cloneOf(shadow, "");
    ArrayType row = (ArrayType) ((ArrayType) shadow.type()).element();
    if (row.element().isReference()) {
      out.repeat(
          "i", out.length(copy), (body, i) -> body.store(copy, i, rows(body.load(copy, i), body)));
    }
    return copy;
  }

  /** Zeroes the first elements. */
  static void fill(Value shadow, Value length, Builder out) {
    out.repeat("i", length, (body, i) -> body.store(shadow, i, body.constant(0.0)));
  }
}
