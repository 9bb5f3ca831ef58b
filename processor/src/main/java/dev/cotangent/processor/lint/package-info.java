/**
 * What is right but worth a word: the stage between the analyses and differentiation that looks at
 * a method's program, changes nothing, and returns warnings and notes.
 *
 * <p>Each {@link dev.cotangent.processor.lint.Concern} is one class; {@link
 * dev.cotangent.processor.lint.Lint} holds the table of them.
 */
package dev.cotangent.processor.lint;
