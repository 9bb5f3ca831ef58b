package dev.cotangent.processor.frontend;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the jumps of a method's body go. Input: the body; output: the {@link Jump} of each {@code
 * break}, {@code continue}, {@code yield}, {@code return} and {@code throw}, and which of them
 * leave a statement.
 */
final class Jumps {
  private final Map<Tree, Jump> jumps = new IdentityHashMap<>();

  private Jumps() {}

  /** The jumps of a body. */
  static Jumps of(Tree body) {
    Jumps found = new Jumps();
    found.new Resolver().scan(body, new Targets(null, null, null, null));
    return found;
  }

  /** Where the jump statement goes. */
  Jump at(StatementTree jumpStatement) {
    return jumps.get(jumpStatement);
  }

  /** What the arrow of a switch expression's case does with the value behind it. */
  Jump atArrow(CaseTree arrow) {
    return jumps.get(arrow);
  }

  /**
   * The jumps from inside the statement to outside it, in source order, each once; exceptions,
   * which nothing waits for, are left out.
   */
  List<Jump> leaving(Tree statement) {
    return outward(statement).stream().filter(jump -> jump.kind() != Jump.Kind.THROW).toList();
  }

  /** Whether the statement throws, switch expressions in it apart, whose paths are their own. */
  boolean isThrowing(Tree statement) {
    return outward(statement).stream().anyMatch(jump -> jump.kind() == Jump.Kind.THROW);
  }

  private Set<Jump> outward(Tree statement) {
    Set<Jump> inside = new LinkedHashSet<>();
    Set<Tree> own = Collections.newSetFromMap(new IdentityHashMap<>());
    new OwnCode() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree != null) {
          own.add(tree);
          Jump jump = jumps.get(tree);
          if (jump != null) {
            inside.add(jump);
          }
        }
        return super.scan(tree, null);
      }
    }.scan(statement, null);
    inside.removeIf(jump -> own.contains(jump.target()));
    return inside;
  }

  /** Whether the jump stands somewhere in the tree. */
  boolean contains(Tree tree, Jump jump) {
    return count(tree, jump) > 0;
  }

  /** How often the jump stands in the tree. */
  int count(Tree tree, Jump jump) {
    int[] count = {0};
    new OwnCode() {
      @Override
      public Void scan(Tree inner, Void unused) {
        if (inner != null && jump.equals(jumps.get(inner))) {
          count[0]++;
        }
        return super.scan(inner, null);
      }
    }.scan(tree, null);
    return count[0];
  }

  /** Scans what the method itself runs: a lambda and a local class have jumps of their own. */
  private static class OwnCode extends TreeScanner<Void, Void> {
    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
      return null;
    }
  }

  /** What the jumps at a place go to. */
  private record Targets(Tree breaks, Tree continues, Tree yields, Label labels) {
    Targets loop(Tree loop) {
      return new Targets(loop, loop, yields, labels);
    }

    Tree labelled(CharSequence name) {
      Label label = labels;
      while (label != null && !label.name().contentEquals(name)) {
        label = label.outer();
      }
      return label == null ? null : label.statement();
    }
  }

  /** A label around a place. */
  private record Label(String name, Tree statement, Label outer) {}

  /** Finds the target of each jump on the way down. */
  private final class Resolver extends TreeScanner<Void, Targets> {
    @Override
    public Void visitWhileLoop(WhileLoopTree node, Targets targets) {
      return super.visitWhileLoop(node, targets.loop(node));
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree node, Targets targets) {
      return super.visitDoWhileLoop(node, targets.loop(node));
    }

    @Override
    public Void visitForLoop(ForLoopTree node, Targets targets) {
      return super.visitForLoop(node, targets.loop(node));
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Targets targets) {
      return super.visitEnhancedForLoop(node, targets.loop(node));
    }

    @Override
    public Void visitSwitch(SwitchTree node, Targets targets) {
      Targets inside = new Targets(node, targets.continues(), targets.yields(), targets.labels());
      return super.visitSwitch(node, inside);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree node, Targets targets) {
      return super.visitSwitchExpression(node, new Targets(null, null, node, null));
    }

    @Override
    public Void visitCase(CaseTree node, Targets targets) {
      if (node.getBody() instanceof ExpressionTree) {
        jumps.put(node, new Jump(Jump.Kind.YIELD, targets.yields()));
      }
      return super.visitCase(node, targets);
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree node, Targets targets) {
      Label label =
          new Label(node.getLabel().toString(), Syntax.withoutLabels(node), targets.labels());
      Targets inside = new Targets(targets.breaks(), targets.continues(), targets.yields(), label);
      return super.visitLabeledStatement(node, inside);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Targets targets) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree node, Targets targets) {
      return null;
    }

    @Override
    public Void visitBreak(BreakTree node, Targets targets) {
      Tree target = node.getLabel() == null ? targets.breaks() : targets.labelled(node.getLabel());
      jumps.put(node, Jump.breakOf(target));
      return null;
    }

    @Override
    public Void visitContinue(ContinueTree node, Targets targets) {
      Tree target =
          node.getLabel() == null ? targets.continues() : targets.labelled(node.getLabel());
      jumps.put(node, Jump.continueOf(target));
      return null;
    }

    @Override
    public Void visitYield(YieldTree node, Targets targets) {
      jumps.put(node, new Jump(Jump.Kind.YIELD, targets.yields()));
      return super.visitYield(node, targets);
    }

    @Override
    public Void visitThrow(ThrowTree node, Targets targets) {
      jumps.put(node, new Jump(Jump.Kind.THROW, targets.yields()));
      return super.visitThrow(node, targets);
    }

    @Override
    public Void visitReturn(ReturnTree node, Targets targets) {
      jumps.put(node, Jump.RETURN);
      return super.visitReturn(node, targets);
    }
  }
}
