package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every form of the language, in old and new releases of Eclipse's compiler on old and new JVMs.
 */
@Tag("tools")
class EclipseVersionsTest {
  private static final Path OLD = Artifacts.tool("ecj-old.jar");
  private static final Path NEW = Artifacts.home(BatchCompiler.class);

  @TempDir Path folder;

  @Test
  void corpusHasTheSameBytesEverywhere() {
    Map<String, String> expected = corpus("javac", Compiler.javac());
    assertEquals(expected, corpus("old17", Compiler.eclipse(Jdk.of(17), OLD)));
    assertEquals(expected, corpus("new25", Compiler.eclipse(Jdk.of(25), NEW)));
  }

  private Map<String, String> corpus(String name, Compiler compiler) {
    List<Path> files = Inputs.corpus();
    return Compilation.of(
            compiler, folder.resolve(name), files, "--release", "17", "-Acotangent.lint=none")
        .orThrow()
        .generated();
  }

  @Test
  void generatedCodeIsSilentUnderEveryWarningOfEclipse() {
    Compiler compiler = Compiler.eclipse();
    Compilation result =
        Compilation.of(
            compiler,
            folder.resolve("silent"),
            Inputs.golden(),
            "--release",
            "17",
            "-Acotangent.lint=none",
            "-warn:all");
    Path generated = result.out().resolve("sources");
    assertFalse(result.run().output().contains(generated.toString()), result.run().output());
  }
}
