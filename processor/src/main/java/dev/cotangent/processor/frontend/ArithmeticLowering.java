package dev.cotangent.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lowers arithmetic, comparisons and casts, with Java's promotions. */
final class ArithmeticLowering {
  /** The operators of binary expressions and of compound assignments. */
  private static final Map<Tree.Kind, BinaryOperator> OPERATORS = new EnumMap<>(Tree.Kind.class);

  static {
    OPERATORS.put(Tree.Kind.MULTIPLY, BinaryOperator.MULTIPLY);
    OPERATORS.put(Tree.Kind.DIVIDE, BinaryOperator.DIVIDE);
    OPERATORS.put(Tree.Kind.REMAINDER, BinaryOperator.REMAINDER);
    OPERATORS.put(Tree.Kind.PLUS, BinaryOperator.ADD);
    OPERATORS.put(Tree.Kind.MINUS, BinaryOperator.SUBTRACT);
    OPERATORS.put(Tree.Kind.LEFT_SHIFT, BinaryOperator.SHIFT_LEFT);
    OPERATORS.put(Tree.Kind.RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT);
    OPERATORS.put(Tree.Kind.UNSIGNED_RIGHT_SHIFT, BinaryOperator.SHIFT_RIGHT_UNSIGNED);
    OPERATORS.put(Tree.Kind.LESS_THAN, BinaryOperator.LESS);
    OPERATORS.put(Tree.Kind.LESS_THAN_EQUAL, BinaryOperator.LESS_EQUAL);
    OPERATORS.put(Tree.Kind.GREATER_THAN, BinaryOperator.GREATER);
    OPERATORS.put(Tree.Kind.GREATER_THAN_EQUAL, BinaryOperator.GREATER_EQUAL);
    OPERATORS.put(Tree.Kind.EQUAL_TO, BinaryOperator.EQUAL);
    OPERATORS.put(Tree.Kind.NOT_EQUAL_TO, BinaryOperator.NOT_EQUAL);
    OPERATORS.put(Tree.Kind.AND, BinaryOperator.AND);
    OPERATORS.put(Tree.Kind.XOR, BinaryOperator.XOR);
    OPERATORS.put(Tree.Kind.OR, BinaryOperator.OR);
    OPERATORS.put(Tree.Kind.MULTIPLY_ASSIGNMENT, BinaryOperator.MULTIPLY);
    OPERATORS.put(Tree.Kind.DIVIDE_ASSIGNMENT, BinaryOperator.DIVIDE);
    OPERATORS.put(Tree.Kind.REMAINDER_ASSIGNMENT, BinaryOperator.REMAINDER);
    OPERATORS.put(Tree.Kind.PLUS_ASSIGNMENT, BinaryOperator.ADD);
    OPERATORS.put(Tree.Kind.MINUS_ASSIGNMENT, BinaryOperator.SUBTRACT);
    OPERATORS.put(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_LEFT);
    OPERATORS.put(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT);
    OPERATORS.put(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, BinaryOperator.SHIFT_RIGHT_UNSIGNED);
    OPERATORS.put(Tree.Kind.AND_ASSIGNMENT, BinaryOperator.AND);
    OPERATORS.put(Tree.Kind.XOR_ASSIGNMENT, BinaryOperator.XOR);
    OPERATORS.put(Tree.Kind.OR_ASSIGNMENT, BinaryOperator.OR);
  }

  private final FunctionLowering function;
  private final Conversions conversions;
  private final ExactOps ops;

  ArithmeticLowering(FunctionLowering function) {
    this.function = function;
    this.conversions = function.conversions();
    this.ops = function.ops();
  }

  /** The operator of a binary expression or compound assignment. */
  static BinaryOperator operator(Tree.Kind kind) {
    return OPERATORS.get(kind);
  }

  Value binary(BinaryTree node) {
    Value left = function.value(node.getLeftOperand());
    Value right = function.value(node.getRightOperand());
    return apply(operator(node.getKind()), left, right, node);
  }

