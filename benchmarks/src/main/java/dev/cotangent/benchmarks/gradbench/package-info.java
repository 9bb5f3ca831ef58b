/**
 * The program that speaks GradBench's protocol, and runs folders of inputs by itself.
 *
 * <p>{@link dev.cotangent.benchmarks.gradbench.GradBench} is the command; {@code Session} answers
 * messages; {@code Modules} lists the evals, each of which binds its functions to inputs.
 */
package dev.cotangent.benchmarks.gradbench;
