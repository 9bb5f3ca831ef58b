package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Literals;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Appends the user's own operations, which are exact, to the region under construction. Types have
 * been converted before.
 */
final class ExactOps {
  private final Flow flow;

  ExactOps(Flow flow) {
    this.flow = flow;
  }

  private Value define(Op op) {
    flow.out().append(op);
    return op.results().get(0);
  }

  private static Value value(Type type, SourceRange at) {
    return new Value(type, "", at);
  }

  /** A boxed constant. */
  Value constant(Object content, SourceRange at) {
    return define(new Constant(content, value(ConversionRules.typeOf(content), at)));
  }

  /** A string literal. */
  Value text(String content, SourceRange at) {
    return define(new Constant(content, value(ReferenceType.STRING, at)));
  }

  /** An array that is only read. */
  Value table(Table table, SourceRange at) {
    return define(new Constant(table, value(table.type(), at)));
  }

  /** The null reference of a type. */
  Value nullOf(Type type, SourceRange at) {
    return define(new Constant(null, value(type, at)));
  }

  /** What a variable of this type starts with where Java gives it no value yet. */
  Value zero(Type type, SourceRange at) {
    return type instanceof PrimitiveType primitive
        ? constant(Literals.zero(primitive), at)
        : nullOf(type, at);
  }

  Value unary(UnaryOperator operator, Value operand, SourceRange at) {
    boolean exact = operand.type().isFloating();
    return define(new Unary(operator, operand, exact, value(operand.type(), at)));
  }

  Value binary(BinaryOperator operator, Value left, Value right, SourceRange at) {
    Type type = operator.isComparison() ? PrimitiveType.BOOLEAN : left.type();
    boolean exact = left.type().isFloating();
    return define(new Binary(operator, left, right, exact, value(type, at)));
  }

  Value convert(Value operand, PrimitiveType type, SourceRange at) {
    boolean exact = operand.type().isFloating() || type.isFloating();
    return define(new Convert(operand, exact, value(type, at)));
  }

  Value math(String owner, String name, List<Value> arguments, PrimitiveType type, SourceRange at) {
    boolean exact = type.isFloating() || arguments.stream().anyMatch(a -> a.type().isFloating());
    return define(new MathCall(owner, name, arguments, exact, value(type, at)));
  }

  Value opaque(
      String template, List<Value> operands, Opaque.Effect effect, Type type, SourceRange at) {
    return define(new Opaque(template, operands, effect, List.of(value(type, at)), at));
  }

  /** Java that is run for the exception that it may throw. */
  void effect(String template, List<Value> operands, SourceRange at) {
    flow.out().append(new Opaque(template, operands, Opaque.Effect.READS, List.of(), at));
  }

  Value load(Value array, Value index, SourceRange at) {
    Type element = ((ArrayType) array.type()).element();
    return define(new Load(array, index, value(element, at)));
  }

  void store(Value array, Value index, Value content, SourceRange at) {
    flow.out().append(new Store(array, index, content, at));
  }

  Value length(Value array, SourceRange at) {
    return define(new Length(array, value(PrimitiveType.INT, at)));
  }

  Value cloneOf(Value array, SourceRange at) {
    return define(new CloneArray(array, value(array.type(), at)));
  }

  Value alloc(ArrayType type, Value length, SourceRange at) {
    return define(new Alloc(length, Alloc.Purpose.PRIMAL, value(type, at)));
  }
}
