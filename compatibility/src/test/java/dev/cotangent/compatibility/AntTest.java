package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plain script for Ant, which compiles only the files that are newer than their classes and lets
 * the compiler see the sources and classes of the others.
 */
@Tag("tools")
class AntTest {
  private static final String SCRIPT =
      """
      <project default="run">
        <target name="compile">
          <mkdir dir="classes"/>
          <mkdir dir="generated"/>
          <javac srcdir="src" destdir="classes" release="17" includeantruntime="false"
              classpath="${runtime}">
            <compilerarg value="-processorpath"/>
            <compilerarg path="${processor}"/>
            <compilerarg value="-s"/>
            <compilerarg file="generated"/>
            <compilerarg line="-Xlint:all,-options,-processing -Werror"/>
          </javac>
        </target>
        <target name="run" depends="compile">
          <java classname="demo.Main" classpath="${runtime}:classes" fork="true" failonerror="true"/>
        </target>
      </project>
      """;

  private static final String COST =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Cost {
        @Differentiable
        static double square(double x) {
          return x * x;
        }
      }
      """;

  private static final String MAIN =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Main {
        @Differentiable
        static double outer(double x) {
          return 3 * Cost.square(x);
        }

        public static void main(String[] arguments) {
          System.out.println("slope " + MainOuter.gradient(2).dX());
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void scriptCompilesWhatChangedAndNothingElseChanges() throws IOException {
    Inputs.write(folder, "build.xml", SCRIPT);
    edit("Cost.java", COST);
    edit("Main.java", MAIN);
    assertTrue(ant().contains("[java] slope 12.0"));
    Map<String, String> texts = texts();
    assertEquals(
        List.of("demo/CostSquare.java", "demo/MainOuter.java"), List.copyOf(texts.keySet()));
    FileTime written = written("CostSquare");

    // Outside of what is differentiated.
    edit("Main.java", MAIN.replace("slope", "now"));
    assertTrue(ant().contains("[java] now 12.0"));
    assertEquals(texts, texts());
    assertEquals(written, written("CostSquare"));

    // In a method that is, through the companion of a file that is not compiled again.
    edit("Main.java", MAIN.replace("3 *", "5 *"));
    assertTrue(ant().contains("[java] slope 20.0"));
    assertNotEquals(texts.get("demo/MainOuter.java"), texts().get("demo/MainOuter.java"));
    assertEquals(texts.get("demo/CostSquare.java"), texts().get("demo/CostSquare.java"));
    assertEquals(written, written("CostSquare"));

    // In the method of the other file: the caller knows no more of it than its signature.
    edit("Cost.java", COST.replace("x * x", "x * x * x"));
    assertTrue(ant().contains("[java] slope 60.0"));
  }

  /** Writes a source file that is newer than every class, however fast the machine is. */
  private void edit(String name, String text) throws IOException {
    date(Inputs.write(folder, "src/demo/" + name, text), Instant.now().plus(1, ChronoUnit.MINUTES));
  }

  private static void date(Path file, Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private FileTime written(String companion) throws IOException {
    return Files.getLastModifiedTime(folder.resolve("generated/demo/" + companion + ".java"));
  }

  private Map<String, String> texts() throws IOException {
    Path generated = folder.resolve("generated");
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(generated)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> texts.put(generated.relativize(file).toString(), Inputs.read(file)));
    }
    return texts;
  }

  /** Runs the script; what it has compiled is then older than its classes. */
  private String ant() throws IOException {
    List<Path> jars = List.of(Artifacts.tool("ant.jar"), Artifacts.tool("ant-launcher.jar"));
    List<String> command =
        List.of(
            Jdk.OWN.tool("java"),
            "-XX:+UseSerialGC",
            "-cp",
            Artifacts.path(jars),
            "org.apache.tools.ant.Main",
            "-Druntime=" + Artifacts.RUNTIME,
            "-Dprocessor=" + Artifacts.processorPath());
    String output = Run.of(folder, command).orThrow().output();
    for (String name : List.of("Cost.java", "Main.java")) {
      date(folder.resolve("src/demo").resolve(name), Instant.now().minus(1, ChronoUnit.HOURS));
    }
    return output;
  }
}
