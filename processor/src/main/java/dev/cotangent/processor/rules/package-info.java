/**
 * Stage 3, the derivative tables: what the partials of every operator and function are, as data,
 * one line a function.
 *
 * <p>{@link dev.cotangent.processor.rules.Rules} finds the {@link
 * dev.cotangent.processor.rules.Rule} of an operation; a rule has one {@link
 * dev.cotangent.processor.rules.Scaling} an argument, which writes seed·∂result/∂argument in free
 * operations. A scaling is linear in its seed, so the same line serves forward mode (the seed is
 * the argument's tangent) and reverse mode (the seed is the result's adjoint). Every operation that
 * a scaling writes has a rule itself, so derivatives of derivatives need nothing more. The tables
 * are {@code OperatorTable}, {@code FunctionTable} and {@code FormulaTable}.
 */
package dev.cotangent.processor.rules;
