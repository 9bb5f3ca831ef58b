package dev.cotangent.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.ir.PrimitiveType;
import java.util.Optional;

/**
 * Evaluates compile-time constants of type {@code int} and narrower: steps of counted loops,
 * operands of {@code ?:}. Empty for everything else.
 */
final class IntConstants {
  private final FunctionLowering function;

  IntConstants(FunctionLowering function) {
    this.function = function;
  }

  /** The constant's value, a {@code char}'s as its number. */
  Optional<Integer> evaluate(ExpressionTree tree) {
    return Optional.ofNullable(tree.accept(new Evaluator(), null));
  }

  /** Gives null where the expression is no such constant. */
  private final class Evaluator extends SimpleTreeVisitor<Integer, Void> {
    @Override
    public Integer visitParenthesized(ParenthesizedTree node, Void unused) {
      return visit(node.getExpression(), null);
    }

    @Override
    public Integer visitLiteral(LiteralTree node, Void unused) {
      return ofConstant(node.getValue());
    }

    @Override
    public Integer visitIdentifier(IdentifierTree node, Void unused) {
      return ofConstant(new NameLowering(function).constant(node).orElse(null));
    }

    @Override
    public Integer visitMemberSelect(MemberSelectTree node, Void unused) {
      return ofConstant(new NameLowering(function).constant(node).orElse(null));
    }

    @Override
    public Integer visitUnary(UnaryTree node, Void unused) {
      Integer operand = visit(node.getExpression(), null);
      if (operand == null) {
        return null;
      }
      return switch (node.getKind()) {
        case UNARY_PLUS -> operand;
        case UNARY_MINUS -> -operand;
        case BITWISE_COMPLEMENT -> ~operand;
        default -> null;
      };
    }

    @Override
    public Integer visitTypeCast(TypeCastTree node, Void unused) {
      Integer operand = visit(node.getExpression(), null);
      if (operand == null || !(node.getType() instanceof PrimitiveTypeTree type)) {
        return null;
      }
      PrimitiveType target = PrimitiveType.valueOf(type.getPrimitiveTypeKind().name());
      boolean intLike = target == PrimitiveType.INT || ConversionRules.isSmall(target);
      return intLike ? ofConstant(ConversionRules.convert(operand, target)) : null;
    }

    @Override
    public Integer visitBinary(BinaryTree node, Void unused) {
      Integer left = visit(node.getLeftOperand(), null);
      Integer right = visit(node.getRightOperand(), null);
      return left == null || right == null ? null : apply(node.getKind(), left, right);
    }
  }

  private static Integer ofConstant(Object content) {
    if (content instanceof Character c) {
      return (int) c;
    }
    boolean intLike =
        content instanceof Integer || content instanceof Short || content instanceof Byte;
    return intLike ? ((Number) content).intValue() : null;
  }

  private static Integer apply(Tree.Kind operator, int left, int right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Integer) (left / right);
      case REMAINDER -> right == 0 ? null : (Integer) (left % right);
      case LEFT_SHIFT -> left << right;
      case RIGHT_SHIFT -> left >> right;
      case UNSIGNED_RIGHT_SHIFT -> left >>> right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      default -> null;
    };
  }
}
