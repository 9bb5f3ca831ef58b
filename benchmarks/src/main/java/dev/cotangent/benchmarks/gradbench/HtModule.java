package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.evals.Ht;
import dev.cotangent.benchmarks.evals.HtComplicated;
import dev.cotangent.benchmarks.evals.HtPlaced;
import dev.cotangent.benchmarks.evals.HtSimple;
import dev.cotangent.benchmarks.inputs.HtInput;
import java.util.Arrays;

/** The eval {@code ht}. */
final class HtModule {
  private HtModule() {}

  static EvalModule<HtInput> module() {
    return new EvalModule<>("ht", HtInput.class, () -> HtInput.random(100, 100))
        .with("objective", HtModule::objective)
        .with("jacobian", HtModule::jacobian);
  }

  private static Call<?> jacobian(HtInput in) {
    return in.complicated() ? complicatedJacobian(in) : simpleJacobian(in);
  }

  private static Call<?> simpleJacobian(HtInput in) {
    Ht.Hand hand = in.data().model();
    HtSimple.Jacobian holder = new HtSimple.Jacobian();
    return Call.of(
        () -> {
          HtSimple.jacobian(
              in.theta(), hand, in.data().correspondences(), in.data().points(), holder);
          return holder.dTheta();
        });
  }

  /** In each row the partials by the point's own two coordinates, then those by the pose. */
  private static Call<?> complicatedJacobian(HtInput in) {
    Ht.Hand hand = in.data().model();
    int[] correspondences = in.data().correspondences();
    double[][] points = in.data().points();
    HtComplicated.Jacobian holder = new HtComplicated.Jacobian();
    HtPlaced.Gradient places = new HtPlaced.Gradient();
    double[][] along = new double[points.length][];
    double[][] rows = new double[3 * points.length][2 + in.theta().length];
    return Call.of(
        () -> {
          HtComplicated.jacobian(in.theta(), in.us(), hand, correspondences, points, holder);
          for (int i = 0; i < rows.length; i++) {
            System.arraycopy(holder.dTheta()[i], 0, rows[i], 2, in.theta().length);
          }
          for (int k = 0; k < 2; k++) {
            Arrays.fill(along, k == 0 ? new double[] {1, 0} : new double[] {0, 1});
            HtPlaced.jvp(in.theta(), in.us(), hand, correspondences, points, along, places);
            for (int i = 0; i < rows.length; i++) {
              rows[i][k] = places.tangent()[i];
            }
          }
          return rows;
        });
  }

  private static Call<?> objective(HtInput in) {
    Ht.Hand hand = in.data().model();
    int[] correspondences = in.data().correspondences();
    double[][] points = in.data().points();
    return in.complicated()
        ? Call.of(() -> Ht.complicated(in.theta(), in.us(), hand, correspondences, points))
        : Call.of(() -> Ht.simple(in.theta(), hand, correspondences, points));
  }
}
