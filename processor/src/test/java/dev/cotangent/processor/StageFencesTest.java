package dev.cotangent.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards the arrows between the packages of the processor: a stage knows the IR, the diagnostics
 * and the stages before it, and each foreign API has the few packages that may speak to it.
 */
class StageFencesTest {
  private static final String ROOT = "dev.cotangent.processor";

  /** The stages in their order; a stage may import those before it, never one after it. */
  private static final List<String> STAGES =
      List.of(
          "frontend", "rules", "analysis", "lint", "differentiate", "simplify", "emit", "explain");

  /** What every stage may import. */
  private static final List<String> SHARED = List.of("ir", "diagnostics");

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Stream<Arguments> allowedImports() {
    Stream<Arguments> stages =
        IntStream.range(0, STAGES.size())
            .mapToObj(i -> Arguments.of(STAGES.get(i), join(SHARED, STAGES.subList(0, i))));
    Stream<Arguments> shared =
        Stream.of(
            Arguments.of("ir", List.of("diagnostics")), Arguments.of("diagnostics", List.of("ir")));
    return Stream.concat(stages, shared);
  }

  @ParameterizedTest(name = "{0} imports only {1}")
  @MethodSource("allowedImports")
  void stageImportsOnlyWhatStandsBeforeIt(String stage, List<String> allowed) {
    String[] permitted =
        join(List.of(stage), allowed).stream().map(StageFencesTest::within).toArray(String[]::new);
    DescribedPredicate<JavaClass> foreignStage =
        JavaClass.Predicates.resideInAPackage(ROOT + "..")
            .and(JavaClass.Predicates.resideOutsideOfPackages(permitted));
    noClasses()
        .that()
        .resideInAPackage(within(stage))
        .should()
        .dependOnClassesThat(foreignStage)
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  @Test
  void everyClassBelongsToAStageOrToTheRoot() {
    String[] known =
        join(STAGES, SHARED).stream().map(StageFencesTest::within).toArray(String[]::new);
    classes()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .resideInAnyPackage(known)
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  private static Stream<Arguments> foreignApis() {
    return Stream.of(
        Arguments.of("com.sun.source..", List.of(within("frontend"))),
        Arguments.of("com.palantir.javapoet..", List.of(within("emit"))),
        Arguments.of(
            "javax.lang.model..",
            List.of(ROOT, within("frontend"), within("emit"), within("diagnostics"))));
  }

  @ParameterizedTest(name = "{0} is known to {1} only")
  @MethodSource("foreignApis")
  void foreignApiStaysInItsPackages(String api, List<String> homes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(api)
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  private static String within(String stage) {
    return ROOT + "." + stage + "..";
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
