package dev.cotangent.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Literals;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lowers a method's body with its {@code return}s, which the IR does not have: what stands behind
 * an {@code if} that returns on one side moves into the other side. Only where both sides may go
 * on, a flag says whether the method has returned.
 */
final class TailLowering {
  private final FunctionLowering function;
  private final Flow flow;

  TailLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
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

  /** What the region under construction yields when a path through it ends. */
  private interface Target {
    /** The yields of a path that returns the value (none for {@code void}). */
    List<Value> returned(Optional<Value> value);

    /** The yields of a path that reaches the end without returning. */
    List<Value> completed();

    /** Fresh values like the yields. */
    List<Value> fresh(SourceRange at);

    /** The type of the value that is returned. */
    Optional<Type> type();
  }

  /** The whole body: appends its operations and gives the function's results. */
  List<Value> body(BlockTree body, Optional<Type> type) {
    Rest all = new Rest(body.getStatements(), new Scope(flow.scope()), null);
    return tail(all, new FunctionEnd(type, body));
  }

  private List<Value> tail(Rest start, Target target) {
    Rest rest = start;
    while (rest != null) {
      if (rest.statements().isEmpty()) {
        rest = rest.next();
        continue;
      }
      StatementTree statement = rest.statements().get(0);
      Scope scope = rest.scope();
      rest = rest.behindFirst();
      Rest behind = rest;
      if (!Syntax.returns(statement)) {
        lower(statement, scope);
      } else if (statement instanceof ReturnTree tree) {
        return flow.within(scope, () -> returned(tree, target));
      } else if (statement instanceof BlockTree block) {
        rest = new Rest(block.getStatements(), new Scope(scope), rest);
      } else if (statement instanceof IfTree tree) {
        Optional<Value> condition = flow.within(scope, () -> function.condition(tree));
        if (condition.isPresent()) {
          return flow.within(scope, () -> branch(tree, condition.get(), behind, target));
        }
      } else {
        lower(statement, scope);
      }
    }
    return target.completed();
  }

  private void lower(StatementTree statement, Scope scope) {
    flow.within(
        scope,
        () -> {
          function.statement(statement);
          return null;
        });
  }

  private List<Value> returned(ReturnTree tree, Target target) {
    try {
      if (tree.getExpression() == null || target.type().isEmpty()) {
        return target.returned(Optional.empty());
      }
      ExpressionTree expression = tree.getExpression();
      Value value = function.value(expression);
      return target.returned(
          Optional.of(function.conversions().implicit(value, target.type().get(), expression)));
    } catch (Refusal refusal) {
      function.recover(refusal, tree);
      return List.of();
    }
  }

  /** An {@code if} with a {@code return} in it, and what stands behind it. */
  private List<Value> branch(IfTree node, Value condition, Rest behind, Target target) {
    boolean thenGoesOn = Syntax.completes(node.getThenStatement());
    boolean elseGoesOn = Syntax.completes(node.getElseStatement());
    if (thenGoesOn && elseGoesOn && !Rest.isEmpty(behind)) {
      return flagged(node, condition, behind, target);
    }
    Rest afterThen = rest(node.getThenStatement(), thenGoesOn ? behind : null);
    Rest afterElse = rest(node.getElseStatement(), elseGoesOn ? behind : null);
    return either(condition, afterThen, afterElse, target, node);
  }

  private Rest rest(StatementTree first, Rest behind) {
    return new Rest(first == null ? List.of() : List.of(first), new Scope(flow.scope()), behind);
  }

  private List<Value> either(Value condition, Rest first, Rest second, Target target, Tree node) {
    SourceRange at = function.range(node);
    Flow.Branch<List<Value>> a = flow.branch(() -> tail(first, target));
    Flow.Branch<List<Value>> b = flow.branch(() -> tail(second, target));
    return append(condition, a, b, target.fresh(at), at);
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

  /** Both sides may go on and some path returns: what follows runs unless the flag is set. */
  private List<Value> flagged(IfTree node, Value condition, Rest behind, Target target) {
    List<Variable> assigned = function.inScope(Syntax.assigned(node));
    Flag flag = new Flag(target.type(), assigned);
    Rest first = rest(node.getThenStatement(), null);
    Rest second = rest(node.getElseStatement(), null);
    List<Value> results = either(condition, first, second, flag, node);
    flag.writeVariables(results);
    Optional<Value> value = target.type().map(type -> results.get(1));
    SourceRange at = function.range(node);
    Flow.Branch<List<Value>> gone = flow.branch(() -> target.returned(value));
    Flow.Branch<List<Value>> goesOn = flow.branch(() -> tail(behind, target));
    return append(results.get(0), gone, goesOn, target.fresh(at), at);
  }

  /** The end of the function: it yields what is returned. */
  private final class FunctionEnd implements Target {
    private final Optional<Type> type;
    private final BlockTree body;

    FunctionEnd(Optional<Type> type, BlockTree body) {
      this.type = type;
      this.body = body;
    }

    @Override
    public List<Value> returned(Optional<Value> value) {
      return value.map(List::of).orElse(List.of());
    }

    @Override
    public List<Value> completed() {
      if (type.isPresent()) {
        function.reportMissingReturn(body);
      }
      return List.of();
    }

    @Override
    public List<Value> fresh(SourceRange at) {
      return type.map(t -> List.of(new Value(t, "result", at))).orElse(List.of());
    }

    @Override
    public Optional<Type> type() {
      return type;
    }
  }

  /**
   * The end of a part of the function: it yields whether the function has returned, what, and the
   * variables.
   */
  private final class Flag implements Target {
    private final Optional<Type> type;
    private final List<Variable> variables;

    Flag(Optional<Type> type, List<Variable> variables) {
      this.type = type;
      this.variables = variables;
    }

    @Override
    public List<Value> returned(Optional<Value> value) {
      return yields(true, value);
    }

    @Override
    public List<Value> completed() {
      return yields(false, type.map(TailLowering.this::zero));
    }

    private List<Value> yields(boolean returned, Optional<Value> value) {
      List<Value> all = new ArrayList<>();
      all.add(function.ops().constant(returned, SourceRange.NONE));
      value.ifPresent(all::add);
      variables.forEach(v -> all.add(flow.read(v).orElseGet(() -> zero(v.type()))));
      return all;
    }

    void writeVariables(List<Value> results) {
      int first = type.isPresent() ? 2 : 1;
      for (int i = 0; i < variables.size(); i++) {
        flow.write(variables.get(i), results.get(first + i));
      }
    }

    @Override
    public List<Value> fresh(SourceRange at) {
      List<Value> all = new ArrayList<>();
      all.add(new Value(PrimitiveType.BOOLEAN, "returned", at));
      type.ifPresent(t -> all.add(new Value(t, "result", at)));
      variables.forEach(v -> all.add(new Value(v.type(), v.name(), at)));
      return all;
    }

    @Override
    public Optional<Type> type() {
      return type;
    }
  }

  private Value zero(Type type) {
    return type instanceof PrimitiveType primitive
        ? function.ops().constant(Literals.zero(primitive), SourceRange.NONE)
        : function.ops().nullOf(type, SourceRange.NONE);
  }
}
