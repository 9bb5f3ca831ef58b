package dev.cotangent.benchmarks.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.benchmarks.evals.BaReprojectionError;
import dev.cotangent.benchmarks.evals.BaWeightError;
import dev.cotangent.benchmarks.evals.Det;
import dev.cotangent.benchmarks.evals.DetDeterminant;
import dev.cotangent.benchmarks.evals.Gmm;
import dev.cotangent.benchmarks.evals.GmmObjective;
import dev.cotangent.benchmarks.evals.Hello;
import dev.cotangent.benchmarks.evals.HelloSquare;
import dev.cotangent.benchmarks.evals.Kmeans;
import dev.cotangent.benchmarks.evals.KmeansCost;
import dev.cotangent.benchmarks.evals.Llsq;
import dev.cotangent.benchmarks.evals.LlsqCost;
import dev.cotangent.benchmarks.evals.Lse;
import dev.cotangent.benchmarks.evals.LseLogSumExp;
import dev.cotangent.benchmarks.evals.Lstm;
import dev.cotangent.benchmarks.evals.LstmLoss;
import dev.cotangent.benchmarks.evals.Ode;
import dev.cotangent.benchmarks.evals.OdeLast;
import dev.cotangent.benchmarks.evals.ParticleCrossingByReverse;
import dev.cotangent.benchmarks.evals.Saddle;
import dev.cotangent.benchmarks.evals.SaddleWorstByReverse;
import dev.cotangent.benchmarks.inputs.DetInput;
import dev.cotangent.benchmarks.inputs.Draws;
import dev.cotangent.benchmarks.inputs.GmmInput;
import dev.cotangent.benchmarks.inputs.KmeansInput;
import dev.cotangent.benchmarks.inputs.LlsqInput;
import dev.cotangent.benchmarks.inputs.LseInput;
import dev.cotangent.benchmarks.inputs.LstmInput;
import dev.cotangent.benchmarks.inputs.OdeInput;
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
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The adjoints written by hand agree with the generated ones, and their values have the bits of the
 * user's methods. Each is called twice, so that what a call leaves in the work arrays is noticed.
 */
