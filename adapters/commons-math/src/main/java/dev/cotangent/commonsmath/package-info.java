/**
 * Generated derivatives as Apache Commons Math 3 wants them: an {@link
 * dev.cotangent.commonsmath.Objective} to minimise, a {@link dev.cotangent.commonsmath.FittedModel}
 * for least squares.
 */
package dev.cotangent.commonsmath;
