package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;

/**
 * Whether a file only ever reads elements of the array that a name stands for, or its length, or
 * copies it, so that the reference never gets anywhere else. Whatever else in the file has the name
 * counts as a mention, local variables apart.
 */
final class ReadOnlyMentions extends TreePathScanner<Void, Void> {
  private static final Set<Tree.Kind> UPDATES =
      Set.of(
          Tree.Kind.PREFIX_INCREMENT,
          Tree.Kind.PREFIX_DECREMENT,
          Tree.Kind.POSTFIX_INCREMENT,
          Tree.Kind.POSTFIX_DECREMENT);

  private final Name name;
  private boolean readOnly = true;

  private ReadOnlyMentions(Name name) {
    this.name = name;
  }

  /** Whether all mentions of the name in the file are of that kind. */
  static boolean all(CompilationUnitTree file, Name name) {
    ReadOnlyMentions mentions = new ReadOnlyMentions(name);
    mentions.scan(new TreePath(file), null);
    return mentions.readOnly;
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    if (node.getName().contentEquals(name) && !isLocal(getCurrentPath())) {
      readOnly &= isRead(getCurrentPath());
    }
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    if (node.getIdentifier().contentEquals(name)) {
      readOnly &= isRead(getCurrentPath());
    }
    return super.visitMemberSelect(node, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree node, Void unused) {
    readOnly &= !node.getName().contentEquals(name);
    return super.visitMemberReference(node, null);
  }

  /** Whether a parameter, or a variable declared before in a block around, has the name. */
  private boolean isLocal(TreePath mention) {
    for (TreePath at = mention; at.getParentPath() != null; at = at.getParentPath()) {
      Tree around = at.getParentPath().getLeaf();
      List<? extends Tree> before =
          around instanceof BlockTree block
              ? block.getStatements().subList(0, block.getStatements().indexOf(at.getLeaf()))
              : around instanceof MethodTree method ? method.getParameters() : List.of();
      if (before.stream().anyMatch(this::declaresIt)) {
        return true;
      }
    }
    return false;
  }

  private boolean declaresIt(Tree tree) {
    return tree instanceof VariableTree variable && variable.getName().contentEquals(name);
  }

  private static boolean isRead(TreePath mention) {
    Tree parent = mention.getParentPath().getLeaf();
    if (parent instanceof MemberSelectTree select) {
      return Set.of("length", "clone").contains(select.getIdentifier().toString());
    }
    if (parent instanceof EnhancedForLoopTree loop) {
      return loop.getExpression() == mention.getLeaf();
    }
    return parent instanceof ArrayAccessTree access
        && (access.getIndex() == mention.getLeaf() || !isWritten(mention.getParentPath()));
  }

  private static boolean isWritten(TreePath element) {
    ExpressionTree access = (ExpressionTree) element.getLeaf();
    Tree parent = element.getParentPath().getLeaf();
    if (parent instanceof AssignmentTree assignment) {
      return assignment.getVariable() == access;
    }
    if (parent instanceof CompoundAssignmentTree assignment) {
      return assignment.getVariable() == access;
    }
    return parent instanceof ParenthesizedTree
        ? isWritten(element.getParentPath())
        : parent instanceof UnaryTree && UPDATES.contains(parent.getKind());
  }
}