final class HandWrittenTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void regression(int n) {
    double[] x = new Draws(1).vector(n, -1, 1);
    double[] y = new Draws(2).vector(n, -1, 1);
    RegressionCost.Gradient g = RegressionCost.gradient(0.5, -0.25, x, y);
    HandRegression hand = new HandRegression();
    for (int call = 0; call < 2; call++) {
      assertBits(Regression.cost(0.5, -0.25, x, y), hand.gradient(0.5, -0.25, x, y));
      assertClose(flat(g.dW(), g.dB()), flat(hand.dW(), hand.dB()));
    }
  }

  /** By a rotation, by none, and about one axis. */
  @ParameterizedTest
  @CsvSource({"0.3, -0.2, 0.5", "0, 0, 0", "0, 0, 2.5"})
  void ba(double r0, double r1, double r2) {
    double[] camera = {r0, r1, r2, 0.1, -0.4, 0.2, 1.5, 0.25, -0.125, 0.03, -0.002};
    double[] point = {0.7, 1.1, -2.3};
    double[] feature = {0.4, -0.6};
    BaReprojectionError.Jacobian block = BaReprojectionError.jacobian(camera, point, 0.75, feature);
    HandBa hand = new HandBa();
    assertBits(block.value()[0], hand.jacobian(camera, point, 0.75, feature));
    for (int k = 0; k < 2; k++) {
      assertClose(block.dCamera()[k], hand.dCamera()[k]);
      assertClose(block.dPoint()[k], hand.dPoint()[k]);
      assertClose(block.dWeight()[k], hand.dWeight()[k]);
    }
    assertClose(flat(BaWeightError.gradient(0.75).dWeight()), flat(hand.dWeightError()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1})
  void particle(double w) {
    ParticleCrossingByReverse.Gradient g = ParticleCrossingByReverse.gradient(w);
    HandParticle hand = new HandParticle();
    assertClose(flat(g.value()), flat(hand.gradient(w)));
    assertClose(flat(g.dW()), flat(hand.dW()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "-0.5, 2", "0, 0"})
  void saddle(double east, double north) {
    double[] first = {east, north};
    double[] start = {1, 1};
    double[] bar = new double[2];
    assertBits(Saddle.worstByReverse(first, start), HandSaddle.gradient(first, start, bar));
    assertClose(SaddleWorstByReverse.gradient(first, start).dFirst(), bar);
  }

  @Test
  void hello() {
    HandHello hand = new HandHello();
    assertBits(Hello.square(1.25), hand.gradient(1.25));
    assertClose(flat(HelloSquare.gradient(1.25).dX()), flat(hand.dX()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 101})
  void rosenbrock(int n) {
    double[] x = new Draws(1).vector(n, -2, 2);
    double[] partials = new double[n];
    for (int call = 0; call < 2; call++) {
      assertBits(Rosenbrock.value(x), HandRosenbrock.gradient(x, partials));
      assertClose(RosenbrockValue.gradient(x).dX(), partials);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 0.03, 0.2, 1.5, 110", "100, 0.01, 0.4, 0.25, 60", "50, 0, 0.1, 2, 50"})
  void blackScholes(double spot, double rate, double volatility, double years, double strike) {
    BlackScholesCall.Gradient g = BlackScholesCall.gradient(spot, rate, volatility, years, strike);
    HandBlackScholes hand = new HandBlackScholes();
    assertBits(
        BlackScholes.call(spot, rate, volatility, years, strike),
        hand.gradient(spot, rate, volatility, years, strike));
    assertClose(
        flat(g.dSpot(), g.dRate(), g.dVolatility(), g.dYears()),
        flat(hand.dSpot(), hand.dRate(), hand.dVolatility(), hand.dYears()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 2, 5", "10, 13, 20", "8, 4, 3"})
  void softmax(int classes, int features, int n) {
    double[][] w = new Draws(1).matrix(classes, features, -1, 1);
    double[] b = new Draws(2).vector(classes, -1, 1);
    double[][] x = new Draws(3).matrix(n, features, -1, 1);
    int[] labels = new Draws(4).indices(n, classes);
    SoftmaxLoss.Gradient g = SoftmaxLoss.gradient(w, b, x, labels);
    HandSoftmax hand = new HandSoftmax(classes);
    double[][] wBar = new double[classes][features];
    double[] bBar = new double[classes];
    for (int call = 0; call < 2; call++) {
      assertBits(Softmax.loss(w, b, x, labels), hand.gradient(w, b, x, labels, wBar, bBar));
      assertClose(flat(g.dW(), g.dB()), flat(wBar, bBar));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "6, 3, 9", "16, 8, 20"})
  void network(int units, int features, int n) {
    double[][] w1 = new Draws(1).matrix(units, features, -1, 1);
    double[] b1 = new Draws(2).vector(units, -1, 1);
    double[] w2 = new Draws(3).vector(units, -1, 1);
    double[][] x = new Draws(4).matrix(n, features, -1, 1);
    double[] y = new Draws(5).vector(n, -1, 1);
    NetworkLoss.Gradient g = NetworkLoss.gradient(w1, b1, w2, 0.5, x, y);
    HandNetwork hand = new HandNetwork(units);
    double[][] w1Bar = new double[units][features];
    double[] b1Bar = new double[units];
    double[] w2Bar = new double[units];
    for (int call = 0; call < 2; call++) {
      assertBits(
          Network.loss(w1, b1, w2, 0.5, x, y),
          hand.gradient(w1, b1, w2, 0.5, x, y, w1Bar, b1Bar, w2Bar));
      assertClose(flat(g.dW1(), g.dB1(), g.dW2(), g.dB2()), flat(w1Bar, b1Bar, w2Bar, hand.dB2()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void lotkaVolterra(int steps) {
    LotkaVolterraMisfit.Gradient g = LotkaVolterraMisfit.gradient(1.1, 0.4, 0.3, 0.5, 3, steps);
    HandLotkaVolterra hand = new HandLotkaVolterra(steps);
    for (int call = 0; call < 2; call++) {
      assertBits(
          LotkaVolterra.misfit(1.1, 0.4, 0.3, 0.5, 3, steps),
          hand.gradient(1.1, 0.4, 0.3, 0.5, 3, steps));
      assertClose(
          flat(g.dBirth(), g.dLoss(), g.dGrowth(), g.dDeath()),
          flat(hand.dBirth(), hand.dLoss(), hand.dGrowth(), hand.dDeath()));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "2, 3, 5, 4", "9, 8, 7, 6"})
  void matrixChain(int n, int m, int p, int q) {
    double[][] a = new Draws(1).matrix(n, m, -1, 1);
    double[][] b = new Draws(2).matrix(m, p, -1, 1);
    double[][] c = new Draws(3).matrix(p, q, -1, 1);
    MatrixChainSquaredNorm.Gradient g = MatrixChainSquaredNorm.gradient(a, b, c);
    HandMatrixChain hand = new HandMatrixChain(n, p, q);
    double[][] aBar = new double[n][m];
    double[][] bBar = new double[m][p];
    double[][] cBar = new double[p][q];
    for (int call = 0; call < 2; call++) {
      assertBits(MatrixChain.squaredNorm(a, b, c), hand.gradient(a, b, c, aBar, bBar, cBar));
      assertClose(flat(g.dA(), g.dB(), g.dC()), flat(aBar, bBar, cBar));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 0", "2, 3, 10, 1", "5, 4, 20, 2", "10, 6, 7, 0"})
  void gmm(int d, int k, int n, int m) {
    GmmInput in = GmmInput.random(d, k, n);
    GmmObjective.Gradient g =
        GmmObjective.gradient(in.alpha(), in.mu(), in.q(), in.l(), in.x(), 1.5, m);
    HandGmm hand = new HandGmm(k, d);
    double[] alphaBar = new double[k];
    double[][] muBar = new double[k][d];
    double[][] qBar = new double[k][d];
    double[][] lBar = new double[k][d * (d - 1) / 2];
    for (int call = 0; call < 2; call++) {
      double value =
          hand.gradient(
              in.alpha(), in.mu(), in.q(), in.l(), in.x(), 1.5, m, alphaBar, muBar, qBar, lBar);
      assertBits(Gmm.objective(in.alpha(), in.mu(), in.q(), in.l(), in.x(), 1.5, m), value);
      assertClose(flat(g.dAlpha(), g.dMu(), g.dQ(), g.dL()), flat(alphaBar, muBar, qBar, lBar));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1", "2, 8, 5", "3, 20, 4"})
  void lstm(int layers, int characters, int bits) {
    LstmInput in = LstmInput.random(layers, characters, bits);
    LstmLoss.Gradient g =
        LstmLoss.gradient(in.mainParams(), in.extraParams(), in.state(), in.sequence());
    HandLstm hand = new HandLstm(layers, bits, characters - 1);
    double[][] mainBar = new double[2 * layers][4 * bits];
    double[][] extraBar = new double[3][bits];
    for (int call = 0; call < 2; call++) {
      double value =
          hand.gradient(
              in.mainParams(), in.extraParams(), in.state(), in.sequence(), mainBar, extraBar);
      assertBits(Lstm.loss(in.mainParams(), in.extraParams(), in.state(), in.sequence()), value);
      assertClose(flat(g.dMain(), g.dExtra()), flat(mainBar, extraBar));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "16, 4", "37, 20"})
  void llsq(int n, int m) {
    LlsqInput in = LlsqInput.random(n, m);
    double[] partials = new double[m];
    for (int call = 0; call < 2; call++) {
      assertBits(Llsq.cost(in.x(), n), HandLlsq.gradient(in.x(), n, partials));
      assertClose(LlsqCost.gradient(in.x(), n).dX(), partials);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void lse(int n) {
    LseInput in = LseInput.random(n);
    double[] partials = new double[n];
    for (int call = 0; call < 2; call++) {
      assertBits(Lse.logSumExp(in.x()), HandLse.gradient(in.x(), partials));
      assertClose(LseLogSumExp.gradient(in.x()).dX(), partials);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 2", "5, 10", "10, 20", "9, 1"})
  void ode(int n, int steps) {
    OdeInput in = OdeInput.random(n, steps);
    double[] partials = new double[n];
    HandOde hand = new HandOde(n, steps);
    for (int call = 0; call < 2; call++) {
      assertBits(Ode.last(in.x(), steps), hand.gradient(in.x(), steps, partials));
      assertClose(OdeLast.gradient(in.x(), steps).dX(), partials);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void det(int size) {
    DetInput in = DetInput.random(size);
    double[] partials = new double[size * size];
    for (int call = 0; call < 2; call++) {
      assertBits(Det.determinant(in.a(), size), HandDet.gradient(in.a(), size, partials));
      assertClose(DetDeterminant.gradient(in.a(), size).dA(), partials);
    }
  }

  @Test
  void kmeans() {
    KmeansInput in = KmeansInput.random(7, 60, 3);
    double[][] ones = new double[7][3];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    double[] gradient =
        flat((Object) KmeansCost.gradient(in.centroids(), in.points()).dCentroids());
    double[] curvature =
        flat((Object) KmeansCost.hvp(in.centroids(), in.points(), ones).dCentroids());
    double[] expected = new double[gradient.length];
    Arrays.setAll(expected, i -> gradient[i] / curvature[i]);
    HandKmeans hand = new HandKmeans(7, 3);
    double[][] direction = new double[7][3];
    for (int call = 0; call < 2; call++) {
      assertBits(
          Kmeans.cost(in.centroids(), in.points()),
          hand.direction(in.centroids(), in.points(), direction));
      assertClose(expected, flat((Object) direction));
    }
  }

  private static void assertBits(double expected, double actual) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual));
  }

  /** The largest difference is small against the largest partial. */
  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    double scale = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs(expected[i] - actual[i]);
      assertTrue(difference <= TOLERANCE * scale, expected[i] + " " + actual[i]);
    }
  }

  /** Numbers, vectors and matrices, one after the other. */
  private static double[] flat(Object... parts) {
    return Stream.of(parts).flatMapToDouble(HandWrittenTest::numbers).toArray();
  }

  private static DoubleStream numbers(Object part) {
    if (part instanceof Double number) {
      return DoubleStream.of(number);
    }
    if (part instanceof double[] vector) {
      return DoubleStream.of(vector);
    }
    return Arrays.stream((double[][]) part).flatMapToDouble(Arrays::stream);
  }
}
