package dev.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A processor path on which a library of the processor's is missing: one clear error. */
class LibrariesTest {
  private static final List<String> CLASS_PATH =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "com/palantir/javapoet/JavaFile.class, com.palantir.javapoet:javapoet",
    "dev/cotangent/Derivative.class, dev.cotangent:cotangent-runtime"
  })
  void aMissingLibraryIsOneErrorThatNamesIt(String member, String artifact) throws Exception {
    List<String> errors = compile(CLASS_PATH.stream().filter(e -> !holds(e, member)).toList());
    assertEquals(1, errors.size(), errors.toString());
    assertTrue(errors.get(0).startsWith("[COT901] "), errors.get(0));
    assertTrue(errors.get(0).contains(artifact), errors.get(0));
  }

  @Test
  void aWholeProcessorPathSaysNothing() throws Exception {
    assertEquals(List.of(), compile(CLASS_PATH));
  }

  private static boolean holds(String entry, String member) {
    URL[] only = {url(entry)};
    try (URLClassLoader loader = new URLClassLoader(only, null)) {
      return loader.findResource(member) != null;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<String> compile(List<String> processorPath) throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("C.java"),
            """
            class C {
              @dev.cotangent.Differentiable static double f(double x) { return x * x; }
              @dev.cotangent.Differentiable static double g(double x) { return -x; }
            }
            """);
    URL[] urls = processorPath.stream().map(LibrariesTest::url).toArray(URL[]::new);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        var files = javac.getStandardFileManager(null, null, null)) {
      Class<?> processor = loader.loadClass("dev.cotangent.processor.CotangentProcessor");
      var task =
          javac.getTask(
              null,
              files,
              found,
              List.of("-d", folder.toString(), "-cp", String.join(File.pathSeparator, CLASS_PATH)),
              null,
              files.getJavaFileObjects(source));
      task.setProcessors(List.of((Processor) processor.getDeclaredConstructor().newInstance()));
      boolean compiled = task.call();
      Stream<String> errors =
          found.getDiagnostics().stream()
              .filter(it -> it.getKind() == Kind.ERROR)
              .map(it -> it.getMessage(null).lines().findFirst().orElse(""));
      List<String> all = errors.toList();
      assertEquals(all.isEmpty(), compiled);
      return all;
    }
  }
}
