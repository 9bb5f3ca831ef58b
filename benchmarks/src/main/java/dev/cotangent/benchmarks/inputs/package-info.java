/** The inputs of the evals and kernels: what their JSON holds, and how random ones are drawn. */
package dev.cotangent.benchmarks.inputs;
