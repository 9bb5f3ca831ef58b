package dev.cotangent.benchmarks.measure;

import dev.cotangent.Scalar;
import dev.cotangent.benchmarks.hand.HandBlackScholes;
import dev.cotangent.benchmarks.hand.HandLotkaVolterra;
import dev.cotangent.benchmarks.hand.HandMatrixChain;
import dev.cotangent.benchmarks.hand.HandNetwork;
import dev.cotangent.benchmarks.hand.HandRegression;
import dev.cotangent.benchmarks.hand.HandRosenbrock;
import dev.cotangent.benchmarks.hand.HandSoftmax;
import dev.cotangent.benchmarks.inputs.Draws;
import dev.cotangent.benchmarks.kernels.BlackScholes;
import dev.cotangent.benchmarks.kernels.BlackScholesCall;
import dev.cotangent.benchmarks.kernels.LotkaVolterra;
import dev.cotangent.benchmarks.kernels.LotkaVolterraMisfit;
import dev.cotangent.benchmarks.kernels.MatrixChain;
import dev.cotangent.benchmarks.kernels.MatrixChainSquaredNorm;
import dev.cotangent.benchmarks.kernels.Network;
import dev.cotangent.benchmarks.kernels.NetworkLoss;
import dev.cotangent.benchmarks.kernels.Regression;
import dev.cotangent.benchmarks.kernels.RegressionCost;
import dev.cotangent.benchmarks.kernels.Rosenbrock;
import dev.cotangent.benchmarks.kernels.RosenbrockValue;
import dev.cotangent.benchmarks.kernels.Softmax;
import dev.cotangent.benchmarks.kernels.SoftmaxLoss;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.Gradient;

/** The small kernels. */
final class KernelSubjects {
  private KernelSubjects() {}

  static Subject regression(int n) {
    double[] x = new Draws(1).vector(n, -1, 1);
    double[] y = new Draws(2).vector(n, -1, 1);
    double w = 0.5;
    double b = -0.25;
    RegressionCost.Gradient holder = new RegressionCost.Gradient();
    HandRegression hand = new HandRegression();
    DSFactory factory = new DSFactory(2, 1);
    return new Subject("regression " + n)
        .with(Way.PRIMAL, () -> Regression.cost(w, b, x, y))
        .with(
            Way.GENERATED,
            () -> RegressionCost.gradient(w, b, x, y, holder) + holder.dW() + holder.dB())
        .with(Way.HAND_WRITTEN, () -> hand.gradient(w, b, x, y) + hand.dW() + hand.dB())
        .with(
            Way.SCALAR,
            () ->
                Leaves.sweep(
                    RegressionCost.scalar(Scalar.of(w, "w"), Scalar.of(b, "b"), x, y), "w"))
        .with(
            Way.HIPPARCHUS_GRADIENT,
            () -> {
              Gradient[] p = Variables.gradients(w, b);
              return Variables.read(Generic.regression(p[0], p[1], x, y));
            })
        .with(
            Way.HIPPARCHUS_STRUCTURE,
            () -> {
              var p = Variables.structures(factory, w, b);
              return Variables.read(Generic.regression(p[0], p[1], x, y));
            })
        .withDifferences(RegressionCost.bind(w, b, x, y));
  }

  static Subject rosenbrock(int n) {
    double[] x = new Draws(1).vector(n, -2, 2);
    RosenbrockValue.Gradient holder = new RosenbrockValue.Gradient();
    double[] partials = new double[n];
    DSFactory factory = new DSFactory(n, 1);
    return new Subject("rosenbrock " + n)
        .with(Way.PRIMAL, () -> Rosenbrock.value(x))
        .with(Way.GENERATED, () -> RosenbrockValue.gradient(x, holder) + holder.dX()[n - 1])
        .with(Way.HAND_WRITTEN, () -> HandRosenbrock.gradient(x, partials) + partials[n - 1])
        .with(Way.SCALAR, () -> Leaves.sweep(RosenbrockValue.scalar(Leaves.of("x", x)), "x0"))
        .with(
            Way.HIPPARCHUS_GRADIENT,
            () -> Variables.read(Generic.rosenbrock(Variables.gradients(x))))
        .with(
            Way.HIPPARCHUS_STRUCTURE,
            () -> Variables.read(Generic.rosenbrock(Variables.structures(factory, x))))
        .withDifferences(RosenbrockValue.bind(x));
  }

