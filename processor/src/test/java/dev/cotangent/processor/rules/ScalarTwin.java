package dev.cotangent.processor.rules;

import dev.cotangent.NonSmooth;
import dev.cotangent.Scalar;
import dev.cotangent.processor.ir.PrimitiveType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The same operation through {@link Scalar}, whose table of derivatives is another one. */
final class ScalarTwin {
  private static final Map<String, BinaryOperator<Scalar>> OPERATORS =
      Map.of(
          "+", Scalar::add,
          "-", Scalar::subtract,
          "*", Scalar::multiply,
          "/", Scalar::divide,
          "%", Scalar::remainder,
          "sum", Scalar::add,
          "negate", (x, none) -> x.negate());

  private ScalarTwin() {}

  /** Whether {@link Scalar} has the operation. */
  static boolean exists(Subject subject) {
    return OPERATORS.containsKey(subject.name()) || method(subject).isPresent();
  }

  /** Seed·∂result/∂argument for each argument; NaN for one that is no number of the graph. */
  static double[] partials(Subject subject, NonSmooth convention, double seed, double... at) {
    Scalar[] inputs = new Scalar[at.length];
    Arrays.setAll(inputs, i -> Scalar.of(at[i], "x" + i));
    return apply(subject, inputs).partials(seed, convention, inputs);
  }

  private static Scalar apply(Subject subject, Scalar[] inputs) {
    BinaryOperator<Scalar> operator = OPERATORS.get(subject.name());
    if (operator != null) {
      return operator.apply(inputs[0], inputs[inputs.length - 1]);
    }
    Object[] arguments = new Object[inputs.length];
    Arrays.setAll(
        arguments,
        i ->
            subject.parameters().get(i).isFloating()
                ? inputs[i]
                : (Object) (int) inputs[i].value());
    try {
      return (Scalar) method(subject).orElseThrow().invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(subject.toString(), e);
    }
  }

  private static Optional<Method> method(Subject subject) {
    Class<?>[] types =
        subject.parameters().stream()
            .map(type -> type == PrimitiveType.INT ? int.class : Scalar.class)
            .toArray(Class<?>[]::new);
    try {
      Method method = Scalar.class.getMethod(subject.name(), types);
      // Public in Scalar, yet declared in its hidden superclass, which reflection minds.
      method.setAccessible(true);
      return Optional.of(method);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
