package dev.cotangent.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.runtime.Adjoint;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing with a floating result is forgotten, and the tables need nothing outside themselves. */
class RuleCoverageTest {
  static Stream<Method> functions() {
    return Stream.of(Math.class, StrictMath.class, Adjoint.class).flatMap(Subjects::methods);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionIsInExactlyOneList(Method method) {
    String owner = method.getDeclaringClass().getName();
    Optional<Rule> rule = Rules.function(owner, method.getName(), method.getParameterCount());
    long lists =
        Stream.of(
                rule.filter(r -> r.flow() == Rule.Flow.CONTINUES).isPresent(),
                rule.filter(r -> r.flow() == Rule.Flow.VANISHES).isPresent(),
                Rules.refusal(owner, method.getName()).isPresent())
            .filter(listed -> listed)
            .count();
    assertEquals(1, lists, () -> "in how many lists is " + method);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void onlyFloatingArgumentsCarryDerivatives(Subject subject) {
    for (int i = 0; i < subject.arity(); i++) {
      assertTrue(
          subject.parameters().get(i).isFloating() || subject.rule().isZero(i), subject::toString);
    }
  }

  static List<Subject> subjects() {
    return Subjects.all();
  }

  /** Derivatives of derivatives need no rule that is not there. */
  @ParameterizedTest
  @MethodSource("subjects")
  void everythingThatAScalingWritesHasARule(Subject subject) {
    for (NonSmooth convention : NonSmooth.values()) {
      for (int i = 0; i < subject.arity(); i++) {
        List<Object> none = Collections.nCopies(subject.arity(), null);
        for (Op op : subject.scaling(i, convention, none).body().ops()) {
          assertTrue(isDifferentiable(op), () -> subject + " writes " + op);
        }
      }
    }
  }

  private static boolean isDifferentiable(Op op) {
    if (op instanceof MathCall call) {
      return Rules.of(call).isPresent();
    }
    if (op instanceof Binary binary) {
      return Rules.of(binary).isPresent();
    }
    return !(op instanceof Unary unary) || Rules.of(unary).isPresent();
  }

  @Test
  void whatIsNotFloatingEndsTheFlow() {
    Value x = new Value(PrimitiveType.DOUBLE);
    Value n = new Value(PrimitiveType.LONG);
    Value is = new Value(PrimitiveType.BOOLEAN);
    List<Optional<Rule>> rules =
        List.of(
            Rules.of(new MathCall(MathCall.MATH, "round", List.of(x), true, n)),
            Rules.of(new MathCall("java.lang.Double", "isNaN", List.of(x), true, is)),
            Rules.of(new MathCall("java.lang.Double", "longBitsToDouble", List.of(n), true, x)),
            Rules.of(new Binary(BinaryOperator.MULTIPLY, n, n, true, n)),
            Rules.of(new Binary(BinaryOperator.LESS, x, x, true, is)),
            Rules.of(new Unary(UnaryOperator.NEGATE, n, true, n)));
    for (Optional<Rule> rule : rules) {
      assertEquals(Rule.Flow.ENDS, rule.orElseThrow().flow());
      assertTrue(rule.get().scalings().stream().allMatch(Scaling::isZero));
    }
  }

  @Test
  void unknownFunctionsHaveNoRule() {
    Value x = new Value(PrimitiveType.DOUBLE);
    for (String owner : Arrays.asList("java.lang.Math", "com.example.Special")) {
      MathCall call = new MathCall(owner, "gamma", List.of(x), true, x);
      assertEquals(Optional.empty(), Rules.of(call));
    }
  }
}