  static Subject blackScholes() {
    // An element of an array is read anew at each call; a constant would be computed once for all.
    double[] p = {100, 0.03, 0.2, 1.5, 110};
    BlackScholesCall.Gradient g = new BlackScholesCall.Gradient();
    HandBlackScholes hand = new HandBlackScholes();
    DSFactory factory = new DSFactory(4, 1);
    return new Subject("Black–Scholes")
        .with(Way.PRIMAL, () -> BlackScholes.call(p[0], p[1], p[2], p[3], p[4]))
        .with(
            Way.GENERATED,
            () ->
                BlackScholesCall.gradient(p[0], p[1], p[2], p[3], p[4], g)
                    + (g.dSpot() + g.dRate() + g.dVolatility() + g.dYears()))
        .with(
            Way.HAND_WRITTEN,
            () ->
                hand.gradient(p[0], p[1], p[2], p[3], p[4])
                    + (hand.dSpot() + hand.dRate() + hand.dVolatility() + hand.dYears()))
        .with(
            Way.SCALAR,
            () -> {
              Scalar[] s = Leaves.of("p", p);
              return Leaves.sweep(BlackScholesCall.scalar(s[0], s[1], s[2], s[3], p[4]), "p0");
            })
        .with(
            Way.HIPPARCHUS_GRADIENT,
            () -> {
              Gradient[] v = Variables.gradients(p[0], p[1], p[2], p[3]);
              return Variables.read(Generic.call(v[0], v[1], v[2], v[3], p[4]));
            })
        .with(
            Way.HIPPARCHUS_STRUCTURE,
            () -> {
              var v = Variables.structures(factory, p[0], p[1], p[2], p[3]);
              return Variables.read(Generic.call(v[0], v[1], v[2], v[3], p[4]));
            })
        .withDifferences(BlackScholesCall.bind(p[0], p[1], p[2], p[3], p[4]));
  }

  static Subject softmax(int classes, int features, int n) {
    double[][] w = new Draws(1).matrix(classes, features, -1, 1);
    double[] b = new Draws(2).vector(classes, -1, 1);
    double[][] x = new Draws(3).matrix(n, features, -1, 1);
    int[] labels = new Draws(4).indices(n, classes);
    SoftmaxLoss.Gradient holder = new SoftmaxLoss.Gradient();
    HandSoftmax hand = new HandSoftmax(classes);
    double[][] wBar = new double[classes][features];
    double[] bBar = new double[classes];
    return new Subject("softmax " + classes + "×" + features + " " + n)
        .with(Way.PRIMAL, () -> Softmax.loss(w, b, x, labels))
        .with(Way.GENERATED, () -> SoftmaxLoss.gradient(w, b, x, labels, holder) + holder.dB()[0])
        .with(Way.HAND_WRITTEN, () -> hand.gradient(w, b, x, labels, wBar, bBar) + bBar[0])
        .with(
            Way.SCALAR,
            () ->
                Leaves.sweep(
                    SoftmaxLoss.scalar(Leaves.of("w", w), Leaves.of("b", b), x, labels), "b0"))
        .withDifferences(SoftmaxLoss.bind(w, b, x, labels));
  }

