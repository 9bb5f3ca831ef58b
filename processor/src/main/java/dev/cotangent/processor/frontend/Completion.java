package dev.cotangent.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;

/**
 * Whether control may reach the end of a statement. Where it cannot tell it says yes, as Java does
 * for conditions that are not constant.
 */
final class Completion extends SimpleTreeVisitor<Boolean, Void> {
  private final Jumps jumps;

  Completion(Jumps jumps) {
    this.jumps = jumps;
  }

  /** Whether the statement, which is null for a missing {@code else}, may complete. */
  boolean of(StatementTree statement) {
    return statement == null
        || visit(statement, null)
        || jumps.contains(statement, Jump.breakOf(statement));
  }

  /** Whether the statements, one after the other, may complete. */
  boolean of(List<? extends StatementTree> statements) {
    return statements.stream().allMatch(this::of);
  }

  /** Whether a loop with this condition goes on until something in it jumps. */
  static boolean isEndless(ExpressionTree condition) {
    return condition == null || Syntax.isTrue(condition);
  }

  @Override
  protected Boolean defaultAction(Tree node, Void unused) {
    return true;
  }

  @Override
  public Boolean visitReturn(ReturnTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitThrow(ThrowTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitBreak(BreakTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitContinue(ContinueTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitYield(YieldTree node, Void unused) {
    return false;
  }

  @Override
  public Boolean visitBlock(BlockTree node, Void unused) {
    return of(node.getStatements());
  }

  @Override
  public Boolean visitIf(IfTree node, Void unused) {
    return of(node.getThenStatement()) || of(node.getElseStatement());
  }

  @Override
  public Boolean visitSwitch(SwitchTree node, Void unused) {
    return waysOn(node) > 0;
  }

  /** How many paths lead to behind a switch, as far as one can see. */
  int waysOn(SwitchTree node) {
    List<? extends CaseTree> cases = node.getCases();
    int ways = jumps.count(node, Jump.breakOf(node));
    ways += cases.stream().anyMatch(Cases::isDefault) ? 0 : 1;
    for (int i = 0; i < cases.size(); i++) {
      CaseTree one = cases.get(i);
      boolean ends =
          one.getStatements() == null
              ? !(one.getBody() instanceof StatementTree body) || of(body)
              : i == cases.size() - 1 && of(one.getStatements());
      ways += ends ? 1 : 0;
    }
    return ways;
  }

  @Override
  public Boolean visitLabeledStatement(LabeledStatementTree node, Void unused) {
    return of(node.getStatement());
  }

  @Override
  public Boolean visitWhileLoop(WhileLoopTree node, Void unused) {
    return !isEndless(node.getCondition());
  }

  @Override
  public Boolean visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    boolean tested = of(node.getStatement()) || jumps.contains(node, Jump.continueOf(node));
    return tested && !isEndless(node.getCondition());
  }

  @Override
  public Boolean visitForLoop(ForLoopTree node, Void unused) {
    return !isEndless(node.getCondition());
  }
}
