package dev.cotangent.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.ir.BinaryOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shape {@code for (int i = s; i < b; i += c)} of a loop, found by syntax: the variable is
 * declared here, changed by the constant step alone, and nothing in the bound is assigned in the
 * loop. Whether the bound's type and effects fit is for {@link LoopLowering} to see.
 *
 * @param updates the other updates, which do not mention the variable
 */
record CountedLoop(
    String variable,
    BinaryOperator relation,
    ExpressionTree bound,
    int step,
    List<ExpressionStatementTree> updates) {

  /**
   * The counted shape of the loop, if it has one. The loop's own variables are declared already.
   */
  static Optional<CountedLoop> of(ForLoopTree loop, IntConstants constants) {
    if (!(loop.getCondition() != null
        && Syntax.strip(loop.getCondition()) instanceof BinaryTree condition)) {
      return Optional.empty();
    }
    return loop.getInitializer().stream()
        .filter(VariableTree.class::isInstance)
        .map(init -> ((VariableTree) init).getName().toString())
        .flatMap(name -> of(name, condition, loop, constants).stream())
        .findFirst();
  }

  private static Optional<CountedLoop> of(
      String name, BinaryTree condition, ForLoopTree loop, IntConstants constants) {
    BinaryOperator operator = ArithmeticLowering.operator(condition.getKind());
    if (operator == null || !operator.isOrdering()) {
      return Optional.empty();
    }
    boolean left = isName(condition.getLeftOperand(), name);
    ExpressionTree bound = left ? condition.getRightOperand() : condition.getLeftOperand();
    if (!left && !isName(condition.getRightOperand(), name)) {
      return Optional.empty();
    }
    return step(name, loop, constants)
        .map(
            found ->
                new CountedLoop(
                    name,
                    left ? operator : mirrored(operator),
                    bound,
                    found.step(),
                    found.others()))
        .filter(counted -> counted.isInvariant(loop.getStatement()));
  }

  /** The step and the other updates. */
  private record Step(int step, List<ExpressionStatementTree> others) {}

  private static Optional<Step> step(String name, ForLoopTree loop, IntConstants constants) {
    List<ExpressionStatementTree> others = new ArrayList<>(loop.getUpdate());
    for (ExpressionStatementTree update : loop.getUpdate()) {
      Optional<Integer> step = step(update.getExpression(), name, constants);
      if (step.isPresent() && step.get() != 0) {
        others.remove(update);
        boolean apart = !Syntax.mentioned(others).contains(name);
        return apart ? Optional.of(new Step(step.get(), others)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * By how much the update changes the variable: {@code i++}, {@code i -= 2}, {@code i = i + 2}.
   */
  private static Optional<Integer> step(
      ExpressionTree update, String name, IntConstants constants) {
    if (update instanceof UnaryTree unary && isName(unary.getExpression(), name)) {
      return switch (unary.getKind()) {
        case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Optional.of(1);
        case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Optional.of(-1);
        default -> Optional.empty();
      };
    }
    if (update instanceof CompoundAssignmentTree compound && isName(compound.getVariable(), name)) {
      return signed(compound.getKind(), compound.getExpression(), constants);
    }
    if (update instanceof AssignmentTree assignment
        && isName(assignment.getVariable(), name)
        && Syntax.strip(assignment.getExpression()) instanceof BinaryTree sum
        && isName(sum.getLeftOperand(), name)) {
      return signed(sum.getKind(), sum.getRightOperand(), constants);
    }
    return Optional.empty();
  }

  private static Optional<Integer> signed(
      Tree.Kind kind, ExpressionTree amount, IntConstants constants) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> constants.evaluate(amount);
      case MINUS, MINUS_ASSIGNMENT -> constants.evaluate(amount).map(step -> -step);
      default -> Optional.empty();
    };
  }

  /** Whether nothing in the loop assigns the variable or what the bound mentions. */
  private boolean isInvariant(StatementTree body) {
    List<Tree> loop = new ArrayList<>(updates);
    loop.add(body);
    loop.add(bound);
    Set<String> assigned = Syntax.assigned(loop);
    Set<String> mentioned = Syntax.mentioned(List.of(bound));
    return !assigned.contains(variable)
        && !mentioned.contains(variable)
        && Collections.disjoint(assigned, mentioned);
  }

  private static boolean isName(ExpressionTree tree, String name) {
    return Syntax.strip(tree) instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(name);
  }

  private static BinaryOperator mirrored(BinaryOperator relation) {
    return switch (relation) {
      case LESS -> BinaryOperator.GREATER;
      case LESS_EQUAL -> BinaryOperator.GREATER_EQUAL;
      case GREATER -> BinaryOperator.LESS;
      default -> BinaryOperator.LESS_EQUAL;
    };
  }
}
