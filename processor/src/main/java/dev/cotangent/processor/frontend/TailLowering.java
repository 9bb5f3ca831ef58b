package dev.cotangent.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
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
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lowers statements with jumps in them, which the IR does not have: what stands behind an {@code
 * if} that jumps on one side moves into the other side. Only where several paths go on, or where a
 * loop has been left, a variable says by which way, and what follows asks it.
 */
final class TailLowering {
  private final FunctionLowering function;
  private final Flow flow;
  private final Jumps jumps;
  private final Completion completion;
  private final Optional<Variable> result;
  private final Map<Tree, YieldSlot> slots = new IdentityHashMap<>();
  private final Leaving leaving = new Leaving();

  /**
   * @param type of what the method returns; empty for {@code void}
   */
  TailLowering(FunctionLowering function, Jumps jumps, Optional<Type> type) {
    this.function = function;
    this.flow = function.flow();
    this.jumps = jumps;
    this.completion = new Completion(jumps);
    this.result = type.map(t -> Variable.of("result", t));
  }

  /** What is still to run: statements of a block, then what stands behind the block. */
  private record Rest(List<? extends StatementTree> statements, Scope scope, Rest next) {
    Rest behindFirst() {
      return new Rest(statements.subList(1, statements.size()), scope, next);
    }

    static boolean isEmpty(Rest rest) {
      return rest == null || (rest.statements.isEmpty() && isEmpty(rest.next));
    }
  }

  /** Where the path under construction goes on, and where it ends. */
  private record Way(Rest behind, End end) {}

  /**
   * The whole body: appends its operations and gives the function's results.
   *
   * @param end the end of the body, if it is not the usual one
   */
  List<Value> body(BlockTree body, Optional<End> end) {
    return sequence(
        body.getStatements(),
        new Scope(flow.scope()),
        end.orElseGet(() -> new FunctionEnd(function, result, body)));
  }

  /** The yields of all paths through the statements, which stand in the scope. */
  List<Value> sequence(List<? extends StatementTree> statements, Scope scope, End end) {
    return tail(new Way(new Rest(statements, scope, null), end));
  }

  /**
   * Lowers a statement so that all its paths come together behind it; then the code of the exits
   * says which was taken.
   */
  void join(StatementTree statement, Exits exits) {
    Scope scope = new Scope(flow.scope());
    join(List.of(statement), exits, end -> sequence(List.of(statement), scope, end));
  }

  /**
   * As {@link #join(StatementTree, Exits)}.
   *
   * @param paths lowers the trees, and gives the yields of all paths through them
   */
  void join(
      List<? extends Tree> trees,
      Exits exits,
      java.util.function.Function<End, List<Value>> paths) {
    List<Variable> variables = new ArrayList<>(function.inScope(Syntax.assigned(trees)));
    variables.addAll(carriers(exits));
    Join join = new Join(function, exits, variables);
    join.write(paths.apply(join));
  }

  /** The variables that tell, behind a statement, by which exit it was left, and with what. */
  List<Variable> carriers(Exits exits) {
    List<Variable> carriers = new ArrayList<>();
    if (exits.jumps().contains(Jump.RETURN)) {
      result.ifPresent(carriers::add);
    }
    exits.jumps().stream()
        .filter(jump -> slots.containsKey(jump.target()) && jump.kind() == Jump.Kind.YIELD)
        .flatMap(jump -> slots.get(jump.target()).variable().stream())
        .forEach(carriers::add);
    exits.code().ifPresent(carriers::add);
    return carriers;
  }

  /** From now on the {@code yield}s of a switch expression put their values there. */
  void open(Tree switchExpression, YieldSlot slot) {
    slots.put(switchExpression, slot);
  }

  /** The path's yields when it leaves the switch expression with this value. */
  List<Value> yielded(ExpressionTree value, Jump jump, End end) {
    slots.get(jump.target()).put(function, value);
    return end.yields(jump);
  }

  private List<Value> tail(Way start) {
    Rest rest = start.behind();
    while (rest != null) {
      if (rest.statements().isEmpty()) {
        rest = rest.next();
        continue;
      }
      StatementTree statement = rest.statements().get(0);
      Scope scope = rest.scope();
      rest = rest.behindFirst();
      if (!hasPaths(statement)) {
        lower(statement, scope);
      } else if (statement instanceof BlockTree block) {
        rest = new Rest(block.getStatements(), new Scope(scope), rest);
      } else {
        Way way = new Way(rest, start.end());
        Optional<List<Value>> yields = flow.within(scope, () -> leave(statement, way));
        if (yields.isPresent()) {
          return yields.get();
        }
      }
    }
    return start.end().yields(Jump.NEXT);
  }

  /** Whether the statement jumps to somewhere outside it, throws, or leaves itself by its label. */
  private boolean hasPaths(StatementTree statement) {
    if (statement instanceof SwitchTree || !jumps.leaving(statement).isEmpty()) {
      return true;
    }
    return !Syntax.isLoop(statement)
        && (jumps.isThrowing(statement) || jumps.contains(statement, Jump.breakOf(statement)));
  }

  private void lower(StatementTree statement, Scope scope) {
    flow.within(
        scope,
        () -> {
          function.statement(statement);
          return null;
        });
  }

  /** The yields of all paths from this statement on; empty if the statement is refused. */
  private Optional<List<Value>> leave(StatementTree statement, Way way) {
    try {
      return Optional.of(leaving.visit(statement, way));
    } catch (Refusal refusal) {
      function.recover(refusal, statement);
      return Optional.empty();
    }
  }

