package dev.cotangent.benchmarks.measure;

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
import dev.cotangent.benchmarks.evals.Particle;
import dev.cotangent.benchmarks.evals.ParticleCrossingByReverse;
import dev.cotangent.benchmarks.evals.Saddle;
import dev.cotangent.benchmarks.evals.SaddleWorstByReverse;
import dev.cotangent.benchmarks.hand.HandDet;
import dev.cotangent.benchmarks.hand.HandGmm;
import dev.cotangent.benchmarks.hand.HandHello;
import dev.cotangent.benchmarks.hand.HandKmeans;
import dev.cotangent.benchmarks.hand.HandLlsq;
import dev.cotangent.benchmarks.hand.HandLse;
import dev.cotangent.benchmarks.hand.HandLstm;
import dev.cotangent.benchmarks.hand.HandOde;
import dev.cotangent.benchmarks.hand.HandParticle;
import dev.cotangent.benchmarks.hand.HandSaddle;
import dev.cotangent.benchmarks.inputs.DetInput;
import dev.cotangent.benchmarks.inputs.GmmInput;
import dev.cotangent.benchmarks.inputs.KmeansInput;
import dev.cotangent.benchmarks.inputs.LlsqInput;
import dev.cotangent.benchmarks.inputs.LseInput;
import dev.cotangent.benchmarks.inputs.LstmInput;
import dev.cotangent.benchmarks.inputs.OdeInput;
import java.util.Arrays;

/** The evals. */
final class EvalSubjects {
  private EvalSubjects() {}

  static Subject gmm(int d, int k, int n) {
    GmmInput in = GmmInput.random(d, k, n);
    double[] alpha = in.alpha();
    double[][] mu = in.mu();
    double[][] q = in.q();
    double[][] l = in.l();
    double[][] x = in.x();
    double gamma = in.gamma();
    int m = in.m();
    GmmObjective.Gradient g = new GmmObjective.Gradient();
    HandGmm hand = new HandGmm(k, d);
    double[] alphaBar = new double[k];
    double[][] muBar = new double[k][d];
    double[][] qBar = new double[k][d];
    double[][] lBar = new double[k][d * (d - 1) / 2];
    return new Subject("gmm " + d + "_" + k + "_" + n)
        .with(Way.PRIMAL, () -> Gmm.objective(alpha, mu, q, l, x, gamma, m))
        .with(
            Way.GENERATED,
            () -> GmmObjective.gradient(alpha, mu, q, l, x, gamma, m, g) + g.dAlpha()[0])
        .with(
            Way.HAND_WRITTEN,
            () ->
                hand.gradient(alpha, mu, q, l, x, gamma, m, alphaBar, muBar, qBar, lBar)
                    + alphaBar[0]);
  }

  static Subject lstm(int layers, int characters) {
    int bits = 14;
    LstmInput in = LstmInput.random(layers, characters, bits);
    double[][] main = in.mainParams();
    double[][] extra = in.extraParams();
    double[][] state = in.state();
    double[][] sequence = in.sequence();
    LstmLoss.Gradient g = new LstmLoss.Gradient();
    HandLstm hand = new HandLstm(layers, bits, characters - 1);
    double[][] mainBar = new double[2 * layers][4 * bits];
    double[][] extraBar = new double[3][bits];
    return new Subject("lstm l" + layers + "_c" + characters)
        .with(Way.PRIMAL, () -> Lstm.loss(main, extra, state, sequence))
        .with(
            Way.GENERATED,
            () -> LstmLoss.gradient(main, extra, state, sequence, g) + g.dExtra()[0][0])
        .with(
            Way.HAND_WRITTEN,
            () -> hand.gradient(main, extra, state, sequence, mainBar, extraBar) + extraBar[0][0]);
  }

  static Subject llsq(int n) {
    LlsqInput in = LlsqInput.random(n, 128);
    double[] x = in.x();
    LlsqCost.Gradient g = new LlsqCost.Gradient();
    double[] partials = new double[x.length];
    return new Subject("llsq " + n)
        .with(Way.PRIMAL, () -> Llsq.cost(x, n))
        .with(Way.GENERATED, () -> LlsqCost.gradient(x, n, g) + g.dX()[0])
        .with(Way.HAND_WRITTEN, () -> HandLlsq.gradient(x, n, partials) + partials[0]);
  }

