package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every function of every module gives the reference outputs. */
final class ReferenceOutputsTest {
  private static final double TOLERANCE = 1e-12;
  private static final Map<String, Double> TOLERANCES =
      Map.of(
          // The adjoint of the largest element collects a rounding of each of the others.
          "lse", 1e-10,
          // A search ends where the slope is small, wherever roundings have led it.
          "particle", 1e-9,
          "saddle", 1e-9);

  @TestFactory
  Stream<DynamicTest> smallCases() throws IOException, URISyntaxException {
    return tests(Path.of(ReferenceOutputsTest.class.getResource("/gradbench").toURI()));
  }

  @TestFactory
  Stream<DynamicTest> casesOfTheLargerFolder() throws IOException {
    Path folder = Path.of(System.getProperty("gradbench.folder", "no folder")).normalize();
    assumeTrue(Files.isDirectory(folder), "no larger cases here: " + folder);
    return tests(folder);
  }

  @Test
  void mostFunctionsAreCompared() throws IOException, URISyntaxException {
    assertTrue(smallCases().count() >= 50);
  }

  private static Stream<DynamicTest> tests(Path folder) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (InputFile file : InputFile.in(folder)) {
      Modules.named(file.eval()).ifPresent(module -> add(module, file, tests));
    }
    return tests.stream();
  }

  private static void add(EvalModule<?> module, InputFile file, List<DynamicTest> tests) {
    for (String function : module.functions()) {
      tests.add(
          DynamicTest.dynamicTest(
              module.name() + " " + file.name() + " " + function,
              () -> compare(module, file, function)));
    }
  }

  private static void compare(EvalModule<?> module, InputFile file, String function)
      throws IOException {
    Call<?> call = module.bind(function, file.input());
    call.run();
    JsonNode output = Json.tree(call.output());
    double error = file.reference().orElseThrow().error(function, output);
    double tolerance = TOLERANCES.getOrDefault(module.name(), TOLERANCE);
    assertTrue(error <= tolerance, () -> "error " + error);
  }
}
