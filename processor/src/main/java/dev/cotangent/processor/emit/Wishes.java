package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.Locale;
import java.util.Map;

/** Stage 7: names for variables that no user's variable lent its name, by what they hold. */
final class Wishes {
  private static final Map<BinaryOperator, String> COMPARISONS =
      Map.of(
          BinaryOperator.LESS, "below",
          BinaryOperator.LESS_EQUAL, "atMost",
          BinaryOperator.GREATER, "above",
          BinaryOperator.GREATER_EQUAL, "atLeast",
          BinaryOperator.EQUAL, "equal",
          BinaryOperator.NOT_EQUAL, "different");

  private Wishes() {}

  static String forUnnamed(Variable variable, Plan plan) {
    for (Value value : variable.values()) {
      Op op = plan.uses().definition(value);
      if (op != null) {
        return forResult(op, variable.type(), plan);
      }
    }
    return byType(variable.type());
  }

  private static String forResult(Op op, Type type, Plan plan) {
    if (op instanceof Binary binary && binary.operator().isComparison()) {
      return COMPARISONS.get(binary.operator());
    }
    if (op instanceof Load load && !load.array().name().isEmpty()) {
      return element(load, plan);
    }
    if (op instanceof Length length) {
      return length.array().name().isEmpty() ? "length" : length.array().name() + "Length";
    }
    if (op instanceof Convert convert
        && plan.uses().definition(convert.operand()) instanceof Length) {
      return "n";
    }
    if (op instanceof MathCall call) {
      return call.name();
    }
    if (op instanceof Call call) {
      return call.callee() + "Value";
    }
    if (op instanceof CloneArray copy && !copy.array().name().isEmpty()) {
      return copy.array().name() + "Copy";
    }
    return byType(type);
  }

  /** {@code x[i]} is {@code xi}, {@code x[0]} is {@code x0}, {@code xBar[i]} is {@code xBarI}. */
  private static String element(Load load, Plan plan) {
    String array = load.array().name();
    if (plan.uses().definition(load.index()) instanceof Constant constant) {
      int index = ((Number) constant.content()).intValue();
      return index < 0 ? array : array + index;
    }
    String index = load.index().name();
    if (index.length() != 1) {
      return array + "Value";
    }
    return array + (array.length() == 1 ? index : index.toUpperCase(Locale.ROOT));
  }

  private static String byType(Type type) {
    if (type instanceof ArrayType) {
      return "array";
    }
    return type == PrimitiveType.BOOLEAN ? "condition" : type == PrimitiveType.INT ? "k" : "t";
  }
}