  static Subject lse(int n) {
    double[] x = LseInput.random(n).x();
    LseLogSumExp.Gradient g = new LseLogSumExp.Gradient();
    double[] partials = new double[n];
    return new Subject("lse " + n)
        .with(Way.PRIMAL, () -> Lse.logSumExp(x))
        .with(Way.GENERATED, () -> LseLogSumExp.gradient(x, g) + g.dX()[0])
        .with(Way.HAND_WRITTEN, () -> HandLse.gradient(x, partials) + partials[0]);
  }

  static Subject ode(int n, int steps) {
    double[] x = OdeInput.random(n, steps).x();
    OdeLast.Gradient g = new OdeLast.Gradient();
    HandOde hand = new HandOde(n, steps);
    double[] partials = new double[n];
    return new Subject("ode n" + n + "_s" + steps)
        .with(Way.PRIMAL, () -> Ode.last(x, steps))
        .with(Way.GENERATED, () -> OdeLast.gradient(x, steps, g) + g.dX()[0])
        .with(Way.HAND_WRITTEN, () -> hand.gradient(x, steps, partials) + partials[0]);
  }

  static Subject det(int size) {
    double[] a = DetInput.random(size).a();
    DetDeterminant.Gradient g = new DetDeterminant.Gradient();
    double[] partials = new double[a.length];
    return new Subject("det l" + size)
        .with(Way.PRIMAL, () -> Det.determinant(a, size))
        .with(Way.GENERATED, () -> DetDeterminant.gradient(a, size, g) + g.dA()[0])
        .with(Way.HAND_WRITTEN, () -> HandDet.gradient(a, size, partials) + partials[0]);
  }

  static Subject hello() {
    double[] x = {1.25};
    HelloSquare.Gradient g = new HelloSquare.Gradient();
    HandHello hand = new HandHello();
    return new Subject("hello")
        .with(Way.PRIMAL, () -> Hello.square(x[0]))
        .with(Way.GENERATED, () -> HelloSquare.gradient(x[0], g) + g.dX())
        .with(Way.HAND_WRITTEN, () -> hand.gradient(x[0]) + hand.dX());
  }

  /** The derivative of a motion that forces of reverse mode drive. */
  static Subject particle() {
    double[] w = {0.25};
    ParticleCrossingByReverse.Gradient g = new ParticleCrossingByReverse.Gradient();
    HandParticle hand = new HandParticle();
    return new Subject("particle")
        .with(Way.PRIMAL, () -> Particle.crossingByReverse(w[0]))
        .with(Way.GENERATED, () -> ParticleCrossingByReverse.gradient(w[0], g) + g.dW())
        .with(Way.HAND_WRITTEN, () -> hand.gradient(w[0]) + hand.dW());
  }

  /** The derivative through a descent along gradients of reverse mode. */
  static Subject saddle() {
    double[] first = {0.5, -0.25};
    double[] start = {1, 1};
    SaddleWorstByReverse.Gradient g = new SaddleWorstByReverse.Gradient();
    double[] bar = new double[2];
    return new Subject("saddle")
        .with(Way.PRIMAL, () -> Saddle.worstByReverse(first, start))
        .with(Way.GENERATED, () -> SaddleWorstByReverse.gradient(first, start, g) + g.dFirst()[0])
        .with(Way.HAND_WRITTEN, () -> HandSaddle.gradient(first, start, bar) + bar[0]);
  }

  /** Newton's direction: the gradient over the Hessian's product with ones. */
  static Subject kmeans(int k, int n, int d) {
    KmeansInput in = KmeansInput.random(k, n, d);
    double[][] centroids = in.centroids();
    double[][] points = in.points();
    double[][] ones = new double[k][d];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    KmeansCost.Gradient g = new KmeansCost.Gradient();
    KmeansCost.Gradient h = new KmeansCost.Gradient();
    HandKmeans hand = new HandKmeans(k, d);
    double[][] direction = new double[k][d];
    return new Subject("kmeans k" + k + "_n" + n + "_d" + d)
        .with(Way.PRIMAL, () -> Kmeans.cost(centroids, points))
        .with(
            Way.GENERATED,
            () ->
                KmeansCost.hvp(centroids, points, ones, h, g)
                    + g.dCentroids()[0][0] / h.dCentroids()[0][0])
        .with(
            Way.HAND_WRITTEN, () -> hand.direction(centroids, points, direction) + direction[0][0]);
  }
}
