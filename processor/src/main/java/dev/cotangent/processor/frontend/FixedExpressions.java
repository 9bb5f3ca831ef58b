package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Unary;
import java.util.Set;

/**
 * Which expressions have the same value, bit by bit, on every machine and in every run: arithmetic
 * on constants, {@code StrictMath}, and what {@code Math} specifies without leeway.
 */
final class FixedExpressions {
  private static final Set<String> OWNERS = Set.of("Math", "StrictMath");

  /** The others may differ in the last place, or came out otherwise in earlier releases. */
  private static final Set<String> WITHOUT_LEEWAY =
      Set.of("abs", "max", "min", "sqrt", "floor", "ceil", "rint", "signum", "ulp", "fma", "scalb");

  private static final Set<String> UNSTABLE = Set.of("toRadians", "toDegrees", "random");

  private static final Set<Tree.Kind> FOREIGN =
      Set.of(
          Tree.Kind.NEW_ARRAY,
          Tree.Kind.NEW_CLASS,
          Tree.Kind.LAMBDA_EXPRESSION,
          Tree.Kind.MEMBER_REFERENCE,
          Tree.Kind.CONDITIONAL_EXPRESSION);

  private FixedExpressions() {}

  /** Whether it calls nothing of the user's and makes nothing. */
  static boolean mayBeFixed(ExpressionTree expression) {
    Boolean foreign =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean scan(Tree tree, Void unused) {
            return isForeign(tree) ? Boolean.TRUE : super.scan(tree, null);
          }

          @Override
          public Boolean reduce(Boolean first, Boolean second) {
            return Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
          }
        }.scan(expression, null);
    return !Boolean.TRUE.equals(foreign);
  }

  private static boolean isForeign(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return !(call.getMethodSelect() instanceof MemberSelectTree select
          && OWNERS.contains(select.getExpression().toString()));
    }
    return tree != null && FOREIGN.contains(tree.getKind());
  }

  /** Whether every operation of what it was lowered to is one of these. */
  static boolean isFixed(Function function) {
    return function.body().ops().stream().allMatch(FixedExpressions::isFixed);
  }

  private static boolean isFixed(Op op) {
    if (op instanceof MathCall call) {
      return call.owner().equals("java.lang.StrictMath")
          ? !UNSTABLE.contains(call.name())
          : call.owner().equals(MathCall.MATH) && WITHOUT_LEEWAY.contains(call.name());
    }
    return op instanceof Constant
        || op instanceof Unary
        || op instanceof Binary
        || op instanceof Convert;
  }
}
