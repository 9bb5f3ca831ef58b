package dev.cotangent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a derivative to be zero on purpose.
 *
 * <p>On a static method: calls of it are run as they are, its body is never read, and its result
 * counts as a constant, whatever its arguments depend on. It may do anything but overwrite arrays
 * of floating numbers that it is given. On a parameter of a number type: what is computed from the
 * argument counts as if the argument were a constant; a parameter of a method that is itself
 * annotated with {@link Differentiable} is left out of those that are differentiated.
 *
 * <p>{@code check} compares with finite differences, which know nothing of this, and so reports the
 * partials that were cut off.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface NonDifferentiable {}
