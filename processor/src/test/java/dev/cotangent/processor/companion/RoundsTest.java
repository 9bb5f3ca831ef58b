package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.Differentiable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * Names that other processors generate, names that never come, and classes that are compiled
 * already.
 */
class RoundsTest {
  private static final String HEAD =
      "package p;\nimport dev.cotangent.Differentiable;\n@SuppressWarnings(\"unused\") ";

  /** Writes one class in the first round, for an annotation of its own. */
  private static final class Generator extends AbstractProcessor {
    private final String name;
    private final String text;
    private boolean done;

    Generator(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("java.lang.SuppressWarnings");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          file.write(text);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      return false;
    }
  }

  private static Generator constants() {
    return new Generator("p.Gen", "package p; class Gen { static final double SCALE = 3; }");
  }

  private static final String USES_CONSTANT =
      HEAD + "class C { @Differentiable static double f(double x) { return Gen.SCALE * x; } }";

  @Test
  void nameGeneratedByAnotherProcessorIsAwaited() {
    Compiled before = CompanionHarness.strict().withProcessor(constants()).run(USES_CONSTANT);
    assertEquals(3, before.orThrow().companion("p.CF").gradient(5.0).partial("x"));
    Compiled after = CompanionHarness.strict().withLastProcessor(constants()).run(USES_CONSTANT);
    assertEquals(3, after.orThrow().companion("p.CF").gradient(5.0).partial("x"));
  }

  @Test
  void signatureMayNameAGeneratedType() {
    Generator generator = new Generator("p.Gen", "package p; class Gen {}");
    Compiled compiled =
        CompanionHarness.strict()
            .withLastProcessor(generator)
            .run(
                HEAD
                    + "class C { @Differentiable static double f(double x, Gen g) { return x; } }");
    assertEquals(5, compiled.orThrow().companion("p.CF").value(5.0, null));
  }

  /** javac itself, asked too early for what trees mean, reports here what is no mistake. */
  @Test
  void classMayExtendAGeneratedOne() {
    Generator base =
        new Generator("p.Gen", "package p; class Gen { double scale() { return 0; } }");
    Compiled compiled =
        CompanionHarness.strict()
            .withLastProcessor(base)
            .run(
                HEAD
                    + """
                    class C extends Gen {
                      @Override double scale() { var g = CF.gradient(2.0); return g.dX(); }
                      @Differentiable static double f(double x) { return x * x; }
                    }
                    """);
    assertEquals(4, compiled.orThrow().companion("p.CF").gradient(2.0).partial("x"));
  }

  @Test
  void unknownNameIsReportedOnce() {
    Compiled compiled =
        CompanionHarness.strict()
            .lenient()
            .withLastProcessor(constants())
            .run(
                HEAD
                    + """
                    class C {
                      @Differentiable static double f(double x) {
                        return Missing.SCALE * x;
                      }
                      @Differentiable static double g(double x) { return Gen.SCALE * x; }
                      double use() { return CF.gradient(1).dX(); }
                    }
                    """);
    assertFalse(compiled.success());
    assertEquals(List.of("COT007@5"), compiled.codes(), compiled.messages());
    assertEquals(1, compiled.errors().size(), compiled.messages());
    assertTrue(compiled.source("p.CG").contains("into.dX = "), compiled.source("p.CG"));
  }

  @Test
  void companionMayBeUsedInTheSameClass() {
    CompanionHarness.compile(
            HEAD
                + """
                class C extends Base {
                  @Differentiable static double f(double x) { return x * x; }
                  double use() { var g = CF.gradient(2.0); return g.dX() + CF.gradient(3.0, g); }
                }
                """,
            "package p; class Base { }")
        .orThrow();
  }

  /** A processor that has javac look at bodies too early makes it warn again later. */
  @Test
  void warningsOfTheUsersClassAreSaidOnce() {
    Compiled compiled =
        CompanionHarness.strict()
            .lenient()
            .run(
                "package p;\nimport dev.cotangent.Differentiable;\n"
                    + """
                    class C {
                      @Differentiable static double f(double x) { return x * x; }
                      Object use() { CF.gradient(1); return new java.util.ArrayList(); }
                    }
                    """);
    assertTrue(compiled.success(), compiled.messages());
    assertEquals(
        1, compiled.messages().split("missing type arguments", -1).length - 1, compiled.messages());
  }

  /** And a mistake in one method would hide those in other classes. */
  @Test
  void mistakesOutsideAnnotatedMethodsAreSaidOnceAndHideNothing() {
    Compiled compiled =
        CompanionHarness.strict()
            .lenient()
            .run(
                HEAD
                    + """
                    class C {
                      @Differentiable static double f(double x) { return x * x; }
                      int wrong() { return CF.gradient(1).dX(); }
                    }
                    """,
                "package p; class D { String wrong() { return 1; } }");
    assertEquals(2, compiled.errors().size(), compiled.messages());
  }

  /** Compiled with the tests, without a companion. */
  static final class Precompiled {
    private Precompiled() {}

    @Differentiable
    static double f(double x) {
      return x;
    }
  }

  @Test
  void compiledClassesAreSkippedSilently() {
    Compiled compiled =
        CompanionHarness.strict()
            .withClass(Precompiled.class.getCanonicalName())
            .run(HEAD + "class C { @Differentiable static double f(double x) { return x; } }");
    assertEquals(List.of("p.CF"), compiled.orThrow().generated());
  }

  @Test
  void staleCompanionOfAnEarlierCompilationIsNotInTheWay() {
    Compiled compiled =
        CompanionHarness.strict()
            .withLastProcessor(
                new Generator(
                    "p.CF", "package p; @dev.cotangent.runtime.CotangentGenerated class CF {}"))
            .run(HEAD + "class C { @Differentiable static double g(double x) { return x; } }");
    assertEquals(2, compiled.orThrow().generated().size());
  }

  @Test
  void classOfTheCompanionsNameIsReported() {
    Compiled compiled =
        CompanionHarness.compile(
            HEAD + "class C { @Differentiable static double f(double x) { return x; } }",
            "package p; class CF {}");
    assertEquals(List.of("COT051@3"), compiled.codes(), compiled.messages());
  }
}
