package dev.cotangent.processor.frontend;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one loop is left before its condition ends it, and what that takes: it carries a code, and
 * tests, updates and conditions run only while there is none.
 */
final class LoopExits {
  private final FunctionLowering function;
  private final StatementTree loop;
  private final StatementTree body;
  private final Exits exits;

  LoopExits(FunctionLowering function, StatementTree loop, StatementTree body) {
    this.function = function;
    this.loop = loop;
    this.body = body;
    List<Jump> jumps = new ArrayList<>(function.jumps().leaving(loop));
    if (function.jumps().contains(loop, Jump.breakOf(loop))) {
      jumps.add(0, Jump.breakOf(loop));
    }
    this.exits = Exits.of(jumps, Optional.of(Jump.continueOf(loop)));
  }

  Exits exits() {
    return exits;
  }

  boolean isEmpty() {
    return exits.isEmpty();
  }

  /**
   * Gives a value to what the loop carries: its code, and the variables that its parts assign and
   * that get their first value there.
   */
  void begin(List<? extends Tree> parts) {
    SourceRange at = function.range(loop);
    List<Variable> assigned = new ArrayList<>(function.inScope(Syntax.assigned(parts)));
    assigned.addAll(carriers());
    for (Variable variable : assigned) {
      if (function.flow().read(variable).isEmpty() && !function.flow().isPoisoned(variable)) {
        function.flow().write(variable, function.ops().zero(variable.type(), at));
      }
    }
  }

  /** What the loop carries for its exits. */
  List<Variable> carriers() {
    return function.tails().carriers(exits);
  }

  /** Lowers the loop's statement; every {@code continue} leads behind it. */
  void statement() {
    boolean throwing = function.jumps().isThrowing(body);
    if (function.jumps().leaving(body).isEmpty() && !throwing) {
      function.statement(body);
    } else {
      function.tails().join(body, exits);
    }
  }

  /** What {@code test} gives; false, without running it, if the loop has been left. */
  Value unlessLeft(Supplier<Value> test) {
    if (exits.isEmpty()) {
      return test.get();
    }
    Value stays = Paths.isTaken(function, exits, 0, function.range(loop));
    Flow.Branch<Value> tested = function.flow().branch(test);
    Flow.Branch<Value> left =
        function.flow().branch(() -> function.ops().constant(false, function.range(loop)));
    return ConditionalLowering.join(function, stays, tested, left, loop);
  }
}
