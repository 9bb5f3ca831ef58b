package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.runtime.Adjoint;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations that have a rule, as far as the running JDK has them. */
final class Subjects {
  static final List<Class<?>> MATH = List.of(Math.class, StrictMath.class);

  /** The helpers of numbers, of which only the three of the table are meant. */
  static final List<Class<?>> NUMBER = List.of(Double.class, Float.class);

  private Subjects() {}

  /** Every public static method with a floating result and a floating argument, in fixed order. */
  static Stream<Method> methods(Class<?> owner) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && Modifier.isPublic(m.getModifiers()))
        .filter(m -> isFloating(m.getReturnType()))
        .sorted(Comparator.comparing(Method::toString));
  }

  private static boolean isFloating(Class<?> type) {
    return type == double.class || type == float.class;
  }

  /** Everything with a rule: operators, functions with every overload, the runtime's formulas. */
  static List<Subject> all() {
    Stream<Subject> operators =
        Stream.concat(
            Stream.of(Subject.negate()),
            Stream.of(BinaryOperator.values())
                .filter(OperatorTable.BINARY::containsKey)
                .map(Subject::binary));
    return Stream.concat(operators, functions()).toList();
  }

  private static Stream<Subject> functions() {
    return Stream.of(MATH, NUMBER, List.<Class<?>>of(Adjoint.class))
        .flatMap(List::stream)
        .flatMap(Subjects::methods)
        .map(Subjects::subject)
        .flatMap(Optional::stream);
  }

  private static Optional<Subject> subject(Method method) {
    String owner = method.getDeclaringClass().getName();
    return Rules.function(owner, method.getName(), method.getParameterCount())
        .map(
            rule ->
                Subject.function(
                    owner,
                    method.getName(),
                    Arrays.stream(method.getParameterTypes()).map(Subjects::type).toList(),
                    type(method.getReturnType())));
  }

  /** The double overload of a function of {@link Math}, or an operator by its sign. */
  static Optional<Subject> find(String name) {
    return all().stream()
        .filter(s -> s.name().equals(name) && s.result() == PrimitiveType.DOUBLE)
        .findFirst();
  }

  /** The double overload of a formula of the runtime. */
  static Subject formula(String name, int arity) {
    return Subject.function(
        MathCall.ADJOINT,
        name,
        Collections.nCopies(arity, PrimitiveType.DOUBLE),
        PrimitiveType.DOUBLE);
  }

  private static PrimitiveType type(Class<?> type) {
    return Stream.of(PrimitiveType.values())
        .filter(t -> t.keyword().equals(type.getName()))
        .findFirst()
        .orElseThrow();
  }
}
