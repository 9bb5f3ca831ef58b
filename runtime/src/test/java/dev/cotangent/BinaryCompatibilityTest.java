package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.runtime.Abi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Code that was compiled against the runtime as {@code signature.txt} describes it runs with the
 * runtime as it is. The file's first line is the version and revision that it describes; {@code
 * -Dsignature.update=true} writes it anew, which is for a release.
 */
@SuppressWarnings({"EffectivelyPrivate", "UnusedMethod", "UnusedVariable"}) // by reflection alone
class BinaryCompatibilityTest {
  private static final Path BASELINE =
      Path.of("..", "runtime", "src/test/resources/dev/cotangent/signature.txt");
  private static final boolean UPDATE = Boolean.getBoolean("signature.update");

  /** Where the build puts the runtime's class files. */
  private static final Path CLASSES =
      Path.of(
          URI.create(
              Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toString()));

  /** What the constants of {@link Abi} say changes with each version, and is asked at run time. */
  private static final String ABI = Abi.class.getName() + ": static final int ";

  /** Versions of a small library; in each the type has the name that the others have. */
  static final class Before {
    public interface Library {
      int SIZE = 3;

      double first();

      static void second(double[] x) {}
    }
  }

  static final class Added {
    public interface Library {
      int SIZE = 3;

      double first();

      static void second(double[] x) {}

      default void third() {}
    }
  }

  static final class Demanding {
    public interface Library {
      int SIZE = 3;

      double first();

      static void second(double[] x) {}

      void third();
    }
  }

  static final class Changed {
    public interface Library {
      int SIZE = 4;

      float first();
    }
  }

  @Test
  void nothingThatCompiledCodeUsesIsGoneOrDemandedAnew() throws IOException {
    if (UPDATE) {
      Files.writeString(BASELINE, revision() + "\n" + String.join("\n", current()) + "\n");
    }
    if (described().startsWith(Abi.VERSION + ".")) {
      assertEquals(
          List.of(),
          Signature.breaks(baseline(), current()),
          "these changes are breaking; Abi.VERSION must rise with them");
    }
  }

  /**
   * The virtual machine looks at these when it verifies a companion, before the companion can ask
   * for the version.
   */
  @Test
  void classesKeepNamesAndSupertypesEvenAcrossVersions() throws IOException {
    Set<String> before = Signature.types(baseline());
    assertTrue(
        before.contains(
            "dev.cotangent.runtime.DoublePartials: type final dev.cotangent.runtime.Partials"));
    assertEquals(List.of(), Signature.breaks(before, Signature.types(current())));
  }

  @Test
  void whatIsNewHasARevisionOfItsOwn() throws IOException {
    Set<String> added = new TreeSet<>(current());
    added.removeAll(baseline());
    assertTrue(
        added.isEmpty() || !described().equals(revision()),
        () -> "Abi.REVISION must rise for " + added);
  }

  @Test
  void baselineIsNotEmpty() throws IOException {
    assertTrue(baseline().contains("dev.cotangent.runtime.DoublePartials: double[] array()"));
    assertTrue(baseline().contains("dev.cotangent.Scalar: double value()"));
  }

  @Test
  void additionsBreakNothing() {
    assertEquals(
        List.of(), Signature.breaks(lines(Before.Library.class), lines(Added.Library.class)));
    assertFalse(
        Signature.breaks(lines(Added.Library.class), lines(Before.Library.class)).isEmpty());
  }

  @Test
  void methodThatImplementorsLackBreaks() {
    assertEquals(
        List.of("+ Library: void third() abstract"),
        Signature.breaks(lines(Before.Library.class), lines(Demanding.Library.class)));
  }

  @Test
  void otherConstantsTypesAndMissingMembersBreak() {
    assertEquals(
        List.of(
            "- Library: double first() abstract",
            "- Library: static final int SIZE = 3",
            "- Library: static void second(double[])",
            "+ Library: float first() abstract"),
        Signature.breaks(lines(Before.Library.class), lines(Changed.Library.class)));
  }

  private static Set<String> lines(Class<?> type) {
    // As if each stood alone, under one name.
    Set<String> lines = new TreeSet<>();
    Signature.of(type).forEach(line -> lines.add(line.replace(type.getName(), "Library")));
    return lines;
  }

  private static Set<String> current() {
    return withoutAbi(Signature.under(CLASSES));
  }

  private static Set<String> baseline() throws IOException {
    List<String> lines = Files.readAllLines(BASELINE);
    return withoutAbi(new TreeSet<>(lines.subList(1, lines.size())));
  }

  /** The version and revision that the baseline describes. */
  private static String described() throws IOException {
    return Files.readAllLines(BASELINE).get(0);
  }

  private static Set<String> withoutAbi(Set<String> lines) {
    lines.removeIf(line -> line.startsWith(ABI));
    return lines;
  }

  private static String revision() {
    return Abi.VERSION + "." + Abi.REVISION;
  }
}
