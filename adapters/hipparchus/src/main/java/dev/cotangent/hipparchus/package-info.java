/**
 * Generated derivatives as Hipparchus wants them: an {@link dev.cotangent.hipparchus.Objective} to
 * minimise, a {@link dev.cotangent.hipparchus.FittedModel} for least squares, a {@link
 * dev.cotangent.hipparchus.SensitiveOde} whose solution is differentiated.
 */
package dev.cotangent.hipparchus;