  private Rest rest(StatementTree first, Rest behind) {
    return new Rest(first == null ? List.of() : List.of(first), new Scope(flow.scope()), behind);
  }

  /** Goes where each exit of the statement, which is lowered already, leads. */
  private List<Value> dispatch(StatementTree statement, Exits exits, Way way) {
    List<Jump> away = new ArrayList<>(exits.jumps());
    away.remove(Jump.breakOf(statement));
    Supplier<List<Value>> behind = completion.of(statement) ? () -> tail(way) : null;
    return paths(way, statement).dispatch(exits, away, behind);
  }

  private Paths paths(Way way, Tree node) {
    return new Paths(function, way.end(), function.range(node));
  }

  /** The end of the one path through a statement that goes on: it goes on with what is behind. */
  private final class Onwards implements End {
    private final StatementTree statement;
    private final Way way;

    Onwards(StatementTree statement, Way way) {
      this.statement = statement;
      this.way = way;
    }

    @Override
    public List<Value> yields(Jump jump) {
      boolean goesOn = jump.equals(Jump.NEXT) || jump.equals(Jump.breakOf(statement));
      return goesOn ? tail(way) : way.end().yields(jump);
    }

    @Override
    public List<Value> fresh(SourceRange at) {
      return way.end().fresh(at);
    }
  }

  /** Lowers each kind of statement that jumps to somewhere outside it. */
  private final class Leaving extends SimpleTreeVisitor<List<Value>, Way> {
    @Override
    protected List<Value> defaultAction(Tree node, Way way) {
      throw UnsupportedSyntax.refusal(function, node);
    }

    @Override
    public List<Value> visitReturn(ReturnTree node, Way way) {
      ExpressionTree expression = node.getExpression();
      if (expression != null && result.isPresent()) {
        Variable variable = result.get();
        Value value = function.value(expression, Wanted.as(variable.type()));
        flow.write(variable, function.conversions().implicit(value, variable.type(), expression));
      }
      return way.end().yields(Jump.RETURN);
    }

    @Override
    public List<Value> visitThrow(ThrowTree node, Way way) {
      new ThrowLowering(function).lower(node);
      return way.end().yields(Jump.THROW);
    }

    @Override
    public List<Value> visitBreak(BreakTree node, Way way) {
      return jump(node, way);
    }

    @Override
    public List<Value> visitContinue(ContinueTree node, Way way) {
      return jump(node, way);
    }

    private List<Value> jump(StatementTree node, Way way) {
      Jump jump = jumps.at(node);
      if (jump.target() == null) {
        String why = "there is nothing around that this could go to";
        throw function.refuse(Code.INVALID_SOURCE, node, why);
      }
      return way.end().yields(jump);
    }

    @Override
    public List<Value> visitYield(YieldTree node, Way way) {
      return yielded(node.getValue(), jumps.at(node), way.end());
    }

    @Override
    public List<Value> visitIf(IfTree node, Way way) {
      boolean thenGoesOn = completion.of(node.getThenStatement());
      boolean elseGoesOn = completion.of(node.getElseStatement());
      if (thenGoesOn && elseGoesOn && !Rest.isEmpty(way.behind())) {
        return joined(node, way);
      }
      Value condition = function.condition(node).orElseThrow(Refusal::alreadyReported);
      Rest then = rest(node.getThenStatement(), thenGoesOn ? way.behind() : null);
      Rest otherwise = rest(node.getElseStatement(), elseGoesOn ? way.behind() : null);
      return paths(way, node)
          .either(
              condition,
              () -> tail(new Way(then, way.end())),
              () -> tail(new Way(otherwise, way.end())));
    }

    @Override
    public List<Value> visitSwitch(SwitchTree node, Way way) {
      if (!Rest.isEmpty(way.behind()) && completion.waysOn(node) > 1) {
        return joined(node, way);
      }
      return new SwitchLowering(function)
          .paths(node, node.getExpression(), node.getCases(), new Onwards(node, way));
    }

    @Override
    public List<Value> visitLabeledStatement(LabeledStatementTree node, Way way) {
      StatementTree inner = Syntax.withoutLabels(node);
      return Syntax.takesBreaks(inner) || !jumps.contains(inner, Jump.breakOf(inner))
          ? tail(new Way(rest(inner, way.behind()), way.end()))
          : joined(inner, way);
    }

    /** Several paths lead to what stands behind. */
    private List<Value> joined(StatementTree node, Way way) {
      Exits exits = Exits.of(jumps.leaving(node), Optional.of(Jump.breakOf(node)));
      join(node, exits);
      return dispatch(node, exits, way);
    }

    @Override
    public List<Value> visitWhileLoop(WhileLoopTree node, Way way) {
      return loop(node, way);
    }

    @Override
    public List<Value> visitDoWhileLoop(DoWhileLoopTree node, Way way) {
      return loop(node, way);
    }

    @Override
    public List<Value> visitForLoop(ForLoopTree node, Way way) {
      return loop(node, way);
    }

    @Override
    public List<Value> visitEnhancedForLoop(EnhancedForLoopTree node, Way way) {
      return loop(node, way);
    }

    private List<Value> loop(StatementTree node, Way way) {
      return dispatch(node, function.loop(node), way);
    }
  }
}
