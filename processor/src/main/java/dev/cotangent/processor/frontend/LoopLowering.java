package dev.cotangent.processor.frontend;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Literals;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lowers loops. The variables that a loop assigns and that live around it are its carried values.
 */
final class LoopLowering {
  private final FunctionLowering function;
  private final Flow flow;

  LoopLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
  }

  /** A loop that tests before each round. A missing condition is true. */
  private record Loop(
      Tree tree,
      Optional<ExpressionTree> condition,
      StatementTree body,
      List<? extends ExpressionStatementTree> updates) {
    List<Tree> parts() {
      List<Tree> parts = new ArrayList<>(updates);
      parts.add(body);
      condition.ifPresent(parts::add);
      return parts;
    }
  }

  void whileLoop(WhileLoopTree node) {
    ExpressionTree condition = Syntax.strip(node.getCondition());
    testing(new Loop(node, Optional.of(condition), node.getStatement(), List.of()));
  }

  /** Runs the initialisers, then the counted or the general form. The caller has opened a scope. */
  void forLoop(ForLoopTree node) {
    for (StatementTree initializer : node.getInitializer()) {
      function.lowerOrThrow(initializer);
    }
    Optional<CountedLoop> counted = CountedLoop.of(node, new IntConstants(function));
    if (counted.isPresent() && counted(counted.get(), node)) {
      return;
    }
    testing(
        new Loop(
            node, Optional.ofNullable(node.getCondition()), node.getStatement(), node.getUpdate()));
  }

  void enhancedFor(EnhancedForLoopTree node) {
    VariableTree variable = node.getVariable();
    Value array = function.value(node.getExpression());
    if (!(array.type() instanceof ArrayType type)) {
      throw function.refuse(
          Code.OBJECT_VALUE, node, "A loop over a collection", "copy it into an array first");
    }
    if (type.element() instanceof ArrayType) {
      throw function.refuse(Code.ARRAY_OF_ARRAYS, node, type.toString());
    }
    SourceRange at = function.range(node);
    Value start = function.ops().constant(0, at);
    Value length = function.ops().length(array, at);
    Value index = new Value(PrimitiveType.INT, "", at);
    Type declared = function.declaredType(variable).orElse(type.element());
    Runnable body =
        () -> {
          SourceRange place = function.range(variable);
          Value element = function.ops().load(array, index, place);
          Value converted = function.conversions().implicit(element, declared, variable);
          String name = variable.getName().toString();
          Variable each = Variable.of(name, declared);
          flow.declare(each);
          flow.write(each, function.conversions().named(converted, name));
          function.statement(node.getStatement());
        };
    List<Variable> carried = carried(List.of(node.getStatement()));
    Header header = new Header(start, length, 1, BinaryOperator.LESS, index);
    append(build(header, carried, body, node), carried);
  }

  /** A counted loop's header, evaluated. */
  private record Header(Value start, Value bound, int step, BinaryOperator relation, Value index) {}

  /**
   * Tries the counted form; takes back what it appended and gives false if the bound does not allow
   * it.
   */
  private boolean counted(CountedLoop loop, ForLoopTree node) {
    Variable variable = flow.scope().find(loop.variable()).orElseThrow();
    if (variable.type() != PrimitiveType.INT) {
      return false;
    }
    List<Op> ops = flow.out().ops();
    int mark = ops.size();
    Optional<Value> bound = bound(loop.bound());
    if (bound.isPresent()) {
      Invariance invariance = Invariance.of(ops.subList(mark, ops.size()));
      if (invariance.isPossible()) {
        Value start = flow.read(variable).orElseThrow(Refusal::alreadyReported);
        Value index = new Value(PrimitiveType.INT, loop.variable(), function.range(node));
        List<Tree> parts = new ArrayList<>(loop.updates());
        parts.add(node.getStatement());
        Runnable body =
            () -> {
              flow.write(variable, index);
              function.statement(node.getStatement());
              loop.updates().forEach(function::statement);
            };
        Header header = new Header(start, bound.get(), loop.step(), loop.relation(), index);
        List<Variable> carried = carried(parts);
        For counted = build(header, carried, body, node);
        if (invariance.holdsIn(counted.body())) {
          append(counted, carried);
          return true;
        }
      }
    }
    ops.subList(mark, ops.size()).clear();
    return false;
  }

  /** The bound as an {@code int}; empty if it is wider. */
  private Optional<Value> bound(ExpressionTree tree) {
    Value value = function.value(tree);
    boolean isInt = ConversionRules.isIntegral(value.type()) && value.type() != PrimitiveType.LONG;
    return isInt
        ? Optional.of(function.conversions().implicit(value, PrimitiveType.INT, tree))
        : Optional.empty();
  }

  private For build(Header header, List<Variable> carried, Runnable body, Tree node) {
    SourceRange at = function.range(node);
    List<Value> parameters = fresh(carried, at);
    Flow.Branch<Void> branch = round(carried, parameters, body);
    return new For(
        header.start(),
        header.bound(),
        header.step(),
        header.relation(),
        current(carried),
        branch.region(Lists.concat(List.of(header.index()), parameters), branch.valuesOf(carried)),
        fresh(carried, at),
        at);
  }

  /** The operations of one round, which starts with the carried variables being the parameters. */
  private Flow.Branch<Void> round(List<Variable> carried, List<Value> parameters, Runnable body) {
    return flow.branch(
        () -> {
          write(carried, parameters);
          flow.nested(body);
          return null;
        });
  }

  private void append(Op loop, List<Variable> carried) {
    flow.out().append(loop);
    write(carried, loop.results());
  }

  /**
   * The general loop. A condition that changes something is evaluated before the loop and again at
   * the end of each round.
   */
  private void testing(Loop loop) {
    if (loop.condition().isPresent() && changesSomething(loop.condition().get())) {
      rotated(loop, function.value(loop.condition().get()));
      return;
    }
    SourceRange at = function.range(loop.tree());
    List<Variable> carried = carried(loop.parts());
    List<Value> tested = fresh(carried, at);
    Flow.Branch<Value> condition =
        flow.branch(
            () -> {
              write(carried, tested);
              return test(loop, at);
            });
    appendWhile(new Test(tested, condition), carried, () -> round(loop), loop.tree());
  }

  /** A condition's region: its parameters and its operations. */
  private record Test(List<Value> parameters, Flow.Branch<Value> branch) {}

  private Value test(Loop loop, SourceRange at) {
    if (loop.condition().isEmpty()) {
      return function.ops().constant(true, at);
    }
    ExpressionTree tree = loop.condition().get();
    return function.conversions().condition(function.value(tree), tree);
  }

  private void round(Loop loop) {
    function.statement(loop.body());
    loop.updates().forEach(function::statement);
  }

  private boolean changesSomething(ExpressionTree condition) {
    if (!Syntax.assigned(condition).isEmpty()) {
      return true;
    }
    Flow.Branch<Value> trial = flow.branch(() -> function.value(condition));
    return Invariance.writesArrays(trial.out().ops());
  }

  void doWhileLoop(DoWhileLoopTree node) {
    ExpressionTree condition = Syntax.strip(node.getCondition());
    Loop loop = new Loop(node, Optional.of(condition), node.getStatement(), List.of());
    for (Variable variable : function.inScope(Syntax.assigned(loop.parts()))) {
      if (flow.read(variable).isEmpty() && !flow.isPoisoned(variable)) {
        flow.write(variable, zero(variable.type(), function.range(node)));
      }
    }
    rotated(loop, function.ops().constant(true, function.range(node)));
  }

  private Value zero(Type type, SourceRange at) {
    return type instanceof PrimitiveType primitive
        ? function.ops().constant(Literals.zero(primitive), at)
        : function.ops().nullOf(type, at);
  }

  /**
   * A loop over a flag: {@code first} before it, then what the condition says at the end of each
   * round.
   */
  private void rotated(Loop loop, Value first) {
    SourceRange at = function.range(loop.tree());
    Variable flag = Variable.of("again", PrimitiveType.BOOLEAN);
    flow.write(flag, first);
    List<Variable> carried = Lists.append(carried(loop.parts()), flag);
    List<Value> tested = fresh(carried, at);
    Flow.Branch<Value> condition = flow.branch(() -> tested.get(tested.size() - 1));
    Runnable round =
        () -> {
          round(loop);
          flow.write(flag, test(loop, at));
        };
    appendWhile(new Test(tested, condition), carried, round, loop.tree());
  }

  private void appendWhile(Test test, List<Variable> carried, Runnable round, Tree node) {
    SourceRange at = function.range(node);
    List<Value> parameters = fresh(carried, at);
    Flow.Branch<Void> branch = round(carried, parameters, round);
    While loop =
        new While(
            current(carried),
            test.branch().region(test.parameters(), List.of(test.branch().result())),
            branch.region(parameters, branch.valuesOf(carried)),
            fresh(carried, at),
            at);
    append(loop, carried);
  }

  /** The variables around the loop that its parts assign and that have a value before it. */
  private List<Variable> carried(List<Tree> parts) {
    return function.inScope(Syntax.assigned(parts)).stream()
        .filter(variable -> flow.read(variable).isPresent())
        .toList();
  }

  private List<Value> current(List<Variable> variables) {
    return variables.stream().map(variable -> flow.read(variable).orElseThrow()).toList();
  }

  private static List<Value> fresh(List<Variable> variables, SourceRange at) {
    return variables.stream().map(v -> new Value(v.type(), v.name(), at)).toList();
  }

  private void write(List<Variable> variables, List<Value> values) {
    for (int i = 0; i < variables.size(); i++) {
      flow.write(variables.get(i), values.get(i));
    }
  }
}
