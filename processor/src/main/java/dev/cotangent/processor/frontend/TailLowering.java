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
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The whole body: appends its operations and gives the function's results. */
  List<Value> body(BlockTree body) {
    Rest all = new Rest(body.getStatements(), new Scope(flow.scope()), null);
    return tail(new Way(all, new FunctionEnd(function, result, body)));
  }

  /**
   * Lowers statements in a scope of their own, so that all paths come together behind them; then
   * the code of the exits says which was taken.
   */
  void join(List<? extends StatementTree> statements, Exits exits) {
    List<Variable> variables = new ArrayList<>(function.inScope(Syntax.assigned(statements)));
    variables.addAll(carriers(exits));
    Join join = new Join(function, exits, variables);
    Rest rest = new Rest(statements, new Scope(flow.scope()), null);
    join.write(tail(new Way(rest, join)));
  }

  /** The variables that tell, behind a statement, by which exit it was left, and with what. */
  List<Variable> carriers(Exits exits) {
    List<Variable> carriers = new ArrayList<>();
    if (exits.jumps().contains(Jump.RETURN)) {
      result.ifPresent(carriers::add);
    }
    exits.code().ifPresent(carriers::add);
    return carriers;
  }

  /** Whether the exit with that number was taken. */
  Value isTaken(Exits exits, int number, SourceRange at) {
    Value code = flow.read(exits.code().orElseThrow()).orElseThrow();
    if (code.type() == PrimitiveType.BOOLEAN) {
      return number == 1 ? code : function.ops().unary(UnaryOperator.NOT, code, at);
    }
    Value constant = function.ops().constant(number, at);
    return function.ops().binary(BinaryOperator.EQUAL, code, constant, at);
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

  /** Whether the statement jumps to somewhere outside it, or behind it by its label. */
  private boolean hasPaths(StatementTree statement) {
    boolean takesBreaks = Syntax.isLoop(statement);
    return !jumps.leaving(statement).isEmpty()
        || (!takesBreaks && jumps.contains(statement, Jump.breakOf(statement)));
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

  private List<Value> either(Value condition, Way first, Way second, Tree node) {
    SourceRange at = function.range(node);
    Flow.Branch<List<Value>> a = flow.branch(() -> tail(first));
    Flow.Branch<List<Value>> b = flow.branch(() -> tail(second));
    return append(condition, a, b, first.end().fresh(at), at);
  }

  private List<Value> append(
      Value condition,
      Flow.Branch<List<Value>> first,
      Flow.Branch<List<Value>> second,
      List<Value> results,
      SourceRange at) {
    Region a = first.region(List.of(), first.result());
    Region b = second.region(List.of(), second.result());
    flow.out().append(new If(condition, a, b, results, at));
    return results;
  }

  /** Goes where each exit of the statement, which is lowered already, leads. */
  private List<Value> dispatch(StatementTree statement, Exits exits, Way way) {
    List<Jump> away = new ArrayList<>(exits.jumps());
    away.remove(Jump.breakOf(statement));
    return dispatch(away, exits, completion.of(statement), way, function.range(statement));
  }

  private List<Value> dispatch(
      List<Jump> away, Exits exits, boolean completes, Way way, SourceRange at) {
    if (away.isEmpty()) {
      return tail(way);
    }
    Jump jump = away.get(0);
    if (away.size() == 1 && !completes) {
      return way.end().yields(jump);
    }
    Value taken = isTaken(exits, exits.jumps().indexOf(jump) + 1, at);
    List<Jump> others = away.subList(1, away.size());
    Flow.Branch<List<Value>> gone = flow.branch(() -> way.end().yields(jump));
    Flow.Branch<List<Value>> goesOn =
        flow.branch(() -> dispatch(others, exits, completes, way, at));
    return append(taken, gone, goesOn, way.end().fresh(at), at);
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
    public List<Value> visitBreak(BreakTree node, Way way) {
      return way.end().yields(jumps.at(node));
    }

    @Override
    public List<Value> visitContinue(ContinueTree node, Way way) {
      return way.end().yields(jumps.at(node));
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
      return either(condition, new Way(then, way.end()), new Way(otherwise, way.end()), node);
    }

    @Override
    public List<Value> visitLabeledStatement(LabeledStatementTree node, Way way) {
      StatementTree inner = Syntax.withoutLabels(node);
      return Syntax.isLoop(inner) || !jumps.contains(inner, Jump.breakOf(inner))
          ? tail(new Way(rest(inner, way.behind()), way.end()))
          : joined(inner, way);
    }

    /** Several paths lead to what stands behind. */
    private List<Value> joined(StatementTree node, Way way) {
      Exits exits = Exits.of(jumps.leaving(node), Optional.of(Jump.breakOf(node)));
      join(List.of(node), exits);
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
