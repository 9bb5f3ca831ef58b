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
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers loops. The variables that a loop assigns and that live around it are its carried values; a
 * loop with {@link LoopExits} carries their code as well.
 */
final class LoopLowering {
  private final FunctionLowering function;
  private final Flow flow;
  private final LoopAssembly assembly;

  LoopLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
    this.assembly = new LoopAssembly(function);
  }

  /**
   * A loop that its header's condition ends.
   *
   * @param condition empty for an endless loop
   */
  private record Loop(
      StatementTree tree,
      Optional<ExpressionTree> condition,
      StatementTree body,
      List<? extends ExpressionStatementTree> updates,
      LoopExits exits) {
    List<Tree> parts() {
      List<Tree> parts = new ArrayList<>(updates);
      parts.add(body);
      condition.ifPresent(parts::add);
      return parts;
    }
  }

  /** Appends the loop's operations; behind it the code of its exits says how it was left. */
  Exits lower(StatementTree node) {
    return flow.within(new Scope(flow.scope()), () -> node.accept(new Kinds(), null));
  }

  /** Lowers each kind of loop. */
  private final class Kinds extends SimpleTreeVisitor<Exits, Void> {
    @Override
    public Exits visitWhileLoop(WhileLoopTree node, Void unused) {
      return testing(loop(node, node.getCondition(), node.getStatement(), List.of()));
    }

    @Override
    public Exits visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
      Loop loop = loop(node, node.getCondition(), node.getStatement(), List.of());
      loop.exits().begin(loop.parts());
      return rotated(loop, function.ops().constant(true, function.range(node)));
    }

    @Override
    public Exits visitForLoop(ForLoopTree node, Void unused) {
      node.getInitializer().forEach(function::lowerOrThrow);
      LoopExits exits = new LoopExits(function, node, node.getStatement());
      return exits.isEmpty() && new CountedLowering(function).lower(node, exits::statement)
          ? exits.exits()
          : testing(loop(node, node.getCondition(), node.getStatement(), node.getUpdate()));
    }

    @Override
    public Exits visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
      return new ElementLoop(function, assembly, node).lower();
    }
  }

  private Loop loop(
      StatementTree node,
      ExpressionTree condition,
      StatementTree body,
      List<? extends ExpressionStatementTree> updates) {
    LoopExits exits = new LoopExits(function, node, body);
    if (!Completion.isEndless(condition)) {
      return new Loop(node, Optional.of(Syntax.strip(condition)), body, updates, exits);
    }
    if (exits.isEmpty()) {
      throw function.refuse(Code.ENDLESS_LOOP, node);
    }
    return new Loop(node, Optional.empty(), body, updates, exits);
  }

  /**
   * The loop that tests before each round. A condition that changes something is evaluated before
   * the loop and again at the end of each round.
   */
  private Exits testing(Loop loop) {
    if (!loop.exits().isEmpty()) {
      loop.exits().begin(loop.parts());
    }
    if (loop.condition().isPresent() && changesSomething(loop.condition().get())) {
      return rotated(loop, test(loop));
    }
    List<Variable> carried = Lists.concat(assembly.carried(loop.parts()), loop.exits().carriers());
    assembly.appendWhile(
        carried,
        () -> loop.exits().unlessLeft(() -> test(loop)),
        () -> {
          loop.exits().statement();
          updates(loop);
        },
        loop.tree());
    return loop.exits().exits();
  }

  /**
   * The loop over a flag: {@code first} before it, then what the condition says at the end of each
   * round.
   */
  private Exits rotated(Loop loop, Value first) {
    Variable flag = Variable.of("again", PrimitiveType.BOOLEAN);
    flow.write(flag, first);
    List<Variable> carried =
        Lists.append(Lists.concat(assembly.carried(loop.parts()), loop.exits().carriers()), flag);
    Runnable round =
        () -> {
          loop.exits().statement();
          Value again =
              loop.exits()
                  .unlessLeft(
                      () -> {
                        loop.updates().forEach(function::statement);
                        return test(loop);
                      });
          flow.write(flag, again);
        };
    assembly.appendWhile(carried, () -> flow.read(flag).orElseThrow(), round, loop.tree());
    return loop.exits().exits();
  }

  private Value test(Loop loop) {
    if (loop.condition().isEmpty()) {
      return function.ops().constant(true, function.range(loop.tree()));
    }
    ExpressionTree tree = loop.condition().get();
    return function.conversions().condition(function.value(tree), tree);
  }

  /** The updates: nobody notices if they run once more where they change the header's variables. */
  private void updates(Loop loop) {
    if (loop.updates().isEmpty()) {
      return;
    }
    if (loop.exits().isEmpty() || areUnnoticed(loop)) {
      loop.updates().forEach(function::statement);
    } else {
      loop.exits().unlessLeft(() -> updated(loop));
    }
  }

  private Value updated(Loop loop) {
    loop.updates().forEach(function::statement);
    return function.ops().constant(true, SourceRange.NONE);
  }

  private boolean areUnnoticed(Loop loop) {
    Set<String> header = new HashSet<>();
    if (loop.tree() instanceof ForLoopTree tree) {
      tree.getInitializer().stream()
          .filter(VariableTree.class::isInstance)
          .forEach(init -> header.add(((VariableTree) init).getName().toString()));
    }
    Flow.Branch<Value> trial = flow.branch(() -> updated(loop));
    return header.containsAll(Syntax.assigned(loop.updates()))
        && Effects.of(trial.out().ops()).isPure();
  }

  private boolean changesSomething(ExpressionTree condition) {
    if (!Syntax.assigned(condition).isEmpty()) {
      return true;
    }
    Flow.Branch<Value> trial = flow.branch(() -> function.value(condition));
    return Invariance.changesSomething(trial.out().ops());
  }
}
