/**
 * Stage 2, the intermediate representation: a small, structured, typed, immutable,
 * single-assignment language.
 *
 * <p>A {@link dev.cotangent.processor.ir.Function} is one {@link
 * dev.cotangent.processor.ir.Region}: parameters, a list of operations, and the values it yields.
 * Every operation defines fresh {@link dev.cotangent.processor.ir.Value}s; nothing is reassigned.
 * Control flow is structured ({@link dev.cotangent.processor.ir.If}, {@link
 * dev.cotangent.processor.ir.For}, {@link dev.cotangent.processor.ir.While}): a variable that a
 * loop changes is a carried value, one that an {@code if} changes is a yielded value. Arrays are
 * memory, by reference, as in Java.
 *
 * <p>Operations are in program order, which is Java's order of evaluation. Integer and reference
 * semantics, exceptions included, are exactly Java's. A floating operation is <em>exact</em> when
 * it belongs to the user's method (its rounding and order are sacred) and <em>free</em> when it
 * belongs to a derivative.
 */
package dev.cotangent.processor.ir;
