package dev.cotangent.benchmarks.measure;

import dev.cotangent.benchmarks.evals.Ba;
import dev.cotangent.benchmarks.evals.BaReprojectionError;
import dev.cotangent.benchmarks.evals.BaWeightError;
import dev.cotangent.benchmarks.evals.Ht;
import dev.cotangent.benchmarks.evals.HtComplicated;
import dev.cotangent.benchmarks.evals.HtPlaced;
import dev.cotangent.benchmarks.evals.HtSimple;
import dev.cotangent.benchmarks.hand.HandBa;
import dev.cotangent.benchmarks.inputs.BaInput;
import dev.cotangent.benchmarks.inputs.HtInput;
import java.util.Arrays;

/** The evals whose derivative is a Jacobian. */
final class JacobianSubjects {
  private JacobianSubjects() {}

  /** All blocks of one observation: two errors by camera, point and weight, and the weight's. */
  static Subject ba() {
    BaInput in = BaInput.random(1, 1, 1);
    double[] camera = in.cam();
    double[] point = in.x();
    double[] feature = in.feat();
    BaReprojectionError.Jacobian block = new BaReprojectionError.Jacobian();
    BaWeightError.Gradient weight = new BaWeightError.Gradient();
    HandBa hand = new HandBa();
    return new Subject("ba, an observation")
        .with(
            Way.PRIMAL,
            () -> Ba.reprojectionError(camera, point, in.w(), feature)[0] + Ba.weightError(in.w()))
        .with(
            Way.GENERATED,
            () -> {
              BaReprojectionError.jacobian(camera, point, in.w(), feature, block);
              return block.dCamera()[0][0]
                  + block.dPoint()[1][2]
                  + BaWeightError.gradient(in.w(), weight)
                  + weight.dWeight();
            })
        .with(
            Way.HAND_WRITTEN,
            () ->
                hand.jacobian(camera, point, in.w(), feature)
                    + hand.dCamera()[0][0]
                    + hand.dPoint()[1][2]
                    + Ba.weightError(in.w())
                    + hand.dWeightError());
  }

  /** 26 directions of the pose. */
  static Subject handSimple(int vertices, int points) {
    HtInput in = HtInput.random(vertices, points);
    Ht.Hand hand = in.data().model();
    int[] correspondences = in.data().correspondences();
    double[][] seen = in.data().points();
    HtSimple.Jacobian holder = new HtSimple.Jacobian();
    return new Subject("ht simple " + vertices + "_" + points)
        .with(Way.PRIMAL, () -> Ht.simple(in.theta(), hand, correspondences, seen)[0])
        .with(
            Way.GENERATED,
            () -> {
              HtSimple.jacobian(in.theta(), hand, correspondences, seen, holder);
              return holder.dTheta()[0][0];
            });
  }

  /** 26 directions of the pose, and two of the places in triangles. */
  static Subject handComplicated(int vertices, int points) {
    HtInput in = HtInput.random(vertices, points);
    Ht.Hand hand = in.data().model();
    int[] correspondences = in.data().correspondences();
    double[][] seen = in.data().points();
    HtComplicated.Jacobian holder = new HtComplicated.Jacobian();
    HtPlaced.Gradient places = new HtPlaced.Gradient();
    double[][] along = new double[seen.length][2];
    return new Subject("ht complicated " + vertices + "_" + points)
        .with(Way.PRIMAL, () -> Ht.complicated(in.theta(), in.us(), hand, correspondences, seen)[0])
        .with(
            Way.GENERATED,
            () -> {
              HtComplicated.jacobian(in.theta(), in.us(), hand, correspondences, seen, holder);
              double sum = holder.dTheta()[0][0];
              for (int k = 0; k < 2; k++) {
                Arrays.fill(along, k == 0 ? new double[] {1, 0} : new double[] {0, 1});
                HtPlaced.jvp(in.theta(), in.us(), hand, correspondences, seen, along, places);
                sum += places.tangent()[0];
              }
              return sum;
            });
  }
}
