package dev.cotangent.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lowers {@code switch}, statement and expression: a chain of tests over <em>runs</em>, which are
 * cases that fall through into each other.
 */
final class SwitchLowering {
  private final FunctionLowering function;
  private final Flow flow;
  private final Completion completion;

  SwitchLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
    this.completion = new Completion(function.jumps());
  }

  /** A switch that is lowered: what it tests, the scope of its block, and where its paths end. */
  private record Block(Tree tree, Selector selector, Scope scope, End end) {}

  /** Evaluates the selector and gives the yields of all paths through the cases. */
  List<Value> paths(Tree node, ExpressionTree selector, List<? extends CaseTree> cases, End end) {
    cases.forEach(one -> Cases.requireConstants(function, one));
    Selector evaluated = Selector.of(function, Syntax.strip(selector));
    Block block = new Block(node, evaluated, new Scope(flow.scope()), end);
    return flow.within(block.scope(), () -> chain(runs(cases), block));
  }

  /** The value of a switch expression. */
  Value value(SwitchExpressionTree node) {
    YieldSlot slot = new YieldSlot(type(node));
    Jump jump = new Jump(Jump.Kind.YIELD, node);
    Variable variable = slot.variable().orElseThrow();
    List<Variable> variables = new ArrayList<>(function.inScope(Syntax.assigned(node)));
    variables.add(variable);
    Join join = new Join(function, Exits.of(List.of(), Optional.of(jump)), variables);
    function.tails().open(node, slot);
    join.write(paths(node, node.getExpression(), node.getCases(), join));
    return flow.read(variable).orElseThrow();
  }

  /** The type of its values together, found by lowering it on trial. */
  private Type type(SwitchExpressionTree node) {
    YieldSlot slot = new YieldSlot();
    function.tails().open(node, slot);
    End nowhere =
        new Join(
            function, Exits.of(List.of(), Optional.of(new Jump(Jump.Kind.YIELD, node))), List.of());
    flow.branch(() -> paths(node, node.getExpression(), node.getCases(), nowhere));
    if (function.program().findings().hasErrors()) {
      throw Refusal.alreadyReported();
    }
    return Cases.common(slot.types())
        .orElseThrow(
            () ->
                function.refuse(
                    Code.SWITCH_FORM, node, "has values of types that do not go together"));
  }

  /** The cases in runs; the one with {@code default} comes last, as nothing tests for it. */
  private List<List<CaseTree>> runs(List<? extends CaseTree> cases) {
    List<List<CaseTree>> runs = new ArrayList<>();
    List<CaseTree> last = List.of();
    List<CaseTree> run = new ArrayList<>();
    for (CaseTree one : cases) {
      run.add(one);
      boolean fallsThrough =
          one.getStatements() != null
              && completion.of(one.getStatements())
              && one != cases.get(cases.size() - 1);
      if (!fallsThrough) {
        if (run.stream().anyMatch(Cases::isDefault)) {
          last = run;
        } else {
          runs.add(run);
        }
        run = new ArrayList<>();
      }
    }
    runs.add(last);
    return runs;
  }

  private List<Value> chain(List<List<CaseTree>> runs, Block block) {
    List<CaseTree> run = runs.get(0);
    if (runs.size() == 1) {
      return run.isEmpty() ? noCase(block) : run(run, block);
    }
    List<ExpressionTree> labels = new ArrayList<>();
    run.forEach(one -> labels.addAll(one.getExpressions()));
    Value matches = block.selector().isOneOf(labels, block.tree());
    List<List<CaseTree>> others = runs.subList(1, runs.size());
    return new Paths(function, block.end(), function.range(run.get(0)))
        .either(matches, () -> run(run, block), () -> chain(others, block));
  }

  /** A statement does nothing; an expression's enum has got a constant since it was compiled. */
  private List<Value> noCase(Block block) {
    if (!(block.tree() instanceof SwitchExpressionTree)) {
      return block.end().yields(Jump.NEXT);
    }
    boolean matches = function.names().qualifiedType("java.lang.MatchException").isPresent();
    new ThrowLowering(function)
        .raise(
            matches ? "java.lang.MatchException" : "java.lang.IncompatibleClassChangeError",
            matches ? "null, null" : "",
            function.range(block.tree()));
    return block.end().yields(Jump.THROW);
  }

  private List<Value> run(List<CaseTree> run, Block block) {
    return run.size() == 1
        ? body(run.get(0), block.scope(), block.end())
        : fallingThrough(run, entries(run, block), block);
  }

  private List<Value> body(CaseTree one, Scope scope, End end) {
    if (one.getStatements() != null) {
      return function.tails().sequence(one.getStatements(), scope, end);
    }
    if (one.getBody() instanceof StatementTree statement) {
      return function.tails().sequence(List.of(statement), new Scope(scope), end);
    }
    ExpressionTree value = (ExpressionTree) one.getBody();
    return function.tails().yielded(value, function.jumps().atArrow(one), end);
  }

  /** For each case of the run but the last whether it runs: it is entered, or one before it is. */
  private List<Value> entries(List<CaseTree> run, Block block) {
    List<Value> entries = new ArrayList<>();
    for (CaseTree one : run.subList(0, run.size() - 1)) {
      Supplier<Value> entered = () -> isEntered(one, run, block);
      entries.add(
          entries.isEmpty() ? entered.get() : or(entries.get(entries.size() - 1), entered, one));
    }
    return entries;
  }

  private Value isEntered(CaseTree one, List<CaseTree> run, Block block) {
    if (!Cases.isDefault(one)) {
      return block.selector().isOneOf(one.getExpressions(), one);
    }
    List<ExpressionTree> others = new ArrayList<>();
    run.forEach(other -> others.addAll(other.getExpressions()));
    SourceRange at = function.range(one);
    return others.isEmpty()
        ? function.ops().constant(true, at)
        : function.ops().unary(UnaryOperator.NOT, block.selector().isOneOf(others, one), at);
  }

  private Value or(Value left, Supplier<Value> right, Tree node) {
    Flow.Branch<Value> decided =
        flow.branch(() -> function.ops().constant(true, function.range(node)));
    return ConditionalLowering.join(function, left, decided, flow.branch(right), node);
  }

  private List<Value> fallingThrough(List<CaseTree> run, List<Value> entries, Block block) {
    CaseTree one = run.get(0);
    if (entries.isEmpty()) {
      return body(one, block.scope(), block.end());
    }
    Exits exits = Exits.of(function.jumps().leaving(one), Optional.empty());
    Paths guarded = new Paths(function, block.end(), function.range(one));
    function
        .tails()
        .join(
            List.of(one),
            exits,
            end ->
                new Paths(function, end, function.range(one))
                    .either(
                        entries.get(0),
                        () -> body(one, block.scope(), end),
                        () -> end.yields(Jump.NEXT)));
    Supplier<List<Value>> behind =
        () -> fallingThrough(run.subList(1, run.size()), entries.subList(1, entries.size()), block);
    return guarded.dispatch(exits, exits.jumps(), behind);
  }
}
