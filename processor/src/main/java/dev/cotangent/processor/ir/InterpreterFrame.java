package dev.cotangent.processor.ir;

import dev.cotangent.runtime.Tape;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of a function in the {@link Interpreter}: what its values are, and how each operation
 * gets its results from them.
 */
final class InterpreterFrame implements OpVisitor<Object[]> {
  private static final Object[] NOTHING = {};

  private final Interpreter interpreter;
  private final Map<Value, Object> values = new IdentityHashMap<>();

  InterpreterFrame(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Runs the region with these parameters and gives what it yields. */
  Object[] run(Region region, Object... parameters) {
    define(region.parameters(), parameters);
    for (Op op : region.ops()) {
      interpreter.step();
      define(op.results(), op.accept(this));
    }
    return get(region.yields());
  }

  private void define(List<Value> targets, Object[] contents) {
    for (int i = 0; i < targets.size(); i++) {
      values.put(targets.get(i), contents[i]);
    }
  }

  private Object get(Value value) {
    Object content = values.get(value);
    if (content == null && !values.containsKey(value)) {
      throw new IllegalStateException("the value " + value + " is not defined");
    }
    return content;
  }

  private Object[] get(List<Value> list) {
    return list.stream().map(this::get).toArray();
  }

  private int integer(Value value) {
    return (Integer) get(value);
  }

  private static Object[] one(Object content) {
    return new Object[] {content};
  }

  @Override
  public Object[] visitConstant(Constant op) {
    return one(op.content() instanceof Table table ? InterpreterArrays.of(table) : op.content());
  }

  @Override
  public Object[] visitUnary(Unary op) {
    return one(JavaArithmetic.unary(op.operator(), get(op.operand())));
  }

  @Override
  public Object[] visitBinary(Binary op) {
    return one(JavaArithmetic.binary(op.operator(), get(op.left()), get(op.right())));
  }

  @Override
  public Object[] visitConvert(Convert op) {
    return one(JavaArithmetic.convert(get(op.operand()), (PrimitiveType) op.result().type()));
  }

  @Override
  public Object[] visitMathCall(MathCall op) {
    return one(InterpreterMethods.call(op.owner(), op.name(), op.arguments(), get(op.arguments())));
  }

  @Override
  public Object[] visitStrongMultiply(StrongMultiply op) {
    double seed = (Double) get(op.seed());
    return one(seed == 0 ? 0.0 : seed * (Double) get(op.partial()));
  }

  @Override
  public Object[] visitAlloc(Alloc op) {
    Class<?> element = InterpreterMethods.classOf(((ArrayType) op.result().type()).element());
    return one(InterpreterArrays.allocate(element, integer(op.length()), op.purpose()));
  }

  @Override
  public Object[] visitShadowOf(ShadowOf op) {
    return one(InterpreterArrays.shadowOf(get(op.array())));
  }

  @Override
  public Object[] visitGrow(Grow op) {
    return one(InterpreterArrays.grow(get(op.array()), integer(op.index())));
  }

  @Override
  public Object[] visitCloneArray(CloneArray op) {
    return one(InterpreterArrays.copy(get(op.array())));
  }

  @Override
  public Object[] visitLength(Length op) {
    return one(InterpreterArrays.length(get(op.array())));
  }

  @Override
  public Object[] visitLoad(Load op) {
    return one(InterpreterArrays.load(notNull(op.array()), integer(op.index())));
  }

  @Override
  public Object[] visitStore(Store op) {
    InterpreterArrays.store(notNull(op.array()), integer(op.index()), get(op.content()));
    return NOTHING;
  }

  private Object notNull(Value array) {
    Object content = get(array);
    if (content == null) {
      throw new NullPointerException("the array " + array + " is null");
    }
    return content;
  }

  @Override
  public Object[] visitMakeRecord(MakeRecord op) {
    return one(get(op.components()));
  }

  @Override
  public Object[] visitReadComponent(ReadComponent op) {
    return one(((Object[]) get(op.record()))[op.index()]);
  }

  @Override
  public Object[] visitCall(Call op) {
    return interpreter.call(op.callee(), get(op.arguments()));
  }

  @Override
  public Object[] visitInvoke(Invoke op) {
    return op.plain().accept(this);
  }

  @Override
  public Object[] visitOpaque(Opaque op) {
    return one(interpreter.evaluate(op, get(op.operands())));
  }

  @Override
  public Object[] visitDerive(Derive op) {
    throw new UnsupportedOperationException("a derivative must be composed before it runs");
  }

  @Override
  public Object[] visitMakeTape(MakeTape op) {
    return one(new Tape());
  }

  @Override
  public Object[] visitPush(Push op) {
    Tape tape = (Tape) get(op.tape());
    Object content = get(op.content());
    Type type = op.content().type();
    if (type.isReference()) {
      tape.pushReference(content);
    } else if (type.isFloating()) {
      tape.pushDouble(((Number) content).doubleValue());
    } else if (type == PrimitiveType.LONG) {
      tape.pushLong((Long) content);
    } else if (type == PrimitiveType.BOOLEAN) {
      tape.pushBoolean((Boolean) content);
    } else {
      tape.pushInt((Integer) JavaArithmetic.convert(content, PrimitiveType.INT));
    }
    return NOTHING;
  }

  @Override
  public Object[] visitPop(Pop op) {
    Tape tape = (Tape) get(op.tape());
    Type type = op.result().type();
    if (!(type instanceof PrimitiveType primitive)) {
      return one(tape.popReference());
    }
    return one(
        switch (primitive) {
          case DOUBLE, FLOAT -> JavaArithmetic.convert(tape.popDouble(), primitive);
          case LONG -> tape.popLong();
          case INT, SHORT, BYTE, CHAR -> JavaArithmetic.convert(tape.popInt(), primitive);
          case BOOLEAN -> tape.popBoolean();
        });
  }

  @Override
  public Object[] visitThrow(Throw op) {
    if (get(op.exception()) instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) get(op.exception());
  }

  @Override
  public Object[] visitIf(If op) {
    return run((Boolean) get(op.condition()) ? op.thenRegion() : op.elseRegion());
  }

  @Override
  public Object[] visitFor(For op) {
    Object[] carried = get(op.initial());
    Object index = get(op.start());
    Object bound = get(op.bound());
    Object step = JavaArithmetic.convert(op.step(), (PrimitiveType) op.index().type());
    while ((Boolean) JavaArithmetic.binary(op.relation(), index, bound)) {
      interpreter.step();
      carried = run(op.body(), prepend(index, carried));
      index = JavaArithmetic.binary(BinaryOperator.ADD, index, step);
    }
    return carried;
  }

  private static Object[] prepend(Object first, Object[] others) {
    Object[] all = new Object[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  @Override
  public Object[] visitWhile(While op) {
    Object[] carried = get(op.initial());
    while ((Boolean) run(op.condition(), carried)[0]) {
      interpreter.step();
      carried = run(op.body(), carried);
    }
    return carried;
  }
}
