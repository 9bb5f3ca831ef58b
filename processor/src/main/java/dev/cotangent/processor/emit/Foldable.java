package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import java.util.Set;

/** Stage 7, a part of {@link Folding}: which operations may be expressions, order apart. */
final class Foldable {
  private static final Set<Class<?>> EXPRESSIONS =
      Set.of(
          Unary.class,
          Binary.class,
          Convert.class,
          MathCall.class,
          StrongMultiply.class,
          Length.class,
          Load.class,
          Call.class,
          Opaque.class);

  private final Plan plan;

  Foldable(Plan plan) {
    this.plan = plan;
  }

  /** Whether the operation's kind and its one use allow it to be part of its user. */
  boolean mayFold(Op op) {
    boolean expression =
        EXPRESSIONS.contains(op.getClass()) || (op instanceof If && plan.isExpression(op));
    if (!expression || op.results().size() != 1) {
      return false;
    }
    Value result = op.results().get(0);
    int uses = plan.uses().count(result) - plan.accumulations().discount(result);
    return uses == 1 && plan.uses().isUsedAtHome(result);
  }

  /** Whether nothing is lost without the value's name: it has none, or is a short temporary. */
  boolean mayLoseName(Op op, Widths widths) {
    return op.results().get(0).name().isEmpty() || (isTemporary(op) && widths.keepsShort(op));
  }

  /** Whether a named value is a temporary of a derivative: floating and not the user's own. */
  static boolean isTemporary(Op op) {
    if (!op.results().get(0).type().isFloating()) {
      return false;
    }
    if (op instanceof Binary binary) {
      return !binary.exact();
    }
    if (op instanceof Unary unary) {
      return !unary.exact();
    }
    if (op instanceof MathCall call) {
      return !call.exact();
    }
    return op instanceof StrongMultiply;
  }

  /**
   * Whether a loop's bound may stand in the loop's header, where Java evaluates it again and again:
   * at most one operation on variables and literals, which gives the same each time. (A length
   * throws the first time or never.)
   */
  boolean isRepeatable(Value bound) {
    Op op = plan.uses().definition(bound);
    boolean repeatable =
        op instanceof Constant
            || op instanceof Length
            || (Effects.of(op).isPure() && !(op instanceof If));
    return repeatable && plan.slots(op).stream().allMatch(this::isSimple);
  }

  private boolean isSimple(Value value) {
    return !plan.isFolded(value) || plan.uses().definition(value) instanceof Constant;
  }
}
