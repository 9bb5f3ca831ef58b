/** Generated gradients for lbfgs4j: a function to minimise by L-BFGS. */
package dev.cotangent.lbfgs4j;
