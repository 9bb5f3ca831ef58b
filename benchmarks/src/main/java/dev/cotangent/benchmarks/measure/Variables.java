package dev.cotangent.benchmarks.measure;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;

/** Hipparchus's independent variables. */
final class Variables {
  private Variables() {}

  static Gradient[] gradients(double... point) {
    Gradient[] variables = new Gradient[point.length];
    for (int i = 0; i < point.length; i++) {
      variables[i] = Gradient.variable(point.length, i, point[i]);
    }
    return variables;
  }

  /** Of the first order; the factory is made once, since that is dear. */
  static DerivativeStructure[] structures(DSFactory factory, double... point) {
    DerivativeStructure[] variables = new DerivativeStructure[point.length];
    for (int i = 0; i < point.length; i++) {
      variables[i] = factory.variable(i, point[i]);
    }
    return variables;
  }

  /** The value plus one partial. */
  static double read(Gradient result) {
    return result.getValue() + result.getPartialDerivative(0);
  }

  /** The value plus one partial. */
  static double read(DerivativeStructure result) {
    return result.getValue() + result.getAllDerivatives()[1];
  }
}
