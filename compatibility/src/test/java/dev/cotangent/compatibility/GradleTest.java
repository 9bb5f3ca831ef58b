package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Gradle builds the project that newcomers copy, incrementally and from its build cache. */
@Tag("tools")
class GradleTest {
  private static final String COMPANION =
      "build/generated/sources/annotationProcessor/java/main/demo/LinearRegressionCost.java";

  private static final String OTHER =
      "package demo;\nfinal class Other {\n  static int number() {\n    return 1;\n  }\n}\n";

  @TempDir Path folder;
  private Gradle gradle;
  private Path project;
  private Path script;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(Files.isRegularFile(Artifacts.PROCESSOR), "the processor is not packaged yet");
    assumeTrue(Gradle.isFetched(), "Gradle was not fetched");
    gradle = new Gradle(folder.resolve("installation"));
    project = Template.copy(folder);
    script =
        Files.writeString(
            folder.resolve("init.gradle"),
            """
            allprojects {
              repositories {
                maven { url = '%s' }
                maven { url = '%s'; content { excludeGroup 'dev.cotangent' } }
              }
            }
            """
                .formatted(Template.publish(folder).toUri(), Template.downloaded().toUri()));
  }

  private String build(String... tasks) {
    String[] arguments = new String[tasks.length + 3];
    arguments[0] = "-I";
    arguments[1] = script.toString();
    arguments[2] = "--build-cache";
    System.arraycopy(tasks, 0, arguments, 3, tasks.length);
    return gradle.run(project, folder.resolve("user"), arguments).orThrow().output();
  }

  @Test
  void compilesIncrementallyAndFromTheCache() throws IOException {
    Path companion = project.resolve(COMPANION);
    Path source = project.resolve("src/main/java/demo/LinearRegression.java");
    Path other = Files.writeString(source.resolveSibling("Other.java"), OTHER);
    build("compileJava", "compileTestJava");
    String first = Files.readString(companion);

    // Nothing is written anew for an unrelated edit.
    FileTime written = Files.getLastModifiedTime(companion);
    Files.writeString(other, OTHER.replace("1", "2"));
    String output = build("compileJava");
    assertTrue(output.contains("Incremental compilation of 1 classes completed"), output);
    assertEquals(written, Files.getLastModifiedTime(companion));

    // The companion follows the method's body.
    String text = Files.readString(source);
    Files.writeString(source, text.replace("sum += e * e;", "sum += Math.exp(e) * e;"));
    output = build("compileJava");
    assertTrue(output.contains("Incremental compilation of"), output);
    assertTrue(Files.readString(companion).contains("Math.exp"));

    // What was built before comes from the cache, companions and all.
    Files.writeString(source, text);
    Files.writeString(other, OTHER);
    output = build("clean", "compileJava");
    assertTrue(output.contains(":compileJava FROM-CACHE"), output);
    assertEquals(first, Files.readString(companion));

    // It goes where the annotation does.
    String unused = text.replaceAll("(?s)  /\\*\\* Prints.*", "}\n");
    Files.writeString(source, unused.replaceAll("@Differentiable\\(.*\\)", ""));
    build("compileJava");
    assertFalse(Files.exists(companion));
  }
}
