package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which values of a program become {@code Scalar}s in its define-by-run twin: those that are
 * computed from lifted parameters. References that may be one array get one type, so an array is
 * lifted as soon as a lifted value may be stored through any of them. Lifting more than needed
 * costs time and nothing else.
 */
final class LiftedValues {
  private final Program program;
  private final Set<Value> lifted = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean changed;

  private LiftedValues(Program program) {
    this.program = program;
  }

  /** The fixed point that starts from those parameters of the main function. */
  static LiftedValues of(Program program, List<Boolean> wrt) {
    LiftedValues values = new LiftedValues(program);
    for (int i = 0; i < wrt.size(); i++) {
      if (wrt.get(i)) {
        values.lift(program.main().parameters().get(i));
      }
    }
    // Whoever asks for the twin of an array wants scalars.
    program.main().results().stream().filter(r -> r.type().isFloatingArray()).forEach(values::lift);
    do {
      values.changed = false;
      program.functions().forEach(function -> values.visit(function.body()));
    } while (values.changed);
    return values;
  }

  boolean contains(Value value) {
    return lifted.contains(value);
  }

  private void visit(Region region) {
    for (Op op : region.ops()) {
      visit(op);
      op.regions().forEach(this::visit);
    }
  }

  private void visit(Op op) {
    if (op instanceof If choice) {
      flow(choice.thenRegion().yields(), choice.results());
      flow(choice.elseRegion().yields(), choice.results());
    } else if (op instanceof For loop) {
      visitLoop(loop.initial(), loop.carried(), loop.body().yields(), loop.results());
    } else if (op instanceof While loop) {
      List<Value> carried = loop.condition().parameters();
      visitLoop(loop.initial(), carried, loop.body().yields(), loop.results());
      flow(carried, loop.body().parameters());
    } else if (op instanceof Call call) {
      Function callee = program.helper(call.callee());
      flow(call.arguments(), callee.parameters());
      flow(callee.results(), call.results());
    } else if (op instanceof Derive derive) {
      visitDerive(derive);
    } else if (op instanceof Invoke call) {
      visitInvoke(call);
    } else {
      visitSimple(op);
    }
  }

  /** What a derivative is taken with respect to is lifted even where nothing around it is. */
  private void visitDerive(Derive op) {
    Function callee = program.helper(op.what().callee());
    int count = callee.parameters().size();
    for (int i = 0; i < count; i++) {
      if (op.what().wrt().get(i)) {
        lift(callee.parameters().get(i));
      }
    }
    flow(op.arguments().subList(0, count), callee.parameters());
    op.arguments().stream()
        .skip(count)
        .filter(tangent -> tangent.type().isReference())
        .forEach(this::lift);
    op.results().forEach(this::lift);
  }

  /**
   * A linked callee has one type for all its arrays, and may store anything in them; the array that
   * it gives may be one of them.
   */
  private void visitInvoke(Invoke call) {
    Differential differential = call.callee().differential();
    if (differential instanceof Differential.Zero) {
      return;
    }
    call.arguments().forEach(from -> call.results().forEach(to -> flow(from, to)));
    boolean linked = differential instanceof Differential.Linked;
    boolean wanted = call.results().stream().anyMatch(r -> r.type().isReference() && contains(r));
    if (linked && (wanted || call.arguments().stream().anyMatch(this::contains))) {
      call.arguments().stream()
          .filter(argument -> argument.type().isFloatingArray())
          .forEach(this::lift);
      call.results().forEach(this::lift);
    }
  }

  private void visitLoop(
      List<Value> initial, List<Value> carried, List<Value> yields, List<Value> results) {
    flow(initial, carried);
    flow(yields, carried);
    flow(carried, results);
  }

  private void visitSimple(Op op) {
    if (op instanceof Load load) {
      flow(load.array(), load.result());
    } else if (op instanceof Store store) {
      flow(store.content(), store.array());
    } else if (op instanceof CloneArray copy) {
      flow(copy.array(), copy.result());
    } else if (op instanceof Grow grow) {
      flow(grow.array(), grow.result());
    } else if (op instanceof Binary binary && binary.left().type().isReference()) {
      flow(binary.left(), binary.right());
    } else if (isArithmetic(op) && op.results().get(0).type().isFloating()) {
      op.operands().forEach(operand -> flow(operand, op.results().get(0)));
    }
  }

  private static boolean isArithmetic(Op op) {
    return op instanceof Unary
        || op instanceof Binary
        || op instanceof Convert
        || op instanceof MathCall;
  }

  private void flow(List<Value> from, List<Value> to) {
    for (int i = 0; i < to.size(); i++) {
      flow(from.get(i), to.get(i));
    }
  }

  /**
   * A number makes what it flows into lifted; between references the type must be the same on both
   * sides.
   */
  private void flow(Value from, Value to) {
    if (contains(from)) {
      lift(to);
    } else if (contains(to) && from.type().isReference()) {
      lift(from);
    }
  }

  private void lift(Value value) {
    if (value.type().isFloating() || value.type().isFloatingArray()) {
      changed |= lifted.add(value);
    }
  }
}
