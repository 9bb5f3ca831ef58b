package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cotangent.benchmarks.evals.Ba;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundle adjustment of observations that differ, for which the protocol has no form. */
final class BaDistinctTest {
  /** Cameras, points, weights, and for each observation its camera and point and what was seen. */
  private record Input(
      double[][] cams,
      @JsonProperty("X") double[][] x,
      double[] w,
      int[][] obs,
      double[][] feats) {}

  @ParameterizedTest
  @ValueSource(strings = {"n3_m8_p24", "zero_rotation", "tiny_rotation"})
  void errors(String name) throws IOException, URISyntaxException {
    InputFile file = file(name);
    Input in = Json.read(file.input(), Input.class);
    double[] errors = new double[2 * in.obs().length];
    double[] weightErrors = new double[in.obs().length];
    for (int i = 0; i < in.obs().length; i++) {
      double[] camera = in.cams()[in.obs()[i][0]];
      double[] point = in.x()[in.obs()[i][1]];
      double[] error = Ba.reprojectionError(camera, point, in.w()[i], in.feats()[i]);
      System.arraycopy(error, 0, errors, 2 * i, 2);
      weightErrors[i] = Ba.weightError(in.w()[i]);
    }
    JsonNode actual = Json.tree(Map.of("reproj_err", errors, "w_err", weightErrors));
    double error = file.reference().orElseThrow().error("objective", actual);
    assertTrue(error <= 1e-12, () -> "error " + error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n3_m8_p24", "zero_rotation", "tiny_rotation"})
  void jacobians(String name) throws IOException, URISyntaxException {
    InputFile file = file(name);
    Input in = Json.read(file.input(), Input.class);
    BaJacobian jacobian = new BaJacobian(in.cams().length, in.x().length, in.obs().length);
    double[][][] blocks = new double[in.obs().length][][];
    for (int i = 0; i < in.obs().length; i++) {
      int camera = in.obs()[i][0];
      int point = in.obs()[i][1];
      BaJacobian.Observation at =
          new BaJacobian.Observation(in.cams()[camera], in.x()[point], in.w()[i], in.feats()[i]);
      jacobian.observe(i, camera, point, at);
      blocks[i] = jacobian.entries(i);
    }
    JsonNode expected = file.reference().orElseThrow().output("jacobian").get("J");
    double error = Reference.error(expected, Json.tree(blocks));
    // The derivative of the rotation by a tiny angle loses digits in every tool.
    double tolerance = name.equals("tiny_rotation") ? 1e-8 : 1e-12;
    assertTrue(error <= tolerance, () -> "error " + error);
  }

  private static InputFile file(String name) throws URISyntaxException {
    return new InputFile(
        Path.of(
            BaDistinctTest.class
                .getResource("/gradbench/ba_distinct/" + name + ".in.json")
                .toURI()));
  }
}
