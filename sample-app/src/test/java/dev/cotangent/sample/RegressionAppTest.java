package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as its users see it: a process with options, output, files and an exit code. */
class RegressionAppTest {
  private static final String NUMBER = "(-?[\\d.]+(?:e[+-]\\d+)?)";

  @TempDir private Path folder;

  private static String example(String name) {
    return TestData.EXAMPLES.resolve(name).toAbsolutePath().toString();
  }

  private AppProcess.Result runNorris(String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("--csv", example("norris.csv"), "--target", "customer", "--features", "nist"));
    arguments.addAll(List.of(more));
    return AppProcess.run(folder, arguments.toArray(String[]::new));
  }

  private void assertPictures(String output) throws IOException {
    Path pictures = folder.resolve(output);
    try (var files = Files.list(pictures)) {
      assertEquals(
          List.of("fit.png", "training-progress.png"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    for (String name : List.of("fit.png", "training-progress.png")) {
      PictureAssertions.assertDrawn(ImageIO.read(pictures.resolve(name).toFile()));
    }
  }

  private void assertNothingWritten() throws IOException {
    try (var files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.endsWith(".csv"))
              .toList();
      assertEquals(List.of(), names);
    }
  }

  /** The numbers of a line of the table of parameters: trained, closed form. */
  private static double[] parameter(String out, String name) {
    Matcher matcher =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " +" + NUMBER + " +" + NUMBER + " ")
            .matcher(out);
    assertTrue(matcher.find(), out);
    return new double[] {
      Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))
    };
  }

  private static void assertParameter(double expected, String out, String name) {
    for (double value : parameter(out, name)) {
      assertEquals(expected, value, 5e-7 * Math.abs(expected), name);
    }
  }

  @Test
  void classicExerciseRunsEndToEnd() throws Exception {
    AppProcess.Result run = AppProcess.run(folder).requireSuccess();
    String out = run.out();
    assertTrue(out.contains("10 rows, drawn with seed 42: x uniform in [-10, 10)"), out);
    assertTrue(out.contains("gradient check of LinearRegression.cost: passed"), out);
    assertTrue(out.contains("Training 100% [="), out);
    assertFalse(out.contains("\u001b") || out.contains("\r"), "no control codes in a log");
    Parameters exact = LeastSquares.of(SyntheticData.draw(42)).solution();
    assertParameter(exact.slope(0), out, "w x");
    assertParameter(exact.intercept(), out, "b intercept");
    assertTrue(out.contains("They agree to 6 digits"), out);
    assertTrue(
        out.contains("Picture      " + folder.toRealPath().resolve("regression-output/fit.png"))
            || out.contains("Picture      " + folder.resolve("regression-output/fit.png")),
        out);
    assertPictures("regression-output");
    assertTrue(out.strip().lines().reduce((a, b) -> b).orElse("").startsWith("Time a step"), out);
  }

  @Test
  void costColumnFalls() throws Exception {
    String out = AppProcess.run(folder).requireSuccess().out();
    double[] costs =
        out.lines()
            .filter(line -> line.matches(" +\\d+ +[\\d.e+-]+"))
            .mapToDouble(line -> Double.parseDouble(line.strip().split(" +", 2)[1]))
            .toArray();
    assertTrue(costs.length > 5, out);
    for (int i = 1; i < costs.length; i++) {
      assertTrue(costs[i] <= costs[i - 1], out);
    }
    assertTrue(costs[costs.length - 1] < costs[0] / 10, out);
  }

  @Test
  void seedDecidesThePoints() throws Exception {
    String first = AppProcess.run(folder, "--seed", "7").requireSuccess().out();
    Parameters exact = LeastSquares.of(SyntheticData.draw(7)).solution();
    assertParameter(exact.slope(0), first, "w x");
  }

  @Test
  void norrisComesOutAsCertified() throws Exception {
    String out = runNorris("--output", "pictures/norris").requireSuccess().out();
    assertTrue(out.contains("Standardised as (x - mean) / deviation"), out);
    assertTrue(out.contains("nist: mean 419.178, deviation 343.106"), out);
    assertParameter(TestData.NORRIS_CERTIFIED[0], out, "w nist");
    assertParameter(TestData.NORRIS_CERTIFIED[1], out, "b intercept");
    assertTrue(out.contains("They agree to 6 digits"), out);
    assertPictures("pictures/norris");
  }

  @Test
  void longleysSixRegressorsComeOutAsCertified() throws Exception {
    String out =
        AppProcess.run(
                folder,
                "--csv",
                example("longley.csv"),
                "--target=employed",
                "--features",
                String.join(",", TestData.LONGLEY_FEATURES))
            .requireSuccess()
            .out();
    for (int j = 0; j < TestData.LONGLEY_FEATURES.size(); j++) {
      assertParameter(TestData.LONGLEY_CERTIFIED[j], out, "w " + TestData.LONGLEY_FEATURES.get(j));
    }
    assertParameter(TestData.LONGLEY_CERTIFIED[6], out, "b intercept");
    assertTrue(out.contains("gradient check of MultipleRegression.cost: passed"), out);
    assertTrue(out.contains("They agree to 6 digits"), out);
    assertPictures("regression-output");
  }

  @Test
  void scalarEngineTrainsTheSameModelAndBothAreTimed() throws Exception {
    String generated = runNorris().requireSuccess().out();
    String scalar = runNorris("--engine", "scalar").requireSuccess().out();
    assertTrue(scalar.contains("Engine       scalar"), scalar);
    assertEquals(costTable(generated), costTable(scalar));
    for (String name : List.of("w nist", "b intercept")) {
      assertEquals(parameter(generated, name)[0], parameter(scalar, name)[0], 0);
    }
    for (String out : List.of(generated, scalar)) {
      Matcher matcher =
          Pattern.compile("Time a step  generated .*s, Scalar .*s: " + NUMBER + " times")
              .matcher(out);
      assertTrue(matcher.find(), out);
      assertTrue(Double.parseDouble(matcher.group(1)) > 1, out);
    }
  }

  private static List<String> costTable(String out) {
    return out.lines().filter(line -> line.matches(" +\\d+ +[\\d.e+-]+")).toList();
  }

  @Test
  void divergenceIsNoticedAndExplained() throws Exception {
    String complaint = AppProcess.run(folder, "--rate", "0.05").complaint(Refusal.DIVERGED);
    double limit = LeastSquares.of(SyntheticData.draw(42)).curvature().largestStableRate();
    assertTrue(complaint.contains("training diverged: the cost grew from 543.9 to"), complaint);
    assertTrue(complaint.contains(String.format("above %.4g", limit)), complaint);
    Matcher advice = Pattern.compile("try --rate " + NUMBER).matcher(complaint);
    assertTrue(advice.find(), complaint);
    assertNothingWritten();
    String out = AppProcess.run(folder, "--rate", advice.group(1)).requireSuccess().out();
    assertTrue(out.contains("They agree to 6 digits"), out);
  }

  @Test
  void stepLimitIsSaid() throws Exception {
    String out = AppProcess.run(folder, "--steps", "5").requireSuccess().out();
    assertTrue(out.contains("Stopped after 5 steps, before convergence"), out);
    assertTrue(out.contains("They do not agree to 6 digits"), out);
    assertPictures("regression-output");
  }

  @Test
  void looserToleranceTakesFewerSteps() throws Exception {
    String out = AppProcess.run(folder, "--tolerance", "1e-3").requireSuccess().out();
    Matcher matcher = Pattern.compile("Converged after (\\d+) steps").matcher(out);
    assertTrue(matcher.find(), out);
    assertTrue(Integer.parseInt(matcher.group(1)) < 600, out);
  }

  @Test
  void unusableInputGetsOneLineAndLeavesNothing() throws Exception {
    Files.writeString(folder.resolve("bad.csv"), "a,b,c\n1,2,3\n2,x,3\n3,4,3\n");
    String[] common = {"--csv", "bad.csv", "--target"};
    assertUnusable("bad.csv line 3, column \"b\": \"x\" is not a number", common, "b", "a");
    assertUnusable("bad.csv has no column \"z\"", common, "z", "a");
    assertUnusable("bad.csv, column \"c\": constant, 3.0 in every row", common, "a", "c");
    Files.writeString(folder.resolve("bad.csv"), "");
    assertUnusable("bad.csv is empty", common, "b", "a");
    Files.writeString(folder.resolve("bad.csv"), "a,b,c\n1,2,3\n4,5,7\n");
    assertUnusable("bad.csv: 2 rows cannot determine 3 unknowns", common, "a", "b,c");
    Files.delete(folder.resolve("bad.csv"));
    assertUnusable("there is no file bad.csv", common, "b", "a");
  }

  private void assertUnusable(String expected, String[] common, String target, String features)
      throws Exception {
    String complaint =
        AppProcess.run(folder, common[0], common[1], common[2], target, "--features", features)
            .complaint(Refusal.UNUSABLE);
    assertTrue(complaint.contains(expected), complaint);
    assertNothingWritten();
  }

  @Test
  void wrongOptionsGetOneLine() throws Exception {
    assertWrong("--csv needs --target and --features", "--csv", "x.csv");
    assertWrong("--target and --features need --csv", "--target", "y");
    assertWrong("--rate must be a positive number", "--rate", "0");
    assertWrong("--rate must be a positive number", "--rate", "NaN");
    assertWrong("Unknown options: '--rte'", "--rte", "1");
    assertWrong("Invalid value for option '--engine'", "--engine", "magic");
    assertWrong("--steps must be a positive number", "--steps", "-1");
    assertWrong("column a is given twice", "--csv", "x", "--target", "y", "--features", "a,a");
  }

  private void assertWrong(String expected, String... arguments) throws Exception {
    String complaint = AppProcess.run(folder, arguments).complaint(2);
    assertTrue(complaint.contains(expected), complaint);
    assertNothingWritten();
  }

  @Test
  void outputThatCannotBeWrittenIsRefusedBeforeTraining() throws Exception {
    Files.createFile(folder.resolve("taken.csv"));
    AppProcess.Result run = AppProcess.run(folder, "--output", "taken.csv");
    assertTrue(run.complaint(Refusal.UNUSABLE).contains("is not a folder"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void helpListsOptionsAndExitCodes() throws Exception {
    String out = AppProcess.run(folder, "--help").requireSuccess().out();
    for (String option :
        List.of("--csv", "--rate", "--steps", "--tolerance", "--output", "--seed")) {
      assertTrue(out.contains(option), out);
    }
    assertTrue(out.contains("training diverged"), out);
  }

  /** In a heap of 128 MB, which the text of the file alone would nearly fill as strings. */
  @Test
  void millionRowsTrainInMemory() throws Exception {
    writeMillionRows(folder.resolve("million.csv"));
    AppProcess.Result run =
        AppProcess.run(
                folder,
                List.of("-Xmx128m"),
                "--csv",
                "million.csv",
                "--target",
                "y",
                "--features",
                "a,b")
            .requireSuccess();
    assertTrue(run.out().contains("1000000 rows"), run.out());
    assertTrue(run.out().contains("They agree to 6 digits"), run.out());
    double[] a = parameter(run.out(), "w a");
    assertEquals(0.5, a[0], 0.001);
    assertPictures("regression-output");
  }

  /** The graph of so many rows is larger than the heap. */
  @Test
  void heapThatIsTooSmallIsSaidInOneLine() throws Exception {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 200_000; i++) {
      rows.append(i % 7).append(',').append(i % 11).append('\n');
    }
    Files.writeString(folder.resolve("large.csv"), rows);
    String complaint =
        AppProcess.run(
                folder,
                List.of("-Xmx32m"),
                "--csv=large.csv",
                "--target=y",
                "--features=x",
                "--engine=scalar")
            .complaint(Refusal.UNUSABLE);
    assertTrue(complaint.contains("not enough memory"), complaint);
    assertNothingWritten();
  }

  private static void writeMillionRows(Path file) throws IOException {
    Random random = new Random(1);
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("a [m],b [kg],y [s]\n");
      for (int i = 0; i < 1_000_000; i++) {
        double a = 1000 * random.nextDouble();
        double b = random.nextDouble();
        writer.write(a + "," + b + "," + (0.5 * a - 40 * b + random.nextGaussian()) + "\n");
      }
    }
  }
}
