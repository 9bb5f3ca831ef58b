package dev.cotangent.benchmarks.measure;

import dev.cotangent.benchmarks.inputs.Draws;
import dev.cotangent.benchmarks.modes.Layers;
import dev.cotangent.benchmarks.modes.LayersLoss;
import dev.cotangent.benchmarks.modes.LayersOutputs;
import dev.cotangent.benchmarks.modes.Lorenz;
import dev.cotangent.benchmarks.modes.LorenzEnergy;
import dev.cotangent.benchmarks.modes.LorenzState;
import dev.cotangent.benchmarks.modes.Sums;
import dev.cotangent.benchmarks.modes.SumsRosenbrock;
import dev.cotangent.benchmarks.modes.SumsRosenbrockResiduals;
import dev.cotangent.benchmarks.modes.SumsSquares;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** The functions of the table of costs. */
final class ModeSubjects {
  /** Beyond, an operation of Hipparchus's on so many partials takes longer than the whole run. */
  private static final int MOST_PARTIALS = 100;

  private static final int MOST_SECOND_PARTIALS = 20;

  private ModeSubjects() {}

  private static final Map<String, Supplier<ModeSubject>> ALL = all();

  private static Map<String, Supplier<ModeSubject>> all() {
    Map<String, Supplier<ModeSubject>> all = new LinkedHashMap<>();
    for (int n : new int[] {2, 10, 100, 1_000, 10_000}) {
      all.put("rosenbrock-" + n, () -> rosenbrock(n));
    }
    for (int n : new int[] {10, 1_000}) {
      all.put("squares-" + n, () -> squares(n));
    }
    all.put("lorenz", () -> lorenz(10, 1_000));
    all.put("network", () -> network(20, 50, 10, 100));
    return all;
  }

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** The function of that name. */
  static ModeSubject named(String name) {
    Supplier<ModeSubject> maker = ALL.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("there is no " + name + " among " + names());
    }
    return maker.get();
  }

  private static ModeSubject rosenbrock(int n) {
    double[] x = new Draws(1).vector(n, -2, 2);
    double[] v = new Draws(2).vector(n, -1, 1);
    SumsRosenbrock.Gradient holder = new SumsRosenbrock.Gradient();
    SumsRosenbrock.Gradient product = new SumsRosenbrock.Gradient();
    ModeSubject subject =
        ModeSubject.of("Rosenbrock, n = " + n, n)
            .with(Mode.PRIMAL, () -> Sums.rosenbrock(x))
            .with(Mode.GRADIENT, () -> SumsRosenbrock.gradient(x, holder) + holder.dX()[n - 1])
            .with(Mode.JVP, () -> SumsRosenbrock.jvp(x, v, holder) + holder.tangent())
            .with(Mode.HVP, () -> SumsRosenbrock.hvp(x, v, product) + product.dX()[n - 1])
            .with(Mode.RESULTS, () -> Sums.rosenbrockResiduals(x)[0]);
    if (hasRoomForMatrices(n)) {
      SumsRosenbrock.Hessian hessian = new SumsRosenbrock.Hessian();
      SumsRosenbrockResiduals.Jacobian jacobian = new SumsRosenbrockResiduals.Jacobian();
      subject
          .with(Mode.HESSIAN, () -> SumsRosenbrock.hessian(x, hessian) + hessian.matrix()[0][0])
          .with(
              Mode.JACOBIAN,
              () -> SumsRosenbrockResiduals.jacobian(x, jacobian)[0] + jacobian.dX()[0][0]);
    }
    double[][] along = directions(n);
    SumsRosenbrockResiduals.Jacobian several = new SumsRosenbrockResiduals.Jacobian();
    subject.with(
        Mode.JVPS,
        () -> SumsRosenbrockResiduals.jvps(x, along, several)[0] + several.along()[1][0]);
    if (n <= MOST_PARTIALS) {
      subject.with(
          Mode.HIPPARCHUS_GRADIENT,
          () -> Variables.read(Generic.rosenbrock(Variables.gradients(x))));
    }
    if (n <= MOST_SECOND_PARTIALS) {
      DSFactory factory = new DSFactory(n, 2);
      subject.with(
          Mode.HIPPARCHUS_STRUCTURE,
          () -> Variables.read(Generic.rosenbrock(Variables.structures(factory, x))));
    }
    return subject;
  }

  /** Whether the Hessian and the Jacobian of two residuals a row take half of the heap at most. */
  private static boolean hasRoomForMatrices(int n) {
    return 3L * Double.BYTES * n * n <= Runtime.getRuntime().maxMemory() / 2;
  }

  private static double[][] directions(int n) {
    return new Draws(7).matrix(ModeSubject.SEVERAL, n, -1, 1);
  }

  private static ModeSubject squares(int n) {
    double[] x = new Draws(1).vector(n, -2, 2);
    double[] v = new Draws(2).vector(n, -1, 1);
    SumsSquares.Gradient holder = new SumsSquares.Gradient();
    SumsSquares.Gradient product = new SumsSquares.Gradient();
    SumsSquares.Hessian hessian = new SumsSquares.Hessian();
    ModeSubject subject =
        ModeSubject.of("sum of squares, n = " + n, n)
            .with(Mode.PRIMAL, () -> Sums.squares(x))
            .with(Mode.GRADIENT, () -> SumsSquares.gradient(x, holder) + holder.dX()[n - 1])
            .with(Mode.JVP, () -> SumsSquares.jvp(x, v, holder) + holder.tangent())
            .with(Mode.HVP, () -> SumsSquares.hvp(x, v, product) + product.dX()[n - 1])
            .with(Mode.HESSIAN, () -> SumsSquares.hessian(x, hessian) + hessian.matrix()[0][n - 1]);
    if (n <= MOST_PARTIALS) {
      subject.with(
          Mode.HIPPARCHUS_GRADIENT, () -> Variables.read(Generic.squares(Variables.gradients(x))));
    }
    if (n <= MOST_SECOND_PARTIALS) {
      DSFactory factory = new DSFactory(n, 2);
      subject.with(
          Mode.HIPPARCHUS_STRUCTURE,
          () -> Variables.read(Generic.squares(Variables.structures(factory, x))));
    }
    return subject;
  }

  private static ModeSubject lorenz(int n, int steps) {
    double[] start = new Draws(1).vector(n, -1, 3);
    double[] v = new Draws(2).vector(n, -1, 1);
    double[] forcing = {8};
    double h = 1e-3;
    double[] point = java.util.Arrays.copyOf(start, n + 1);
    point[n] = forcing[0];
    LorenzEnergy.Gradient g = new LorenzEnergy.Gradient();
    LorenzEnergy.Gradient p = new LorenzEnergy.Gradient();
    LorenzEnergy.Hessian hessian = new LorenzEnergy.Hessian();
    LorenzState.Jacobian jacobian = new LorenzState.Jacobian();
    double[][] along = directions(n + 1);
    DSFactory factory = new DSFactory(n + 1, 2);
    return ModeSubject.of("Lorenz 1996, " + n + " states, " + steps + " RK4 steps", n + 1)
        .with(Mode.PRIMAL, () -> Lorenz.energy(start, forcing[0], h, steps))
        .with(
            Mode.GRADIENT,
            () -> LorenzEnergy.gradient(start, forcing[0], h, steps, g) + g.dForcing())
        .with(Mode.JVP, () -> LorenzEnergy.jvp(start, forcing[0], h, steps, v, 1, g) + g.tangent())
        .with(Mode.HVP, () -> LorenzEnergy.hvp(start, forcing[0], h, steps, v, 1, p) + p.dForcing())
        .with(
            Mode.HESSIAN,
            () ->
                LorenzEnergy.hessian(start, forcing[0], h, steps, hessian) + hessian.matrix()[0][n])
        .with(Mode.RESULTS, () -> Lorenz.state(start, forcing[0], h, steps)[0])
        .with(
            Mode.JACOBIAN,
            () ->
                LorenzState.jacobian(start, forcing[0], h, steps, jacobian)[0]
                    + jacobian.dForcing()[0][0])
        .with(
            Mode.JVPS,
            () ->
                LorenzState.jvps(start, forcing[0], h, steps, along, jacobian)[0]
                    + jacobian.along()[1][0])
        .with(
            Mode.HIPPARCHUS_GRADIENT,
            () -> Variables.read(Generic.lorenz(Variables.gradients(point), h, steps)))
        .with(
            Mode.HIPPARCHUS_STRUCTURE,
            () -> {
              DerivativeStructure[] s = Variables.structures(factory, point);
              return Variables.read(Generic.lorenz(s, h, steps));
            });
  }

  private static ModeSubject network(int features, int units, int outputs, int n) {
    double[][] w1 = new Draws(1).matrix(units, features, -1, 1);
    double[] b1 = new Draws(2).vector(units, -1, 1);
    double[][] w2 = new Draws(3).matrix(outputs, units, -1, 1);
    double[] b2 = new Draws(4).vector(outputs, -1, 1);
    double[][] x = new Draws(5).matrix(n, features, -1, 1);
    double[][] y = new Draws(6).matrix(n, outputs, -1, 1);
    LayersLoss.Gradient g = new LayersLoss.Gradient();
    LayersLoss.Gradient p = new LayersLoss.Gradient();
    LayersLoss.Hessian hessian = new LayersLoss.Hessian();
    LayersOutputs.Jacobian jacobian = new LayersOutputs.Jacobian();
    int size = units * (features + 1) + outputs * (units + 1);
    double[][] along = directions(size);
    String name = "network %d-%d-%d, %d samples".formatted(features, units, outputs, n);
    return ModeSubject.of(name, size)
        .with(Mode.PRIMAL, () -> Layers.loss(w1, b1, w2, b2, x, y))
        .with(Mode.GRADIENT, () -> LayersLoss.gradient(w1, b1, w2, b2, x, y, g) + g.dB2()[0])
        .with(Mode.JVP, () -> LayersLoss.jvp(w1, b1, w2, b2, x, y, w1, b1, w2, b2, g) + g.tangent())
        .with(Mode.HVP, () -> LayersLoss.hvp(w1, b1, w2, b2, x, y, w1, b1, w2, b2, p) + p.dB2()[0])
        .with(
            Mode.HESSIAN,
            () -> LayersLoss.hessian(w1, b1, w2, b2, x, y, hessian) + hessian.matrix()[0][1])
        .with(Mode.RESULTS, () -> Layers.outputs(w1, b1, w2, b2, x)[0])
        .with(
            Mode.JVPS,
            () ->
                LayersOutputs.jvps(w1, b1, w2, b2, x, along, jacobian)[0] + jacobian.along()[1][0])
        .with(
            Mode.JACOBIAN,
            () -> LayersOutputs.jacobian(w1, b1, w2, b2, x, jacobian)[0] + jacobian.dB2()[0][0]);
  }
}
