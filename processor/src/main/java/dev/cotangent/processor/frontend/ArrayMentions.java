package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stage 1: which variables' arrays a tree may change: those with an element that is assigned, and
 * those that are handed on. Reading a length or an element, a loop over numbers and a test for null
 * change nothing.
 */
final class ArrayMentions extends TreeScanner<Void, Void> {
  private final Set<String> exposed = new LinkedHashSet<>();

  private ArrayMentions() {}

  /** The simple names of the variables. */
  static Set<String> exposed(Tree tree) {
    ArrayMentions mentions = new ArrayMentions();
    mentions.scan(tree, null);
    return mentions.exposed;
  }

  private static boolean isName(Tree tree) {
    return tree instanceof ExpressionTree expression
        && Syntax.strip(expression) instanceof IdentifierTree;
  }

  private Void change(ExpressionTree target) {
    exposed.addAll(Syntax.mentioned(List.of(target)));
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    exposed.add(node.getName().toString());
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    boolean looks = node.getIdentifier().contentEquals("length") && isName(node.getExpression());
    return looks ? null : super.visitMemberSelect(node, null);
  }

  @Override
  public Void visitArrayAccess(ArrayAccessTree node, Void unused) {
    return isName(node.getExpression())
        ? scan(node.getIndex(), null)
        : super.visitArrayAccess(node, null);
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
    boolean looks =
        node.getVariable().getType() instanceof PrimitiveTypeTree && isName(node.getExpression());
    return looks ? scan(node.getStatement(), null) : super.visitEnhancedForLoop(node, null);
  }

  @Override
  public Void visitBinary(BinaryTree node, Void unused) {
    boolean looks =
        node.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL && isName(node.getLeftOperand());
    return looks ? null : super.visitBinary(node, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    boolean looks =
        List.of("requireNonNull", "Objects.requireNonNull")
                .contains(node.getMethodSelect().toString())
            && isName(node.getArguments().get(0));
    return looks ? null : super.visitMethodInvocation(node, null);
  }

  @Override
  public Void visitAssignment(AssignmentTree node, Void unused) {
    change(node.getVariable());
    return super.visitAssignment(node, null);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
    change(node.getVariable());
    return super.visitCompoundAssignment(node, null);
  }

  @Override
  public Void visitUnary(UnaryTree node, Void unused) {
    return switch (node.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          change(node.getExpression());
      default -> super.visitUnary(node, null);
    };
  }
}
