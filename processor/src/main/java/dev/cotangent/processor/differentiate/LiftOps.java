package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.MakeTape;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.OpVisitor;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;

/** {@link LiftToScalar} of one operation of each kind. */
final class LiftOps implements OpVisitor<Void> {
  private final LiftToScalar lift;
  private final Builder out;

  LiftOps(LiftToScalar lift, Builder out) {
    this.lift = lift;
    this.out = out;
  }

  /** The operation on numbers, as it was. */
  private Void keep(Op op) {
    List<Value> operands =
        op.operands().stream().map(operand -> lift.asNumber(operand, out)).toList();
    List<Value> results = op.results().stream().map(lift::define).toList();
    out.append(op.rebuild(operands, results, List.of()));
    return null;
  }

  /**
   * The operation on numbers; an array that it gives is full of constants, since nobody wrote it.
   */
  private Void fromElsewhere(Op op) {
    boolean array = op.results().stream().anyMatch(r -> r.type().isReference() && lift.isLifted(r));
    if (!array) {
      return keep(op);
    }
    List<Value> operands =
        op.operands().stream().map(operand -> lift.asNumber(operand, out)).toList();
    Value old = op.results().get(0);
    Value numbers = new Value(old.type(), old.name(), old.source());
    out.append(op.rebuild(operands, List.of(numbers), List.of()));
    lift.replace(old, LiftToScalar.liftedArray(numbers, out));
    return null;
  }

  /** The operation on references, whose types alone change. */
  private Void carry(Op op, List<Value> operands) {
    List<Value> results = op.results().stream().map(lift::define).toList();
    out.append(op.rebuild(operands, results, List.of()));
    return null;
  }

  private Void lifted(String template, List<Value> operands, Value result) {
    List<Value> scalars = new ArrayList<>();
    for (Value operand : operands) {
      scalars.add(operand.type().isFloating() ? lift.asScalar(operand, out) : lift.map(operand));
    }
    lift.call(template, scalars, result, out);
    return null;
  }

  @Override
  public Void visitConstant(Constant op) {
    return op.content() instanceof Table ? fromElsewhere(op) : carry(op, List.of());
  }

  @Override
  public Void visitUnary(Unary op) {
    boolean negates = op.operator() == UnaryOperator.NEGATE;
    return negates && lift.isLifted(op.result())
        ? lifted("$0.negate()", op.operands(), op.result())
        : keep(op);
  }

  @Override
  public Void visitBinary(Binary op) {
    if (op.left().type().isReference()) {
      return carry(op, List.of(lift.map(op.left()), lift.map(op.right())));
    }
    if (!lift.isLifted(op.result())) {
      return keep(op);
    }
    boolean byNumber = op.result().type() == PrimitiveType.DOUBLE && !lift.isLifted(op.right());
    if (byNumber) {
      List<Value> operands = List.of(lift.map(op.left()), lift.map(op.right()));
      lift.call(ScalarCalls.arithmetic(op), operands, op.result(), out);
      return null;
    }
    return lifted(ScalarCalls.arithmetic(op), op.operands(), op.result());
  }

  @Override
  public Void visitConvert(Convert op) {
    if (!lift.isLifted(op.result())) {
      return keep(op);
    }
    if (op.result().type() == PrimitiveType.FLOAT) {
      return lifted("$0.toFloat()", op.operands(), op.result());
    }
    lift.replace(op.result(), lift.map(op.operand()));
    return null;
  }

  @Override
  public Void visitMathCall(MathCall op) {
    return lift.isLifted(op.result())
        ? lifted(ScalarCalls.function(op), op.arguments(), op.result())
        : keep(op);
  }

  @Override
  public Void visitAlloc(Alloc op) {
    if (!lift.isLifted(op.result())) {
      return keep(op);
    }
    Value length = lift.map(op.length());
    if (((ArrayType) op.result().type()).element().isReference()) {
      return carry(op, List.of(length));
    }
    // Each run makes a new array, so that it must not be merged with another one.
    out.append(
        new Opaque(
            "{dev.cotangent.Scalar}.zeros($0)",
            List.of(length),
            Opaque.Effect.WRITES,
            List.of(lift.define(op.result())),
            op.result().source()));
    return null;
  }

