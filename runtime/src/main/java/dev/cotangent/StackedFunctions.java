package dev.cotangent;

import java.util.Arrays;
import java.util.List;

/** Functions of the same coordinates as the components of one: their gradients are its rows. */
final class StackedFunctions implements DifferentiableVectorFunction {
  private final List<DifferentiableFunction> components;

  StackedFunctions(List<? extends DifferentiableFunction> components) {
    long dimensions =
        components.stream().mapToInt(DifferentiableFunction::dimension).distinct().count();
    if (dimensions != 1) {
      throw new IllegalArgumentException(
          dimensions == 0
              ? "there is no function to make a component of"
              : "the functions have different numbers of coordinates");
    }
    this.components = List.copyOf(components);
  }

  @Override
  public int dimension() {
    return components.get(0).dimension();
  }

  @Override
  public double[] initialPoint() {
    return components.get(0).initialPoint();
  }

  @Override
  public boolean offers(Derivative mode) {
    return switch (mode) {
      case JACOBIAN, VJP -> true;
      case JVP -> components.stream().allMatch(component -> component.offers(mode));
      default -> false;
    };
  }

  @Override
  public double[] values(double[] point) {
    return components.stream().mapToDouble(component -> component.value(point)).toArray();
  }

  private void require(int found, String what) {
    if (found != components.size()) {
      throw new IllegalArgumentException(
          "the function's value has "
              + components.size()
              + " components, the "
              + what
              + " "
              + found);
    }
  }

  @Override
  public void jacobian(double[] point, double[] values, double[][] matrix) {
    require(values.length, "vector");
    require(matrix.length, "matrix");
    for (int i = 0; i < values.length; i++) {
      values[i] = components.get(i).valueAndGradient(point, matrix[i]);
    }
  }

  @Override
  public void directionalDerivative(double[] point, double[] direction, double[] derivative) {
    require(derivative.length, "derivative");
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] = components.get(i).directionalDerivative(point, direction);
    }
  }

  @Override
  public void pullBack(double[] point, double[] cotangent, double[] partials) {
    require(cotangent.length, "cotangent");
    double[] gradient = new double[partials.length];
    Arrays.fill(partials, 0);
    for (int i = 0; i < cotangent.length; i++) {
      components.get(i).valueAndGradient(point, gradient);
      for (int j = 0; j < partials.length; j++) {
        partials[j] += cotangent[i] * gradient[j];
      }
    }
  }
}