  /** The operator on two values, promoted as Java does. */
  Value apply(BinaryOperator operator, Value left, Value right, Tree node) {
    if (operator == BinaryOperator.ADD && TextLowering.joins(List.of(left, right))) {
      return new TextLowering(function, this).join(left, right, node);
    }
    boolean references = left.type().isReference() && right.type().isReference();
    if (isEquality(operator) && (references || isNull(left) || isNull(right))) {
      return references(operator, left, right, node);
    }
    return primitives(
        operator, conversions.unboxed(left, node), conversions.unboxed(right, node), node);
  }

  private static boolean isNull(Value value) {
    return value.type().equals(ConversionRules.NULL);
  }

  private Value primitives(BinaryOperator operator, Value left, Value right, Tree node) {
    SourceRange at = function.range(node);
    if (left.type() == PrimitiveType.BOOLEAN || right.type() == PrimitiveType.BOOLEAN) {
      return booleans(operator, left, right, node);
    }
    if (operator.isShift()) {
      Value shifted = conversions.promoted(integral(left, node), node);
      return ops.binary(operator, shifted, conversions.promoted(integral(right, node), node), at);
    }
    PrimitiveType type =
        ConversionRules.promote(conversions.numeric(left, node), conversions.numeric(right, node));
    Value a = conversions.implicit(left, type, node);
    Value b = conversions.implicit(right, type, node);
    return ops.binary(operator, isBitwise(operator) ? integral(a, node) : a, b, at);
  }

  private static boolean isBitwise(BinaryOperator operator) {
    return switch (operator) {
      case AND, XOR, OR -> true;
      case MULTIPLY,
          DIVIDE,
          REMAINDER,
          ADD,
          SUBTRACT,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          SHIFT_RIGHT_UNSIGNED,
          LESS,
          LESS_EQUAL,
          GREATER,
          GREATER_EQUAL,
          EQUAL,
          NOT_EQUAL ->
          false;
    };
  }

  private static boolean isEquality(BinaryOperator operator) {
    return operator.isComparison() && !operator.isOrdering();
  }

  private Value integral(Value value, Tree node) {
    if (ConversionRules.isIntegral(value.type())) {
      return value;
    }
    throw function.refuse(Code.INVALID_SOURCE, node, "an integer is needed");
  }

  private Value booleans(BinaryOperator operator, Value left, Value right, Tree node) {
    if (left.type() != right.type() || !(isBitwise(operator) || isEquality(operator))) {
      throw function.refuse(
          Code.INVALID_SOURCE, node, operator.symbol() + " is not defined for these operands");
    }
    return ops.binary(operator, left, right, function.range(node));
  }

  private Value references(BinaryOperator operator, Value left, Value right, Tree node) {
    if (left.type() instanceof RecordType || right.type() instanceof RecordType) {
      throw function.refuse(
          Code.RECORD_VALUE, node, "the operator " + operator.symbol() + " on a record");
    }
    boolean leftIsNull = isNull(left);
    boolean rightIsNull = isNull(right);
    Value a = leftIsNull ? conversions.implicit(left, right.type(), node) : left;
    Value b = rightIsNull ? conversions.implicit(right, left.type(), node) : right;
    return ops.binary(operator, a, b, function.range(node));
  }

  Value unary(UnaryTree node) {
    SourceRange at = function.range(node);
    Value operand = conversions.unboxed(function.value(node.getExpression()), node);
    return switch (node.getKind()) {
      case UNARY_PLUS -> conversions.promoted(operand, node);
      case UNARY_MINUS -> minus(node.getExpression(), operand, node);
      case BITWISE_COMPLEMENT ->
          ops.unary(UnaryOperator.BIT_NOT, conversions.promoted(integral(operand, node), node), at);
      case LOGICAL_COMPLEMENT ->
          ops.unary(UnaryOperator.NOT, conversions.condition(operand, node), at);
      default -> throw UnsupportedSyntax.refusal(function, node);
    };
  }

  private Value minus(ExpressionTree operand, Value value, UnaryTree node) {
    if (operand instanceof LiteralTree literal && value.type().isFloating()) {
      function.flow().out().ops().remove(function.flow().out().ops().size() - 1);
      Object content = literal.getValue();
      Object negated = content instanceof Double d ? (Object) (-d) : (Object) (-(Float) content);
      return function.markLiteral(ops.constant(negated, function.range(node)));
    }
    return ops.unary(UnaryOperator.NEGATE, conversions.promoted(value, node), function.range(node));
  }
}
