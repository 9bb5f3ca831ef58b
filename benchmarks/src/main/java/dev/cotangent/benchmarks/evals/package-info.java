/**
 * The twelve evals of GradBench, as a user would write them: static methods, helpers, arrays. What
 * they compute is defined by the evals' pages at <a
 * href="https://github.com/gradbench/gradbench">gradbench/gradbench</a>.
 */
package dev.cotangent.benchmarks.evals;
