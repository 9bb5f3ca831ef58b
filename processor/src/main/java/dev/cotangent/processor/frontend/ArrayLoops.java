package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Stage 1: loops over the elements of arrays, for what the platform's methods do natively. Input:
 * evaluated arguments of the right types; output: operations, which first check what the method
 * checks ({@code dev.cotangent.runtime.Ranges}).
 */
final class ArrayLoops {
  private static final String RANGES = "{dev.cotangent.runtime.Ranges}.";

  private final SourceRange source;
  private final Builder out;

  /** Loops for a call at this place. */
  ArrayLoops(SourceRange source, Builder out) {
    this.source = source;
    this.out = out.at(source);
  }

  /** What happens to the element at an index. */
  @FunctionalInterface
  private interface Body {
    void write(Builder inner, Value index);
  }

  /** {@code Arrays.fill(array, content)}. */
  Value fill(Value array, Value content) {
    Value length = out.length(array);
    ascending(out, length, (inner, i) -> inner.store(array, i, content));
    return null;
  }

  /** {@code Arrays.fill(array, from, to, content)}. */
  Value fill(Value array, Value from, Value to, Value content) {
    check("checkFill($0, $1, $2)", List.of(out.length(array), from, to));
    Body body = (inner, i) -> inner.store(array, i, content);
    append(out, from, to, 1, body);
    return null;
  }

  /** {@code Arrays.copyOf(array, length)}. */
  Value copyOf(Value array, Value length) {
    Value count = out.math("min", out.length(array), length);
    Value copy = out.alloc((ArrayType) array.type(), length, Alloc.Purpose.PRIMAL, "");
    ascending(out, count, (inner, i) -> inner.store(copy, i, inner.load(array, i)));
    return copy;
  }

  /** {@code Arrays.copyOfRange(array, from, to)}. */
  Value copyOfRange(Value array, Value from, Value to) {
    Value length = number("length($0, $1)", List.of(from, to));
    List<Value> range = List.of(out.length(array), from, length);
    Value count = number("copied($0, $1, $2, \"" + kind(array) + "\")", range);
    Value copy = out.alloc((ArrayType) array.type(), length, Alloc.Purpose.PRIMAL, "");
    ascending(
        out, count, (inner, i) -> inner.store(copy, i, inner.load(array, inner.add(from, i))));
    return copy;
  }

  /**
   * {@code System.arraycopy(from, position, to, toPosition, count)}, which copies as if by way of a
   * third array: within one array, upwards from the last element.
   */
  Value copy(List<Value> arguments) {
    Value from = arguments.get(0);
    Value position = arguments.get(1);
    Value to = arguments.get(2);
    Value toPosition = arguments.get(3);
    Value count = arguments.get(4);
    List<Value> numbers = List.of(out.length(from), position, out.length(to), toPosition, count);
    check("checkCopy($0, $1, $2, $3, $4, \"" + kind(from) + "\")", numbers);
    Body body =
        (inner, i) ->
            inner.store(to, plus(inner, toPosition, i), inner.load(from, plus(inner, position, i)));
    OptionalInt source = literal(position);
    OptionalInt target = literal(toPosition);
    boolean downwards =
        (target.isPresent() && target.getAsInt() == 0)
            || (source.isPresent() && target.isPresent() && target.getAsInt() <= source.getAsInt());
    if (downwards) {
      ascending(out, count, body);
    } else if (source.isPresent() && source.getAsInt() == 0) {
      descending(out, count, body);
    } else {
      either(position, toPosition, count, body);
    }
    return null;
  }

  private void either(Value position, Value toPosition, Value count, Body body) {
    Value upwards = out.binary(BinaryOperator.LESS, position, toPosition);
    Builder fromLast = new Builder().at(source);
    descending(fromLast, count, body);
    Builder fromFirst = new Builder().at(source);
    ascending(fromFirst, count, body);
    out.append(
        new If(
            upwards,
            fromLast.region(List.of(), List.of()),
            fromFirst.region(List.of(), List.of()),
            List.of(),
            source));
  }

  private Value plus(Builder inner, Value position, Value index) {
    OptionalInt literal = literal(position);
    return literal.isPresent() && literal.getAsInt() == 0 ? index : inner.add(position, index);
  }

  private OptionalInt literal(Value value) {
    return out.ops().stream()
        .flatMapToInt(
            op ->
                op instanceof Constant constant && constant.result() == value
                    ? IntStream.of((Integer) constant.content())
                    : IntStream.empty())
        .findFirst();
  }

  private void ascending(Builder at, Value count, Body body) {
    append(at, at.constant(0), count, 1, body);
  }

  private void descending(Builder at, Value count, Body body) {
    Value last = at.subtract(count, at.constant(1));
    append(at, last, at.constant(0), -1, body);
  }

  private void append(Builder at, Value start, Value bound, int step, Body body) {
    Builder inner = new Builder().at(source);
    Value index = inner.value(PrimitiveType.INT, "");
    body.write(inner, index);
    at.append(
        new For(
            start,
            bound,
            step,
            step > 0 ? BinaryOperator.LESS : BinaryOperator.GREATER_EQUAL,
            List.of(),
            inner.region(List.of(index), List.of()),
            List.of(),
            source));
  }

  /** The kind of an array, as the virtual machine's messages have it. */
  private static String kind(Value array) {
    ArrayType type = (ArrayType) array.type();
    return type.element().isReference() ? "object array" : type.element().toString();
  }

  private void check(String call, List<Value> operands) {
    out.append(new Opaque(RANGES + call, operands, Opaque.Effect.READS, List.of(), source));
  }

  private Value number(String call, List<Value> operands) {
    Value result = out.value(PrimitiveType.INT, "");
    out.append(new Opaque(RANGES + call, operands, Opaque.Effect.READS, List.of(result), source));
    return result;
  }
}
