package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code double} value with the place where computing with it is written down: the notation of
 * the tables. A literal stands to the left of the term in the written formula, as on paper.
 */
record Term(Builder builder, Value value) {

  /** {@code this + other}. */
  Term plus(Term other) {
    return of(builder.add(value, other.value));
  }

  /** {@code number + this}. */
  Term plus(double number) {
    return constant(number).plus(this);
  }

  /** {@code this - other}. */
  Term minus(Term other) {
    return of(builder.subtract(value, other.value));
  }

  /** {@code this - number}. */
  Term minus(double number) {
    return minus(constant(number));
  }

  /** {@code number - this}. */
  Term from(double number) {
    return constant(number).minus(this);
  }

  /** {@code this * other}. */
  Term times(Term other) {
    return of(builder.multiply(value, other.value));
  }

  /** {@code number * this}. */
  Term times(double number) {
    return constant(number).times(this);
  }

  /** {@code this * this}. */
  Term squared() {
    return times(this);
  }

  /** {@code this / other}. */
  Term over(Term other) {
    return of(builder.divide(value, other.value));
  }

  /** {@code number / this}. */
  Term under(double number) {
    return constant(number).over(this);
  }

  /** {@code -this}. */
  Term negated() {
    return of(builder.negate(value));
  }

  /** {@code Math.name(this, others…)}. */
  Term math(String name, Term... others) {
    return of(builder.math(name, all(others).toArray(Value[]::new)));
  }

  /** {@code Adjoint.name(this, others…)}. */
  Term adjoint(String name, Term... others) {
    return of(builder.adjoint(name, all(others).toArray(Value[]::new)));
  }

  /** The condition {@code Adjoint.name(this, others…)}. */
  Value holds(String name, Term... others) {
    Value result = builder.value(PrimitiveType.BOOLEAN, "");
    builder.append(new MathCall(MathCall.ADJOINT, name, all(others), false, result));
    return result;
  }

  /** The condition {@code this operator number}. */
  Value compare(BinaryOperator operator, double number) {
    return builder.binary(operator, value, constant(number).value);
  }

  /** The product in which a zero on the left, this, gives zero whatever the other is. */
  Term strongTimes(Term other) {
    return of(builder.strongMultiply(value, other.value));
  }

  /** A literal, written where this term is. */
  Term constant(double number) {
    return of(builder.constant(number));
  }

  private Term of(Value other) {
    return new Term(builder, other);
  }

  private List<Value> all(Term... others) {
    List<Value> values = new ArrayList<>();
    values.add(value);
    for (Term other : others) {
      values.add(other.value);
    }
    return values;
  }
}
