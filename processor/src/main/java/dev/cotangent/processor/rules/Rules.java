package dev.cotangent.processor.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the rule of an operation. An operation whose result is not floating has one too, which says
 * that the derivative ends. Empty means that the operation cannot be differentiated.
 */
public final class Rules {
  private static final Map<String, Rule> MATH = byName(FunctionTable.MATH);
  private static final Map<String, Rule> NUMBER = byName(FunctionTable.NUMBER);

  private static final Map<String, Map<String, Rule>> FUNCTIONS =
      Map.of(
          MathCall.MATH,
          MATH,
          "java.lang.StrictMath",
          MATH,
          "java.lang.Double",
          NUMBER,
          "java.lang.Float",
          NUMBER,
          MathCall.ADJOINT,
          byName(FormulaTable.FORMULAS),
          MathCall.STREAMS,
          byName(List.of(FormulaTable.VALUED)));

  private static final Rule CONVERSION = Rule.rule("conversion", (application, seed) -> seed);

  private Rules() {}

  /** The rule of a function. Where no floating number goes in or comes out, nothing flows. */
  public static Optional<Rule> of(MathCall call) {
    int arguments = call.arguments().size();
    boolean flows = call.arguments().stream().anyMatch(argument -> argument.type().isFloating());
    return flows && call.result().type().isFloating()
        ? function(call.owner(), call.name(), arguments)
        : Optional.of(Rule.end(call.name(), arguments));
  }

  /** The rule of a binary operator or comparison. */
  public static Optional<Rule> of(Binary op) {
    if (!op.result().type().isFloating()) {
      return Optional.of(Rule.end(op.operator().symbol(), 2));
    }
    return op.operator() == BinaryOperator.DIVIDE && !op.exact()
        ? Optional.of(OperatorTable.FREE_DIVIDE)
        : Optional.ofNullable(OperatorTable.BINARY.get(op.operator()));
  }

  /**
   * The rule of an operation of any kind, if it is arithmetic: an operator, a function, a strong
   * product, or a conversion, whose derivative is 1 between floating types.
   */
  public static Optional<Rule> find(Op op) {
    if (op instanceof Unary unary) {
      return of(unary);
    }
    if (op instanceof Binary binary) {
      return of(binary);
    }
    if (op instanceof MathCall call) {
      return of(call);
    }
    if (op instanceof StrongMultiply product) {
      return Optional.of(of(product));
    }
    return op instanceof Convert convert ? Optional.of(of(convert)) : Optional.empty();
  }

  private static Rule of(Convert op) {
    boolean flows = op.operand().type().isFloating() && op.result().type().isFloating();
    return flows ? CONVERSION : Rule.end("conversion", 1);
  }

  /** The rule of a unary operator. */
  public static Optional<Rule> of(Unary op) {
    return op.result().type().isFloating()
        ? Optional.ofNullable(OperatorTable.UNARY.get(op.operator()))
        : Optional.of(Rule.end(op.operator().symbol(), 1));
  }

  /** The rule of the strong product: the sum of two strong products. */
  public static Rule of(StrongMultiply op) {
    return FormulaTable.STRONG_MULTIPLY;
  }

  /**
   * The rule of a function with a floating argument and a floating result.
   *
   * @param owner the qualified name of its class
   * @param arguments how many it takes
   */
  static Optional<Rule> function(String owner, String name, int arguments) {
    return Optional.ofNullable(FUNCTIONS.getOrDefault(owner, Map.of()).get(name))
        .filter(rule -> rule.scalings().size() == arguments);
  }

  /** Why a function with a floating result has no rule and never will, if that is so. */
  public static Optional<String> refusal(String owner, String name) {
    return FUNCTIONS.get(owner) == MATH
        ? Optional.ofNullable(FunctionTable.REFUSED.get(name))
        : Optional.empty();
  }

  private static Map<String, Rule> byName(List<Rule> table) {
    return table.stream().collect(toUnmodifiableMap(Rule::name, Function.identity()));
  }
}
