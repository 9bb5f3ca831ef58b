package dev.cotangent.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions about trees that need no names resolved. */
final class Syntax {
  private Syntax() {}

  /** The expression without parentheses around it. */
  static ExpressionTree strip(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** The statement behind the labels that stand before it. */
  static StatementTree withoutLabels(StatementTree tree) {
    StatementTree inner = tree;
    while (inner instanceof LabeledStatementTree labelled) {
      inner = labelled.getStatement();
    }
    return inner;
  }

  /** Whether the statement is a loop, of whatever kind. */
  static boolean isLoop(Tree tree) {
    return switch (tree.getKind()) {
      case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
      default -> false;
    };
  }

  /** Whether a {@code break} without a label may mean the statement. */
  static boolean takesBreaks(Tree tree) {
    return isLoop(tree) || tree instanceof SwitchTree;
  }

  /** Whether the expression is the literal {@code true}. */
  static boolean isTrue(ExpressionTree tree) {
    return strip(tree) instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
  }

  /** Whether the method is a constructor that begins with {@code this(...)}. */
  static boolean isDelegating(MethodTree method) {
    List<? extends StatementTree> body = method.getBody().getStatements();
    return !body.isEmpty()
        && body.get(0) instanceof ExpressionStatementTree first
        && first.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof IdentifierTree callee
        && callee.getName().contentEquals("this");
  }

  /** The simple names of variables that the trees assign, in order of appearance. */
  static Set<String> assigned(Tree... trees) {
    return assigned(Arrays.asList(trees));
  }

  /** The simple names of variables that the trees assign, in order of appearance. */
  static Set<String> assigned(List<? extends Tree> trees) {
    Set<String> names = new LinkedHashSet<>();
    new AssignmentScanner().scan(trees, names);
    return names;
  }

  /** Every simple name that the trees mention. */
  static Set<String> mentioned(List<? extends Tree> trees) {
    Set<String> names = new LinkedHashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree node, Void unused) {
        names.add(node.getName().toString());
        return null;
      }
    }.scan(trees, null);
    return names;
  }

  /** Collects the targets of assignments of every kind. */
  private static final class AssignmentScanner extends TreeScanner<Void, Set<String>> {
    @Override
    public Void visitAssignment(AssignmentTree node, Set<String> names) {
      target(node.getVariable(), names);
      return super.visitAssignment(node, names);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree node, Set<String> names) {
      target(node.getVariable(), names);
      return super.visitCompoundAssignment(node, names);
    }

    @Override
    public Void visitUnary(UnaryTree node, Set<String> names) {
      switch (node.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            target(node.getExpression(), names);
        default -> {}
      }
      return super.visitUnary(node, names);
    }

    private static void target(ExpressionTree tree, Set<String> names) {
      if (strip(tree) instanceof IdentifierTree identifier) {
        names.add(identifier.getName().toString());
      }
    }
  }

  /** Whether the method, which has no parameters, gives its object's field of that name. */
  static boolean returnsField(MethodTree method, String field) {
    List<? extends StatementTree> body = method.getBody().getStatements();
    return body.size() == 1
        && body.get(0) instanceof ReturnTree result
        && List.of(field, "this." + field).contains(String.valueOf(result.getExpression()));
  }
}
