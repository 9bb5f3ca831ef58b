package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers loops of the {@link CountedLoop} shape that end by counting alone. */
final class CountedLowering {
  private final FunctionLowering function;
  private final Flow flow;
  private final LoopAssembly assembly;

  CountedLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
    this.assembly = new LoopAssembly(function);
  }

  /**
   * Appends the loop, whose initialisers have run, if it is counted; otherwise appends nothing and
   * gives false.
   *
   * @param statement lowers the loop's statement
   */
  boolean lower(ForLoopTree node, Runnable statement) {
    return CountedLoop.of(node, new IntConstants(function))
        .filter(counted -> lower(counted, node, statement))
        .isPresent();
  }

  private boolean lower(CountedLoop loop, ForLoopTree node, Runnable statement) {
    Variable variable = flow.scope().find(loop.variable()).orElseThrow();
    List<Op> ops = flow.out().ops();
    int mark = ops.size();
    if (variable.type() == PrimitiveType.INT) {
      Optional<Value> bound = bound(loop.bound());
      Invariance invariance = Invariance.of(ops.subList(mark, ops.size()));
      if (bound.isPresent() && invariance.isPossible()) {
        List<Variable> carried = carried(loop, node);
        For counted = build(loop, bound.get(), carried, node, statement);
        if (invariance.holdsIn(counted.body())) {
          assembly.append(counted, carried);
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

  private List<Variable> carried(CountedLoop loop, ForLoopTree node) {
    List<Tree> parts = new ArrayList<>(loop.updates());
    parts.add(node.getStatement());
    return assembly.carried(parts);
  }

  private For build(
      CountedLoop loop, Value bound, List<Variable> carried, ForLoopTree node, Runnable statement) {
    Variable variable = flow.scope().find(loop.variable()).orElseThrow();
    Value start = flow.read(variable).orElseThrow(Refusal::alreadyReported);
    Value index = new Value(PrimitiveType.INT, loop.variable(), function.range(node));
    Runnable body =
        () -> {
          flow.write(variable, index);
          statement.run();
          loop.updates().forEach(function::statement);
        };
    return assembly.counted(
        new LoopAssembly.Header(start, bound, loop.step(), loop.relation(), index),
        carried,
        body,
        node);
  }
}
