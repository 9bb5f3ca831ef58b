package dev.cotangent.benchmarks.measure;

import dev.cotangent.Scalar;

/** Inputs of define-by-run twins: numbers with names, by which their partials are found. */
final class Leaves {
  private Leaves() {}

  static Scalar[] of(String name, double[] values) {
    Scalar[] leaves = new Scalar[values.length];
    for (int i = 0; i < values.length; i++) {
      leaves[i] = Scalar.of(values[i], name + i);
    }
    return leaves;
  }

  static Scalar[][] of(String name, double[][] values) {
    Scalar[][] leaves = new Scalar[values.length][];
    for (int i = 0; i < values.length; i++) {
      leaves[i] = of(name + i + ",", values[i]);
    }
    return leaves;
  }

  /** Runs the reverse sweep; the value plus one partial. */
  static double sweep(Scalar result, String leaf) {
    return result.value() + result.grad(1).getOrDefault(leaf, 0.0);
  }
}