  static Subject network(int units, int features, int n) {
    double[][] w1 = new Draws(1).matrix(units, features, -1, 1);
    double[] b1 = new Draws(2).vector(units, -1, 1);
    double[] w2 = new Draws(3).vector(units, -1, 1);
    double[] b2 = {0.5};
    double[][] x = new Draws(4).matrix(n, features, -1, 1);
    double[] y = new Draws(5).vector(n, -1, 1);
    NetworkLoss.Gradient holder = new NetworkLoss.Gradient();
    HandNetwork hand = new HandNetwork(units);
    double[][] w1Bar = new double[units][features];
    double[] b1Bar = new double[units];
    double[] w2Bar = new double[units];
    return new Subject("network " + units + "×" + features + " " + n)
        .with(Way.PRIMAL, () -> Network.loss(w1, b1, w2, b2[0], x, y))
        .with(
            Way.GENERATED,
            () -> NetworkLoss.gradient(w1, b1, w2, b2[0], x, y, holder) + holder.dB2())
        .with(
            Way.HAND_WRITTEN,
            () -> hand.gradient(w1, b1, w2, b2[0], x, y, w1Bar, b1Bar, w2Bar) + hand.dB2())
        .with(
            Way.SCALAR,
            () ->
                Leaves.sweep(
                    NetworkLoss.scalar(
                        Leaves.of("w", w1),
                        Leaves.of("b", b1),
                        Leaves.of("v", w2),
                        Scalar.of(b2[0], "b2"),
                        x,
                        y),
                    "b2"))
        .withDifferences(NetworkLoss.bind(w1, b1, w2, b2[0], x, y));
  }

  static Subject lotkaVolterra(int steps) {
    double[] r = {1.1, 0.4, 0.3, 0.5};
    double time = 3;
    LotkaVolterraMisfit.Gradient g = new LotkaVolterraMisfit.Gradient();
    HandLotkaVolterra hand = new HandLotkaVolterra(steps);
    DSFactory factory = new DSFactory(4, 1);
    return new Subject("Lotka–Volterra " + steps)
        .with(Way.PRIMAL, () -> LotkaVolterra.misfit(r[0], r[1], r[2], r[3], time, steps))
        .with(
            Way.GENERATED,
            () ->
                LotkaVolterraMisfit.gradient(r[0], r[1], r[2], r[3], time, steps, g)
                    + (g.dBirth() + g.dLoss() + g.dGrowth() + g.dDeath()))
        .with(
            Way.HAND_WRITTEN,
            () ->
                hand.gradient(r[0], r[1], r[2], r[3], time, steps)
                    + (hand.dBirth() + hand.dLoss() + hand.dGrowth() + hand.dDeath()))
        .with(
            Way.SCALAR,
            () -> {
              Scalar[] s = Leaves.of("r", r);
              return Leaves.sweep(
                  LotkaVolterraMisfit.scalar(s[0], s[1], s[2], s[3], time, steps), "r0");
            })
        .with(
            Way.HIPPARCHUS_GRADIENT,
            () -> Variables.read(Generic.lotkaVolterra(Variables.gradients(r), time, steps)))
        .with(
            Way.HIPPARCHUS_STRUCTURE,
            () ->
                Variables.read(
                    Generic.lotkaVolterra(Variables.structures(factory, r), time, steps)))
        .withDifferences(LotkaVolterraMisfit.bind(r[0], r[1], r[2], r[3], time, steps));
  }

  static Subject matrixChain(int n) {
    double[][] a = new Draws(1).matrix(n, n, -1, 1);
    double[][] b = new Draws(2).matrix(n, n, -1, 1);
    double[][] c = new Draws(3).matrix(n, n, -1, 1);
    MatrixChainSquaredNorm.Gradient holder = new MatrixChainSquaredNorm.Gradient();
    HandMatrixChain hand = new HandMatrixChain(n, n, n);
    double[][] aBar = new double[n][n];
    double[][] bBar = new double[n][n];
    double[][] cBar = new double[n][n];
    return new Subject("matrix chain " + n)
        .with(Way.PRIMAL, () -> MatrixChain.squaredNorm(a, b, c))
        .with(
            Way.GENERATED,
            () -> MatrixChainSquaredNorm.gradient(a, b, c, holder) + holder.dA()[0][0])
        .with(Way.HAND_WRITTEN, () -> hand.gradient(a, b, c, aBar, bBar, cBar) + aBar[0][0])
        .with(
            Way.SCALAR,
            () ->
                Leaves.sweep(
                    MatrixChainSquaredNorm.scalar(
                        Leaves.of("a", a), Leaves.of("b", b), Leaves.of("c", c)),
                    "a0,0"))
        .withDifferences(MatrixChainSquaredNorm.bind(a, b, c));
  }
}
