package dev.cotangent.compatibility;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Array;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The class files that users run, the runtime's and the generated ones: nothing in them keeps a
 * native image or another virtual machine from running them.
 */
class ClassFilesTest {
  @TempDir static Path folder;

  private static JavaClasses classes;

  @BeforeAll
  static void readClassFiles() {
    Compilation compilation =
        Compilation.of(
                Compiler.javac(),
                folder,
                Inputs.golden(),
                "--release",
                "17",
                "-Acotangent.lint=none")
            .orThrow();
    classes = new ClassFileImporter().importPaths(Artifacts.RUNTIME, compilation.classes());
  }

  @Test
  void nobodyReflects() {
    noClasses()
        .should()
        .dependOnClassesThat(
            // Arrays of the classes of other arrays need no member by name.
            resideInAnyPackage("java.lang.reflect..", "sun..", "jdk..", "javax..")
                .and(not(type(Array.class))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Class.class)))
                .and(
                    target(nameMatching("forName|newInstance|get(Declared)?(Method|Field|Con).*"))))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.ServiceLoader|java\\.lang\\.(ClassLoader|Runtime|System\\$.*)")
        .check(classes);
  }

  @Test
  void companionsHaveNoStaticState() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("golden..")
        .should()
        .haveModifier(JavaModifier.STATIC)
        .andShould()
        .notHaveModifier(JavaModifier.FINAL)
        .check(classes);
  }
}
