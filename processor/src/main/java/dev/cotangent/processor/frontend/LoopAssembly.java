package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import java.util.function.Supplier;

/** Puts a loop together from what lowers its parts and from the variables that it carries. */
final class LoopAssembly {
  private final FunctionLowering function;
  private final Flow flow;

  LoopAssembly(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
  }

  /** A counted loop's header, evaluated. */
  record Header(Value start, Value bound, int step, BinaryOperator relation, Value index) {}

  /** The variables around a loop that its parts assign and that have a value before it. */
  List<Variable> carried(List<? extends Tree> parts) {
    return function.inScope(Syntax.assigned(parts)).stream()
        .filter(variable -> flow.read(variable).isPresent())
        .toList();
  }

  /** The counted loop, not appended yet. */
  For counted(Header header, List<Variable> carried, Runnable body, Tree node) {
    SourceRange at = function.range(node);
    List<Value> parameters = Variable.fresh(carried, at);
    Flow.Branch<Void> branch = round(carried, parameters, body);
    return new For(
        header.start(),
        header.bound(),
        header.step(),
        header.relation(),
        current(carried),
        branch.region(Lists.concat(List.of(header.index()), parameters), branch.valuesOf(carried)),
        Variable.fresh(carried, at),
        at);
  }

  /** Appends a loop that runs {@code round} while {@code test} gives true. */
  void appendWhile(List<Variable> carried, Supplier<Value> test, Runnable round, Tree node) {
    SourceRange at = function.range(node);
    List<Value> tested = Variable.fresh(carried, at);
    Flow.Branch<Value> condition =
        flow.branch(
            () -> {
              write(carried, tested);
              return test.get();
            });
    List<Value> parameters = Variable.fresh(carried, at);
    Flow.Branch<Void> branch = round(carried, parameters, round);
    While loop =
        new While(
            current(carried),
            condition.region(tested, List.of(condition.result())),
            branch.region(parameters, branch.valuesOf(carried)),
            Variable.fresh(carried, at),
            at);
    append(loop, carried);
  }

  /** Appends a loop; behind it the carried variables are its results. */
  void append(Op loop, List<Variable> carried) {
    flow.out().append(loop);
    write(carried, loop.results());
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

  private List<Value> current(List<Variable> variables) {
    return variables.stream().map(variable -> flow.read(variable).orElseThrow()).toList();
  }

  private void write(List<Variable> variables, List<Value> values) {
    for (int i = 0; i < variables.size(); i++) {
      flow.write(variables.get(i), values.get(i));
    }
  }
}
