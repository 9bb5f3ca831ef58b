package refused;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;

class Nested {
  @Differentiable
  static double cube(double x) {
    return x * x * x;
  }

  @Differentiable
  static double reusedHolder(double x) {
    NestedCube.Gradient g = NestedCube.gradient(x);
    return NestedCube.gradient(x, g); // expect COT071
  }

  @Differentiable
  static double ownHolder(double x) {
    NestedCube.Gradient g = new NestedCube.Gradient(); // expect COT071
    return x;
  }

  @Differentiable
  static double passedOn(double x) {
    NestedCube.Gradient g = NestedCube.gradient(x);
    return x + partial(g); // expect COT071
  }

  private static double partial(Object holder) {
    return holder.hashCode();
  }

  @Differentiable
  static double witness(double x) {
    return NestedCube.scalar(x); // expect COT071
  }

  @Differentiable
  static double bound(double x) {
    return NestedCube.bind(x).value(x); // expect COT071
  }

  @Differentiable
  static double wrongAccessor(double x) {
    return NestedCube.gradient(x).dY(); // expect COT071
  }

  @Differentiable
  static double noJvp(double x) {
    return NestedCube.jvp(x, 1).tangent(); // expect COT035
  }

  @Differentiable
  static double itself(double x) {
    return x + NestedItself.gradient(x).dX(); // expect COT072
  }

  @Differentiable(companion = "NestedHidden")
  static double shadowed(double x) {
    double[] NestedCube = {x};
    return NestedCube.gradient(x).dX(); // expect COT007
  }

  @Differentiable
  static double ofFloats(float[] x) {
    return x[0] * x[0];
  }

  @Differentiable
  static double rounded(float[] x) {
    return NestedOfFloats.gradient(x).dX()[0]; // expect COT071
  }
}