  @Override
  public Void visitCloneArray(CloneArray op) {
    return carry(op, List.of(lift.map(op.array())));
  }

  @Override
  public Void visitLength(Length op) {
    return carry(op, List.of(lift.map(op.array())));
  }

  @Override
  public Void visitLoad(Load op) {
    return carry(op, List.of(lift.map(op.array()), lift.map(op.index())));
  }

  @Override
  public Void visitStore(Store op) {
    boolean number = lift.isLifted(op.array()) && op.content().type().isFloating();
    Value content = number ? lift.asScalar(op.content(), out) : lift.map(op.content());
    return carry(op, List.of(lift.map(op.array()), lift.map(op.index()), content));
  }

  @Override
  public Void visitMakeRecord(MakeRecord op) {
    return keep(op);
  }

  @Override
  public Void visitReadComponent(ReadComponent op) {
    return keep(op);
  }

  @Override
  public Void visitCall(Call op) {
    List<Value> parameters = lift.parametersOf(op.callee());
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      arguments.add(lift.adapt(op.arguments().get(i), parameters.get(i), out));
    }
    return carry(op, arguments);
  }

  @Override
  public Void visitInvoke(Invoke op) {
    new LiftRules(lift, op, out).write();
    return null;
  }

  @Override
  public Void visitOpaque(Opaque op) {
    boolean mayKeep =
        op.effect() == Opaque.Effect.WRITES
            && op.operands().stream().anyMatch(v -> isNested(v.type()) && lift.isLifted(v));
    if (mayKeep) {
      throw OpaqueDerivatives.refusal(Code.FOREIGN_ARRAY, op);
    }
    // What becomes of the elements of other arrays nobody reads: see OpaqueDerivatives.
    return fromElsewhere(op);
  }

  private static boolean isNested(Type type) {
    return type instanceof ArrayType array && array.element().isReference();
  }

  @Override
  public Void visitThrow(Throw op) {
    return keep(op);
  }

  @Override
  public Void visitIf(If op) {
    List<Region> regions =
        List.of(
            lift.region(op.thenRegion(), op.results()), lift.region(op.elseRegion(), op.results()));
    return structure(op, List.of(lift.map(op.condition())), regions);
  }

  @Override
  public Void visitFor(For op) {
    List<Value> bounds = List.of(lift.map(op.start()), lift.map(op.bound()));
    List<Value> initial = adapt(op.initial(), op.carried());
    return structure(
        op, Lists.concat(bounds, initial), List.of(lift.region(op.body(), op.carried())));
  }

  @Override
  public Void visitWhile(While op) {
    List<Value> carried = op.condition().parameters();
    List<Value> initial = adapt(op.initial(), carried);
    List<Region> regions =
        List.of(
            lift.region(op.condition(), op.condition().yields()), lift.region(op.body(), carried));
    return structure(op, initial, regions);
  }

  private Void structure(Op op, List<Value> operands, List<Region> regions) {
    List<Value> results = op.results().stream().map(lift::define).toList();
    out.append(op.rebuild(operands, results, regions));
    return null;
  }

  private List<Value> adapt(List<Value> values, List<Value> targets) {
    List<Value> adapted = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      adapted.add(lift.adapt(values.get(i), targets.get(i), out));
    }
    return adapted;
  }

  @Override
  public Void visitStrongMultiply(StrongMultiply op) {
    throw notPrimal(op);
  }

  @Override
  public Void visitShadowOf(ShadowOf op) {
    throw notPrimal(op);
  }

  @Override
  public Void visitGrow(Grow op) {
    throw notPrimal(op);
  }

  @Override
  public Void visitDerive(Derive op) {
    new LiftDerivatives(lift, op, out).write();
    return null;
  }

  @Override
  public Void visitMakeTape(MakeTape op) {
    throw notPrimal(op);
  }

  @Override
  public Void visitPush(Push op) {
    throw notPrimal(op);
  }

  @Override
  public Void visitPop(Pop op) {
    throw notPrimal(op);
  }

  private static IllegalStateException notPrimal(Op op) {
    return new IllegalStateException(
        op.getClass().getSimpleName() + " belongs to a derivative, not to a user's method");
  }
}
