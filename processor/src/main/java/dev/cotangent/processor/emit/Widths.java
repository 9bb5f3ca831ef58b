package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Value;
import java.util.Comparator;
import java.util.List;

/** Stage 7, a part of {@link Folding}: roughly how many columns an expression will take. */
final class Widths {
  private static final int WIDEST_EXPRESSION = 64;

  /** Taking a conditional apart costs more lines than taking arithmetic apart. */
  private static final int WIDEST_CONDITIONAL = 74;

  /** And a chain of questions more than one expression of many lines. */
  private static final int WIDEST_CONJUNCTION = 600;

  private static final int WIDEST_NAMED_TEMPORARY = 22;
  private static final int UNNAMED_VARIABLE = 3;

  /** What is not wider is not worth a variable. */
  private static final int NARROW = 12;

  private final Plan plan;

  Widths(Plan plan) {
    this.plan = plan;
  }

  /** Whether the operation should have some operand in a variable of its own. */
  boolean isTooWide(Op op) {
    int widest = op instanceof If ? WIDEST_CONDITIONAL : WIDEST_EXPRESSION;
    boolean chain = op instanceof If branch && isConjunction(branch);
    return !chain && of(op) > widest && plan.slots(op).stream().anyMatch(this::isWide);
  }

  /** Whether a conditional is narrow enough to be an expression. */
  boolean fits(If op) {
    int width = of(op);
    for (Region region : op.regions()) {
      width += 3 + of(region.yields().get(0));
    }
    return width <= (isConjunction(op) ? WIDEST_CONJUNCTION : WIDEST_CONDITIONAL);
  }

  /** Whether the conditional is {@code a && b}, which reads well over several lines. */
  private boolean isConjunction(If op) {
    return op.results().size() == 1
        && plan.uses().definition(op.elseRegion().yields().get(0)) instanceof Constant constant
        && Boolean.FALSE.equals(constant.content());
  }

  /** Whether a temporary that has a name is short enough to do without it. */
  boolean keepsShort(Op op) {
    return op.results().get(0).name().isEmpty() || of(op) <= WIDEST_NAMED_TEMPORARY;
  }

  /** The widest of the values that are expressions. */
  Value widest(List<Value> values) {
    return values.stream()
        .filter(this::isWide)
        .max(Comparator.comparingInt(this::of))
        .orElseThrow();
  }

  /** What stands in several places at once, as constants and lengths may, is no statement there. */
  private boolean isWide(Value value) {
    if (!plan.isFolded(value)) {
      return false;
    }
    Op op = plan.uses().definition(value);
    return !(op instanceof Length) && !(op instanceof Constant) && of(value) > NARROW;
  }

  private int of(Value value) {
    if (plan.isFolded(value)) {
      return of(plan.uses().definition(value));
    }
    return value.name().isEmpty() ? UNNAMED_VARIABLE : value.name().length();
  }

  private int of(Op op) {
    List<Value> slots =
        op instanceof For loop ? List.of(loop.start(), loop.bound()) : plan.slots(op);
    int width = own(op) + slots.stream().mapToInt(this::of).sum();
    if (plan.isExpression(op)) {
      width += op.regions().stream().mapToInt(region -> of(region.yields().get(0))).sum();
    }
    return width;
  }

  private int own(Op op) {
    if (op instanceof Binary binary) {
      return 2 + binary.operator().symbol().length();
    }
    if (op instanceof MathCall call) {
      return 5 + call.name().length() + 2 * call.arguments().size();
    }
    if (op instanceof StrongMultiply) {
      return "Adjoint.strongMultiply(, )".length();
    }
    if (op instanceof Length || op instanceof Convert) {
      return ".length".length();
    }
    if (op instanceof Call call) {
      return call.callee().length() + 2 * call.arguments().size();
    }
    if (op instanceof Opaque opaque) {
      return plan.text(opaque).width();
    }
    if (op instanceof Constant constant) {
      return LiteralText.of(constant.content()).length();
    }
    return op instanceof If ? 6 : 2;
  }
}
