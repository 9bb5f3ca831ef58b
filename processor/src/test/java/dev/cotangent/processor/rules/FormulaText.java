package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scaling's function as one readable expression: ⊗ is the strong product. */
final class FormulaText {
  private static final int PRODUCT = 12;
  private static final int UNARY = 13;
  private static final int ATOM = 20;

  private final Map<Value, Op> definitions = new IdentityHashMap<>();

  private FormulaText(Function function) {
    List<Value> inputs = function.parameters();
    for (Op op : function.body().ops()) {
      op.results().stream().filter(v -> !inputs.contains(v)).forEach(v -> definitions.put(v, op));
    }
  }

  /** An expression and how tightly its outermost operator binds. */
  private record Text(String text, int precedence) {
    String within(int context) {
      return precedence < context ? "(" + text + ")" : text;
    }
  }

  /** The function's result over its parameters and the values that have names. */
  static String of(Function function) {
    return new FormulaText(function).text(function.results().get(0)).text();
  }

  private Text text(Value value) {
    Op op = definitions.get(value);
    if (op == null || !value.name().isEmpty()) {
      return new Text(value.name(), ATOM);
    }
    if (op instanceof Binary binary) {
      return binary(binary);
    } else if (op instanceof StrongMultiply product) {
      String right = text(product.partial()).within(PRODUCT + 1);
      return new Text(text(product.seed()).within(PRODUCT) + " ⊗ " + right, PRODUCT);
    } else if (op instanceof Unary unary) {
      String sign = unary.operator() == UnaryOperator.NEGATE ? "−" : unary.operator().symbol();
      return new Text(sign + text(unary.operand()).within(UNARY), UNARY);
    } else if (op instanceof MathCall call) {
      String arguments =
          call.arguments().stream().map(v -> text(v).text()).collect(Collectors.joining(", "));
      return new Text(call.name() + "(" + arguments + ")", ATOM);
    } else if (op instanceof If choice) {
      return choice(choice);
    }
    return number((Constant) op);
  }

  private Text binary(Binary op) {
    int precedence = op.operator().precedence();
    String sign =
        switch (op.operator()) {
          case MULTIPLY -> "·";
          case SUBTRACT -> " − ";
          default -> " " + op.operator().symbol() + " ";
        };
    String left = text(op.left()).within(precedence);
    return new Text(left + sign + text(op.right()).within(precedence + 1), precedence);
  }

  private Text choice(If op) {
    String condition = text(op.condition()).within(3);
    String yes = text(op.regions().get(0).yields().get(0)).within(3);
    String no = text(op.regions().get(1).yields().get(0)).within(2);
    return new Text(condition + " ? " + yes + " : " + no, 2);
  }

  private static Text number(Constant op) {
    double number = ((Number) op.content()).doubleValue();
    if (number == Math.log(10)) {
      return new Text("ln 10", PRODUCT);
    }
    String digits =
        number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    return new Text(digits.replace('-', '−'), number < 0 ? UNARY : ATOM);
  }
}
