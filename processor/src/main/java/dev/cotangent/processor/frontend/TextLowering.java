package dev.cotangent.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lowers the concatenation of text, a chain of {@code +} to one operation where that is exact. */
final class TextLowering {
  private final FunctionLowering function;
  private final ArithmeticLowering arithmetic;

  TextLowering(FunctionLowering function, ArithmeticLowering arithmetic) {
    this.function = function;
    this.arithmetic = arithmetic;
  }

  /** Text so far, not yet an operation. */
  private final class Chain {
    private Template text = new Template();

    void add(Value operand, Tree node) {
      boolean plain = CallEffects.isPlain(operand.type());
      text.text(text.operands().isEmpty() ? "" : " + ").hole(operand);
      function.unmarkLiteral(operand);
      if (!plain) {
        // An object is asked for its text before anything else happens.
        Value sofar = close(Opaque.Effect.WRITES, node);
        text = new Template().hole(sofar);
      }
    }

    Value close(Opaque.Effect effect, Tree node) {
      return function
          .ops()
          .opaque(
              text.toString(), text.operands(), effect, ReferenceType.STRING, function.range(node));
    }

    Value end(Tree node) {
      boolean closed = text.operands().size() == 1;
      return closed ? text.operands().get(0) : close(Opaque.Effect.READS, node);
    }
  }

  /** A chain of {@code +}, of numbers or of text. */
  Value sum(BinaryTree node) {
    Deque<BinaryTree> chain = new ArrayDeque<>();
    ExpressionTree first = node;
    while (first instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      chain.push(sum);
      first = sum.getLeftOperand();
    }
    Value left = function.value(first);
    Chain text = null;
    for (BinaryTree sum : chain) {
      Value right = function.value(sum.getRightOperand());
      if (text != null) {
        text.add(right, sum);
      } else if (isText(left) || isText(right)) {
        text = new Chain();
        text.add(left, sum);
        text.add(right, sum);
      } else {
        left = arithmetic.apply(ArithmeticLowering.operator(sum.getKind()), left, right, sum);
      }
    }
    return text == null ? left : text.end(node);
  }

  /** Two values joined. */
  Value join(Value left, Value right, Tree node) {
    Chain text = new Chain();
    text.add(left, node);
    text.add(right, node);
    return text.end(node);
  }

  static boolean isText(Value value) {
    return value.type().equals(ReferenceType.STRING);
  }

  /** Whether {@code +} of these makes text. */
  static boolean joins(List<Value> values) {
    return values.stream().anyMatch(TextLowering::isText);
  }
}
