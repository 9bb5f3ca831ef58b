package dev.cotangent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method a derivative rule of another static method: of one whose source is out of
 * reach, or of one whose derivative is known better than its body tells. Where a differentiated
 * method calls a method that has rules, the method's body is never read; the rules are its
 * derivative. A rule is believed: {@code check} of the caller's companion compares it with finite
 * differences.
 *
 * <p>There are two forms. A <em>partial</em> has one parameter marked {@link Wrt}. It takes what
 * the method takes, and after that the method's result if it likes, and returns the partial
 * derivative with respect to the marked parameter:
 *
 * <pre>{@code
 * @DerivativeOf(value = Erf.class, method = "erf")
 * static double erfDx(@Wrt double x) {
 *   return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 *
 * <p>A <em>pullback</em>, the form for methods that read arrays, has no marked parameter. It takes
 * what the method takes, then the method's result if it likes, then the cotangent of the result, a
 * {@code double}, then for each array of {@code double} or {@code float} among the parameters an
 * array of {@code double} of the same shape into which it <em>adds</em> the adjoints of the
 * elements. If one parameter is a number, {@code double} or {@code float}, it returns that
 * parameter's adjoint; if several are, its last parameter is a {@code double[]} of their number
 * into which it <em>stores</em> their adjoints, in order; otherwise it returns nothing:
 *
 * <pre>{@code
 * @DerivativeOf(value = Blas.class, method = "dot")
 * static void dotPullback(double[] x, double[] y, double cotangent, double[] xBar, double[] yBar) {
 *   for (int i = 0; i < x.length; i++) {
 *     xBar[i] += cotangent * y[i];
 *     yBar[i] += cotangent * x[i];
 *   }
 * }
 * }</pre>
 *
 * <p>The method must be a function of its arguments: it reads its arrays and does not write them.
 * Rules are looked for in the file of the differentiated method, then in the classes that its
 * {@link Differentiable#rules()} names, then in the class that declares the method; the first place
 * that has any decides. Functions of {@link Math} and {@link StrictMath} have built-in rules.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {
  /** {@return the class that declares the method} */
  Class<?> value();

  /** {@return the method's name} */
  String method();

  /**
   * {@return the types of the method's parameters; needed only if the rule's own parameters fit
   * several methods of that name}
   */
  Class<?>[] types() default {};
}
