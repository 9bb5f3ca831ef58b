package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Eclipse workspace, as a programmer works in it for a while. */
@Tag("tools")
class EclipseWorkspaceTest {
  private static final String COST =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Cost {
        @Differentiable
        static double cost(double w, double[] x) {
          double scaled = w * x[0];
          return scaled * scaled;
        }
      }
      """;

  private static final String USER =
      """
      package demo;

      class User {
        static double use() {
          return CostCost.gradient(2, new double[] {3}).dW();
        }
      }
      """;

  private static final String TYPED = USER.replace(".dW()", ".dW() + unknown");
  private static final String CHANGED = COST.replace("scaled * scaled", "scaled + Math.exp(w)");
  private static final String MISTAKEN = COST.replace("scaled * scaled", "scaled * Math.random()");
  private static final String WITHOUT = COST.replace("@Differentiable", "");

  @TempDir Path folder;

  private final List<String> steps = new ArrayList<>();

  private int step(String words) {
    steps.add(words);
    return steps.size() - 1;
  }

  private void put(String name, String text) {
    step("put demo/" + name + ".java " + version(text));
  }

  private Path version(String text) {
    return Inputs.write(folder, "versions/" + steps.size() + ".java", text);
  }

  @Test
  void companionFollowsItsMethodThroughAProgrammersDay() throws IOException {
    put("Cost", COST);
    put("User", USER);
    final int built = step("full");
    put("Cost", CHANGED);
    final int changed = step("incremental");
    final int typing = step("edit demo/User.java " + version(TYPED));
    put("Cost", MISTAKEN);
    final int mistaken = step("incremental");
    put("Cost", COST);
    final int mended = step("incremental");
    put("Cost", WITHOUT);
    final int without = step("incremental");
    run();

    assertEquals(List.of(), errors(built));
    assertEquals(javac(COST), companion(built));
    assertEquals(List.of(), errors(changed));
    assertEquals(javac(CHANGED), companion(changed));
    // Processors run when files are saved; what they wrote is there while others are edited.
    assertEquals(List.of("User.java:5 error unknown"), errors(typing));
    assertEquals(List.of("Cost.java:9 error [COT018]"), errors(mistaken));
    assertEquals(javac(MISTAKEN), companion(mistaken));
    assertEquals(List.of(), errors(mended));
    assertEquals(javac(COST), companion(mended));
    assertFalse(Files.exists(companionFile(without)));
    assertTrue(errors(without).stream().allMatch(e -> e.startsWith("User.java:5 error CostCost")));
    assertEquals(1, errors(without).size());
  }

  private void run() throws IOException {
    Path script = folder.resolve("steps");
    Files.write(script, steps);
    Path home = Files.createDirectories(folder.resolve("eclipse"));
    String classPath = Artifacts.RUNTIME.toString();
    String processors =
        Artifacts.PROCESSORS.stream().map(Path::toString).collect(Collectors.joining(","));
    Run run =
        EclipseInstallation.in(home)
            .run(
                folder.resolve("workspace"),
                classPath,
                processors,
                script.toString(),
                folder.resolve("out").toString());
    assertEquals(0, run.exit(), run.output());
  }

  private Path companionFile(int step) {
    return folder.resolve("out/" + step + "/sources/demo/CostCost.java");
  }

  private String companion(int step) throws IOException {
    return Files.readString(companionFile(step));
  }

  /** The errors after a step, each with the first word of its text. */
  private List<String> errors(int step) throws IOException {
    return Files.readAllLines(folder.resolve("out/" + step + "/messages")).stream()
        .filter(line -> line.contains(" error "))
        .map(line -> line.replaceAll("^(\\S+ error \\S+).*", "$1"))
        .toList();
  }

  private String javac(String text) throws IOException {
    Path out = Files.createTempDirectory(folder, "javac");
    Path file = Inputs.write(out, "demo/Cost.java", text);
    Compilation compilation =
        Compilation.of(Compiler.javac(), out, List.of(file), "--release", "17");
    return compilation.generated().get("demo/CostCost.java");
  }
}
