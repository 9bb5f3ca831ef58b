package dev.cotangent.processor.frontend;

import javax.lang.model.element.ExecutableElement;

/**
 * A valid {@code @DerivativeOf}.
 *
 * @param method the method that is the rule
 * @param target the method whose derivative it is
 * @param parameter the parameter of the target in which it is the partial; −1 for a pullback
 * @param takesResult whether it takes the target's result behind its arguments
 */
record DerivativeRule(
    ExecutableElement method, ExecutableElement target, int parameter, boolean takesResult) {
  boolean isPullback() {
    return parameter < 0;
  }

  /** Whether both cannot be: they are the same partial, or one is a pullback. */
  boolean isRivalOf(DerivativeRule other) {
    return !method.equals(other.method)
        && target.equals(other.target)
        && (parameter == other.parameter || isPullback() || other.isPullback());
  }
}
