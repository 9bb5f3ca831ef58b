/** Small objectives from everyday work, as a user would write them. */
package dev.cotangent.benchmarks.kernels;
