package dev.cotangent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the compiler to differentiate a static method.
 *
 * <p>While the method is compiled, a companion class is written beside it. Its name is that of the
 * enclosing classes followed by the method's in camel case: {@code LinearRegression.cost} has the
 * companion {@code LinearRegressionCost}. What the companion offers depends on the method's
 * signature and on these attributes alone, never on the method's body.
 *
 * <p>A method that cannot be differentiated exactly is a compile-time error at the place that
 * prevents it; nothing falls back to zero or to finite differences.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
  /** {@return the derivatives that the companion offers} */
  Derivative[] value() default {Derivative.GRADIENT};

  /**
   * {@return the parameters to differentiate with respect to, by name}
   *
   * <p>Empty means every parameter that holds floating values: {@code double}, {@code float},
   * arrays of them and records made of them. The order of partials is always that of the
   * parameters.
   */
  String[] wrt() default {};

  /** {@return the array parameters that a {@code void} method fills, by name: its results} */
  String[] outputs() default {};

  /** {@return another simple name for the companion; empty means the one made from the method's} */
  String companion() default "";

  /**
   * {@return classes whose static methods are derivative rules for what the method calls}
   *
   * <p>Rules in the method's own file, and those in the class that declares what is called, are
   * found without being named; see {@link DerivativeOf}.
   */
  Class<?>[] rules() default {};

  /** {@return what a zero seed contributes through a partial that is not finite} */
  NonSmooth nonSmooth() default NonSmooth.STRONG_ZERO;

  /** {@return codes of diagnostics to keep silent about here, for example {@code "COT045"}} */
  String[] suppress() default {};
}
