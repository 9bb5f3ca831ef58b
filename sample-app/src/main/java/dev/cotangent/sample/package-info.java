/** A linear regression trained with a gradient that the compiler wrote. */
package dev.cotangent.sample;
