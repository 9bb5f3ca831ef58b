package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Appends operations to a list and hands out their results. Floating operations made here are free:
 * this is how derivative code is written down, one call an operation, with the place that {@link
 * #at} set last.
 */
public class Builder {
  private final List<Op> ops = new ArrayList<>();
  private SourceRange source = SourceRange.NONE;

  /** The operations so far; live, in order. */
  public List<Op> ops() {
    return ops;
  }

  /** What follows answers to this place of the user's file. */
  public Builder at(SourceRange place) {
    source = place;
    return this;
  }

  /** The place that was set last. */
  public SourceRange source() {
    return source;
  }

  /** Appends an operation made elsewhere. */
  public void append(Op op) {
    ops.add(op);
  }

  /** Closes the list into a region. */
  public Region region(List<Value> parameters, List<Value> yields) {
    return new Region(parameters, ops, yields);
  }

  /** A fresh value of the type at the current place. */
  public Value value(Type type, String name) {
    return new Value(type, name, source);
  }

  private Value value(Type type) {
    return value(type, "");
  }

  private Value define(Op op) {
    ops.add(op);
    return op.results().get(0);
  }

  /** A {@code double} literal. */
  public Value constant(double content) {
    return define(new Constant(content, value(PrimitiveType.DOUBLE)));
  }

  /** An {@code int} literal. */
  public Value constant(int content) {
    return define(new Constant(content, value(PrimitiveType.INT)));
  }

  /** A {@code boolean} literal. */
  public Value constant(boolean content) {
    return define(new Constant(content, value(PrimitiveType.BOOLEAN)));
  }

  /** Zero, false or null of the type. */
  public Value zero(Type type) {
    return define(
        new Constant(type instanceof PrimitiveType p ? Literals.zero(p) : null, value(type)));
  }

  /**
   * A binary operation; a comparison's result is boolean, any other's has the left operand's type.
   */
  public Value binary(BinaryOperator operator, Value left, Value right) {
    Type type = operator.isComparison() ? PrimitiveType.BOOLEAN : left.type();
    return define(new Binary(operator, left, right, false, value(type)));
  }

  /** {@code a + b}. */
  public Value add(Value a, Value b) {
    return binary(BinaryOperator.ADD, a, b);
  }

  /** {@code a - b}. */
  public Value subtract(Value a, Value b) {
    return binary(BinaryOperator.SUBTRACT, a, b);
  }

  /** {@code a * b}. */
  public Value multiply(Value a, Value b) {
    return binary(BinaryOperator.MULTIPLY, a, b);
  }

  /** {@code a / b}. */
  public Value divide(Value a, Value b) {
    return binary(BinaryOperator.DIVIDE, a, b);
  }

  /** {@code -a}. */
  public Value negate(Value a) {
    return define(new Unary(UnaryOperator.NEGATE, a, false, value(a.type())));
  }

  /** {@code !a}. */
  public Value not(Value a) {
    return define(new Unary(UnaryOperator.NOT, a, false, value(a.type())));
  }

  /** The strong product of a seed and a partial. */
  public Value strongMultiply(Value seed, Value partial) {
    return define(new StrongMultiply(seed, partial, value(PrimitiveType.DOUBLE)));
  }

  /** The value as {@code type}; itself if it has that type. */
  public Value convert(Value a, PrimitiveType type) {
    return a.type() == type ? a : define(new Convert(a, false, value(type)));
  }

  /** The value as {@code double}; itself if it is one. */
  public Value widen(Value a) {
    return convert(a, PrimitiveType.DOUBLE);
  }

  /** A call of {@code Math.name} whose result has the first argument's type. */
  public Value math(String name, Value... arguments) {
    return define(
        new MathCall(MathCall.MATH, name, List.of(arguments), false, value(arguments[0].type())));
  }

  /** A call of one of the runtime's formulas, {@code Adjoint.name}. */
  public Value adjoint(String name, Value... arguments) {
    return define(
        new MathCall(
            MathCall.ADJOINT, name, List.of(arguments), false, value(PrimitiveType.DOUBLE)));
  }

  /** {@code condition ? a : b} of two values that exist already. */
  public Value select(Value condition, Value a, Value b) {
    Value result = value(a.type());
    ops.add(
        new If(
            condition,
            new Region(List.of(), List.of(), List.of(a)),
            new Region(List.of(), List.of(), List.of(b)),
            List.of(result),
            source));
    return result;
  }

  /** One of two values, the first if the reference is null. */
  public Value ifNull(
      Value reference,
      Value result,
      Function<Builder, Value> absent,
      Function<Builder, Value> present) {
    Value isNull = binary(BinaryOperator.EQUAL, reference, zero(reference.type()));
    ops.add(new If(isNull, yielding(absent), yielding(present), List.of(result), source));
    return result;
  }

  private Region yielding(Function<Builder, Value> code) {
    Builder inner = new Builder().at(source);
    return inner.region(List.of(), List.of(code.apply(inner)));
  }

  /** Runs the code unless the reference is null. */
  public void unlessNull(Value reference, Consumer<Builder> code) {
    Value isNull = binary(BinaryOperator.EQUAL, reference, zero(reference.type()));
    Builder inner = new Builder().at(source);
    code.accept(inner);
    Region none = new Region(List.of(), List.of(), List.of());
    ops.add(new If(isNull, none, inner.region(List.of(), List.of()), List.of(), source));
  }

  /** Counts an index of that name from zero up to the bound, which it does not reach. */
  public void repeat(String name, Value bound, BiConsumer<Builder, Value> code) {
    Builder inner = new Builder().at(source);
    Value index = inner.value(PrimitiveType.INT, name);
    code.accept(inner, index);
    Region body = inner.region(List.of(index), List.of());
    Value first = constant(0);
    ops.add(new For(first, bound, 1, BinaryOperator.LESS, List.of(), body, List.of(), source));
  }

  /** An array's element. */
  public Value load(Value array, Value index) {
    return define(new Load(array, index, value(((ArrayType) array.type()).element())));
  }

  /** Overwrites an array's element. */
  public void store(Value array, Value index, Value content) {
    ops.add(new Store(array, index, content, source));
  }

  /** {@code array[index] += term}. */
  public void accumulate(Value array, Value index, Value term) {
    store(array, index, add(load(array, index), term));
  }

  /** An array's length. */
  public Value length(Value array) {
    return define(new Length(array, value(PrimitiveType.INT)));
  }

  /** A zeroed array. */
  public Value alloc(ArrayType type, Value length, Alloc.Purpose purpose, String name) {
    return define(new Alloc(length, purpose, value(type, name)));
  }

  /** A copy of an array, which of an array of arrays has the same rows. */
  public Value cloneOf(Value array, String name) {
    return define(new CloneArray(array, value(array.type(), name)));
  }

  /** A zeroed shadow of an array. */
  public Value shadowOf(Value array, String name) {
    return define(new ShadowOf(array, false, value(array.type().derivative(), name)));
  }

  /** One that the user's code has. */
  public Value partialsOf(Value array) {
    return define(new ShadowOf(array, true, value(array.type().derivative(), "")));
  }

  /** The array, longer if need be. */
  public Value grow(Value array, Value index) {
    return define(new Grow(array, index, value(array.type(), array.name())));
  }

  /** An empty tape. */
  public Value tape() {
    return define(new MakeTape(value(ReferenceType.TAPE, "tape")));
  }

  /** Pushes on a tape. */
  public void push(Value tape, Value content) {
    ops.add(new Push(tape, content));
  }

  /** Pops from a tape. */
  public Value pop(Value tape, Type type, String name) {
    return define(new Pop(tape, value(type, name)));
  }
}
