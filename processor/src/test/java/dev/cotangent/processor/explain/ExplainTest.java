package dev.cotangent.processor.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page beside a companion, as far as that can be told without a browser. */
class ExplainTest {
  private static final String SOURCE =
      """
      package demo;

      import dev.cotangent.Derivative;
      import dev.cotangent.Differentiable;

      final class Motion {
        @Differentiable({Derivative.GRADIENT, Derivative.HVP})
        static double misfit(double force, double[] seen, double step) {
          double angle = seen[0];
          double clock = 0;
          double unused = 2 * force;
          double sum = 0;
          for (int i = 1; i < seen.length; i++) {
            angle += step * pull(angle, force);
            sum += Math.abs(angle - seen[i]) + clock;
          }
          if (force < 1 && sum > 0) {
            sum *= 2; // "<&>"
          }
          return sum;
        }

        static double pull(double at, double force) {
          return -force * Math.sin(at);
        }

        static double another(double x) {
          return x;
        }

        @Differentiable
        static double settle(double x) {
          while (x > 1) {
            x = Math.sin(x) * x / 2;
          }
          return x;
        }

        @Differentiable(wrt = "x")
        static double norm(double[] x, double[] y) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] * y[i];
          }
          return sum;
        }

        @Differentiable(Derivative.VJP)
        static double[] squares(double[] x) {
          double[] y = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
          }
          return y;
        }
      }
      """;

  private static final Compiled COMPILED = compile("-Acotangent.explain");
  private static final Map<String, Document> PAGES = Pages.of(COMPILED);

  private static Compiled compile(String... options) {
    return CompanionHarness.strict().with(options).run(SOURCE).orThrow();
  }

  private static Document page(String companion) {
    return PAGES.get("demo/" + companion + ".html");
  }

  @Test
  void eachCompanionHasOneAndOnlyWhenAsked() {
    assertEquals(
        List.of(
            "demo/MotionMisfit.html",
            "demo/MotionNorm.html",
            "demo/MotionSettle.html",
            "demo/MotionSquares.html"),
        List.copyOf(PAGES.keySet()));
    Compiled plain = compile();
    assertEquals(Map.of(), plain.resources());
    assertEquals(Map.of(), compile("-Acotangent.explain=false").resources());
    assertEquals(plain.source("demo.MotionMisfit"), COMPILED.source("demo.MotionMisfit"));
  }

  @Test
  void itAsksForNothingFromElsewhereAndIsTheSameEachTime() {
    PAGES.forEach(
        (path, page) -> {
          for (Element element : Pages.elements(page.getDocumentElement(), "*")) {
            assertFalse(element.hasAttribute("src") || element.hasAttribute("href"), path);
          }
          String text = COMPILED.resources().get(path);
          assertFalse(text.contains("url(") || text.contains("@import") || text.contains("//cdn"));
          assertTrue(text.contains("default-src 'none'"), path);
        });
    assertEquals(COMPILED.resources(), compile("-Acotangent.explain").resources());
  }

  @Test
  void leftStandsTheMethodAsWrittenWithTheHelpersThatItUses() {
    Element mine = Pages.named(page("MotionMisfit"), "mine");
    List<String> lines = SOURCE.lines().map(line -> line.replaceFirst("^  ", "")).toList();
    Stream<String> expected =
        Stream.of(lines.subList(6, 21), lines.subList(22, 25)).flatMap(List::stream);
    assertEquals(expected.toList(), Pages.code(mine));
    assertEquals(List.of(7, 8, 9, 10), Pages.places(mine).subList(0, 4));
  }

  @Test
  void rightStandsWhatTheCompanionRunsEachLineWithItsPlace() {
    String companion = COMPILED.source("demo.MotionMisfit");
    int begin = companion.indexOf("  static double gradient(double force");
    String member = companion.substring(begin, companion.indexOf("\n  }\n", begin));
    List<Integer> places =
        Pattern.compile("// +(\\d+)$", Pattern.MULTILINE)
            .matcher(member)
            .results()
            .map((MatchResult it) -> Integer.valueOf(it.group(1)))
            .toList();
    assertTrue(places.size() > 10, member);
    Element shown = Pages.named(page("MotionMisfit"), "member-gradient");
    assertEquals(places, Pages.places(shown));
    List<Integer> mine = Pages.places(Pages.named(page("MotionMisfit"), "mine"));
    assertTrue(mine.containsAll(places), places + " of " + mine);
    String code = String.join("\n", Pages.code(shown));
    assertTrue(code.contains("Math.cos("), code);
    Pages.named(page("MotionMisfit"), "member-hvp");
    Pages.named(page("MotionSquares"), "member-vjp");
  }

  @Test
  void itSaysWhatIsActive() {
    List<List<String>> rows = Pages.rows(page("MotionMisfit"), "active");
    assertTrue(
        rows.contains(List.of("sum", "double", "force, seen, step", "yes", "active")), "" + rows);
    assertTrue(rows.contains(List.of("clock", "double", "–", "yes", "passive")), "" + rows);
    assertTrue(rows.contains(List.of("unused", "double", "force", "no", "passive")), "" + rows);
    List<List<String>> norm = Pages.rows(page("MotionNorm"), "active");
    assertTrue(norm.contains(List.of("y", "double[]", "–", "yes", "passive")), "" + norm);
  }

  @Test
  void itSaysWhatIsKeptAndWhy() {
    List<List<String>> rows = Pages.rows(page("MotionMisfit"), "kept");
    List<String> angle = rows.stream().filter(row -> row.get(0).equals("angle")).findFirst().get();
    assertEquals("an array", angle.get(2));
    assertTrue(angle.get(3).contains("24"), "" + angle);
    assertTrue(angle.get(4).startsWith("it changes from one iteration"), "" + angle);
    assertTrue(rows.stream().anyMatch(row -> row.get(4).contains("15 additions")), "" + rows);
    List<List<String>> settle = Pages.rows(page("MotionSettle"), "kept");
    assertTrue(settle.stream().allMatch(row -> row.get(2).equals("the tape")), "" + settle);
    assertFalse(settle.isEmpty());
    assertEquals(List.of(), Pages.rows(page("MotionNorm"), "kept"));
  }

  @Test
  void itListsKinksAndBranchesAndCounts() {
    List<List<String>> notes = Pages.rows(page("MotionMisfit"), "notes");
    assertTrue(notes.stream().anyMatch(row -> row.subList(0, 2).equals(List.of("15", "COT064"))));
    assertTrue(notes.stream().anyMatch(row -> row.subList(0, 2).equals(List.of("17", "COT066"))));
    List<List<String>> cost = Pages.rows(page("MotionNorm"), "cost");
    List<String> loop = cost.get(cost.size() - 1);
    assertTrue(loop.get(0).startsWith("each iteration, loop in line"), "" + cost);
    // Two loads of x and one of y, two products, one sum.
    assertEquals("6", loop.get(1));
    assertTrue(Integer.parseInt(loop.get(2)) > 6, "" + cost);
  }

  @Test
  void pagesOfTheGoldenMethodsAreWellFormed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
      String[] sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .map(ExplainTest::read)
              .toArray(String[]::new);
      Compiled golden =
          CompanionHarness.strict().with("-Acotangent.explain").run(sources).orThrow();
      assertEquals(golden.generated().size(), Pages.of(golden).size());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
