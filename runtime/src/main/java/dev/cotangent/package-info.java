/** Annotations, define-by-run scalars, gradient checks: what users of Cotangent call. */
package dev.cotangent;
