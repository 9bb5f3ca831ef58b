/**
 * What is measured, and how: {@code Subjects} lists functions with all ways to their derivatives,
 * {@link dev.cotangent.benchmarks.measure.SubjectBenchmark} times one of them under JMH, {@code
 * Ratios} times all of them in turn and prints how many times the primal each takes.
 */
package dev.cotangent.benchmarks.measure;
