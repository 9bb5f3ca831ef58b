package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A builder with the shorthands that tests of the emitter want. */
final class SampleBuilder extends Builder {
  SampleBuilder line(int line) {
    at(new SourceRange(0, 1, line, 1));
    return this;
  }

  static Value real(String name) {
    return new Value(PrimitiveType.DOUBLE, name, SourceRange.NONE);
  }

  static Value whole(String name) {
    return new Value(PrimitiveType.INT, name, SourceRange.NONE);
  }

  static Value reals(String name) {
    return new Value(ArrayType.DOUBLES, name, SourceRange.NONE);
  }

  /** The value of the last operation under a name of the user. */
  Value as(String name, Value last) {
    Op op = ops().remove(ops().size() - 1);
    Value named = last.renamed(name);
    ops().add(op.rebuild(op.operands(), List.of(named), op.regions()));
    return named;
  }

  /** An exact operation, as from the user's own method. */
  Value exact(BinaryOperator operator, Value left, Value right, String name) {
    Value free = binary(operator, left, right);
    Value result = free.renamed(name);
    ops().set(ops().size() - 1, new Binary(operator, left, right, true, result));
    return result;
  }

  Value less(Value left, Value right) {
    return binary(BinaryOperator.LESS, left, right);
  }

  Value greater(Value left, Value right) {
    return binary(BinaryOperator.GREATER, left, right);
  }

  private SampleBuilder inner() {
    return new SampleBuilder().line(Math.max(1, source().line()));
  }

  /**
   * {@code for (int i = start; i REL bound; i += step)}; the body maps index and carried values.
   */
  List<Value> count(Range range, List<Value> initial, List<String> names, Body body) {
    Value index = whole(range.name());
    List<Value> carried = fresh(initial, names);
    SampleBuilder inner = inner();
    List<Value> yields = body.build(inner, Lists.concat(List.of(index), carried));
    List<Value> results = fresh(initial, names);
    append(
        new For(
            range.start(),
            range.bound(),
            range.step(),
            range.relation(),
            initial,
            inner.region(Lists.concat(List.of(index), carried), yields),
            results,
            SourceRange.NONE));
    return results;
  }

  /** A counted loop's header. */
  record Range(String name, Value start, Value bound, int step, BinaryOperator relation) {}

  /** {@code for (int i = 0; i < bound; i++)}. */
  Range below(String name, Value bound) {
    return new Range(name, constant(0), bound, 1, BinaryOperator.LESS);
  }

  /** {@code for (int i = bound - 1; i >= 0; i--)}. */
  Range downFrom(String name, Value bound) {
    Value last = binary(BinaryOperator.SUBTRACT, bound, constant(1));
    return new Range(name, last, constant(0), -1, BinaryOperator.GREATER_EQUAL);
  }

  List<Value> loop(List<Value> initial, List<String> names, Body condition, Body body) {
    List<Value> tested = fresh(initial, names);
    SampleBuilder test = inner();
    List<Value> goesOn = condition.build(test, tested);
    List<Value> carried = fresh(initial, names);
    SampleBuilder inner = inner();
    List<Value> yields = body.build(inner, carried);
    List<Value> results = fresh(initial, names);
    append(
        new While(
            initial,
            test.region(tested, goesOn),
            inner.region(carried, yields),
            results,
            SourceRange.NONE));
    return results;
  }

  List<Value> choose(
      Value condition,
      List<String> names,
      Function<SampleBuilder, List<Value>> first,
      Function<SampleBuilder, List<Value>> second) {
    SampleBuilder ifTrue = inner();
    List<Value> yields = first.apply(ifTrue);
    SampleBuilder ifFalse = inner();
    List<Value> others = second.apply(ifFalse);
    List<Value> results = fresh(yields, names);
    append(
        new If(
            condition,
            ifTrue.region(List.of(), yields),
            ifFalse.region(List.of(), others),
            results,
            source()));
    return results;
  }

  private static List<Value> fresh(List<Value> values, List<String> names) {
    List<Value> fresh = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      fresh.add(values.get(i).renamed(names.get(i)));
    }
    return fresh;
  }

  /** What a region does: from its parameters to its yields. */
  @FunctionalInterface
  interface Body {
    List<Value> build(SampleBuilder out, List<Value> parameters);
  }
}
