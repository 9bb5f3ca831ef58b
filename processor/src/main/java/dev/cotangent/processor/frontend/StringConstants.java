package dev.cotangent.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.Optional;

/** Compile-time constants of type {@code String}. */
final class StringConstants {
  private StringConstants() {}

  /** The constant's value, a number's or character's if it is one; empty if it is none. */
  static Optional<Object> evaluate(FunctionLowering function, ExpressionTree tree) {
    ExpressionTree bare = Syntax.strip(tree);
    if (bare instanceof LiteralTree literal) {
      return Optional.ofNullable(literal.getValue());
    }
    if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
      return new NameLowering(function).constant(bare);
    }
    if (bare instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      Optional<Object> left = evaluate(function, sum.getLeftOperand());
      Optional<Object> right = evaluate(function, sum.getRightOperand());
      boolean text =
          left.isPresent()
              && right.isPresent()
              && (left.get() instanceof String || right.get() instanceof String);
      return text ? Optional.of(left.get().toString() + right.get()) : Optional.empty();
    }
    return Optional.empty();
  }
}
