package dev.cotangent.processor.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a method of the corpus is checked. A point is a line of arguments, separated by blanks:
 *
 * <ul>
 *   <li>{@code 1.5}, {@code -0.0}, {@code NaN}, {@code true}, {@code null}: itself;
 *   <li>{@code -2..2}: drawn from between the two; a line with a draw stands for three points;
 *   <li>{@code [1 2 3]}: an array;
 *   <li>{@code [5*-1..1]}: an array of five elements, each drawn;
 *   <li>{@code [[1 2] [] null]}: an array of arrays.
 * </ul>
 *
 * <p>Behind {@code =>} may stand what the gradient must be, one entry for each parameter that is
 * differentiated, written in the same way.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface At {
  /** {@return points near which the method is smooth} */
  String[] value() default {};

  /**
   * {@return points at a kink, a jump or an edge of the domain, or where the value is not finite}
   *
   * <p>Differences say nothing there; all other witnesses do.
   */
  String[] singular() default {};

  /** {@return how exact differences must be, relative: less for methods that round to float} */
  double differences() default 1e-8;

  /**
   * {@return whether the method asks for IEEE products, where a zero tangent through an infinite
   * partial is NaN, so that forward and reverse mode differ at singular points}
   */
  boolean ieee() default false;

  /**
   * {@return the names of the arrays that a {@code void} method fills, as its annotation has them}
   */
  String[] outputs() default {};

  /** {@return the companion's simple name, where the annotation gives it another} */
  String companion() default "";
}
