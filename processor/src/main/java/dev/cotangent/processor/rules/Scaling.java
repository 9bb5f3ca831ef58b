package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.Value;

/**
 * One argument's part of a rule: writes seed·∂result/∂argument. Linear in the seed, which is a
 * {@code double}: the result's adjoint in reverse mode, the argument's tangent in forward mode.
 */
@FunctionalInterface
public interface Scaling {
  /** The scaling of an argument in which the derivative is zero, or which carries none. */
  Scaling ZERO =
      new Scaling() {
        @Override
        public Value scale(Application application, Value seed) {
          return application.builder().constant(0.0);
        }

        @Override
        public boolean isZero() {
          return true;
        }
      };

  /** Appends the product's operations, all free, and gives it as a {@code double}. */
  Value scale(Application application, Value seed);

  /** Whether the product is zero whatever the arguments are, so that it need not be written. */
  default boolean isZero() {
    return false;
  }
}
