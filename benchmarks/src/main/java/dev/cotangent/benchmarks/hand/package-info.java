/**
 * Adjoints written by hand, as well as we can in plain Java: the rivals of the generated ones.
 *
 * <p>The rules: the value has the bits of the user's method, so that its operations keep their
 * order; everything else is free. An adjoint may take its sums in any order and in several
 * accumulators, run several iterations side by side, keep its arrays in another layout, and use
 * what its author knows about the formula. Work arrays are made once, as are the holders of
 * generated gradients.
 */
package dev.cotangent.benchmarks.hand;
