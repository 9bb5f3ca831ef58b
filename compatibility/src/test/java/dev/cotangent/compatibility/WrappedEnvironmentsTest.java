package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gradle.api.internal.tasks.compile.processing.IncrementalProcessingEnvironment;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Build tools and IDEs that put their own environments around javac's. */
class WrappedEnvironmentsTest {
  private static final String SOURCE =
      """
      package demo;

      import dev.cotangent.Differentiable;

      class Cost {
        @Differentiable
        static double square(double x) {
          return x * x;
        }

        static class Inner {
          @Differentiable
          static double cube(double x) {
            return x * x * x;
          }
        }

        @Differentiable
        static double refused(double x) {
          return x * Math.random();
        }
      }
      """;

  @TempDir Path folder;

  /** Who wraps. */
  enum Wrapping {
    GRADLE,
    INTELLIJ,
    INTELLIJ_IN_GRADLE,
    GRADLE_IN_INTELLIJ;

    private ProcessingEnvironment around(ProcessingEnvironment inner) {
      return switch (this) {
        case GRADLE -> gradle(inner);
        case INTELLIJ -> intelliJ(inner);
        case INTELLIJ_IN_GRADLE -> gradle(intelliJ(inner));
        case GRADLE_IN_INTELLIJ -> intelliJ(gradle(inner));
      };
    }
  }

  private static ProcessingEnvironment gradle(ProcessingEnvironment inner) {
    return new IncrementalProcessingEnvironment(inner, inner.getFiler());
  }

  private static ProcessingEnvironment intelliJ(ProcessingEnvironment inner) {
    return APIWrappers.wrap(ProcessingEnvironment.class, inner);
  }

  /** The processor as a tool runs it, in an environment of the tool's making. */
  private static final class Hosted extends AbstractProcessor {
    private final Processor processor = new CotangentProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrap;

    Hosted(UnaryOperator<ProcessingEnvironment> wrap) {
      this.wrap = wrap;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(wrap.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  @ParameterizedTest
  @EnumSource
  void companionsAndPositionsAreThoseOfBareJavac(Wrapping wrapping) throws IOException {
    List<String> bare = compile(UnaryOperator.identity());
    assertTrue(bare.contains("20:27 COT018"), bare.toString());
    assertEquals(bare, compile(wrapping::around));
  }

  /**
   * A file of which Gradle knows which one source it comes from is all that it keeps up to date.
   */
  @Test
  void everyFileOriginatesInExactlyOneMethod() throws IOException {
    List<String> created = new ArrayList<>();
    compile(
        environment ->
            new IncrementalProcessingEnvironment(
                environment, recording(environment.getFiler(), created)));
    assertEquals(
        Set.of(
            "demo.CostSquare <- square",
            "demo.CostInnerCube <- cube",
            "demo.CostRefused <- refused"),
        Set.copyOf(created));
    assertEquals(3, created.size());
  }

  private static Filer recording(Filer filer, List<String> created) {
    return (Filer)
        Proxy.newProxyInstance(
            WrappedEnvironmentsTest.class.getClassLoader(),
            new Class<?>[] {Filer.class},
            (proxy, method, arguments) -> {
              Element[] origins = (Element[]) arguments[1];
              assertEquals("createSourceFile", method.getName());
              assertEquals(1, origins.length);
              created.add(arguments[0] + " <- " + origins[0].getSimpleName());
              return method.invoke(filer, arguments);
            });
  }

  /** What the compilation says and writes: messages, then names and texts of files. */
  private List<String> compile(UnaryOperator<ProcessingEnvironment> wrap) throws IOException {
    Path source = Inputs.write(folder, "demo/Cost.java", SOURCE);
    Path out = Files.createTempDirectory(folder, "out");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", out.toString(), "-cp", Artifacts.RUNTIME.toString(), "--release", "17");
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, files, messages, options, null, files.getJavaFileObjects(source));
      task.setProcessors(List.of(new Hosted(wrap)));
      task.call();
    }
    List<String> result = new ArrayList<>();
    messages.getDiagnostics().stream().map(WrappedEnvironmentsTest::display).forEach(result::add);
    try (Stream<Path> written = Files.walk(out)) {
      for (Path file : written.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        result.add(out.relativize(file) + ": " + Files.readString(file));
      }
    }
    return result;
  }

  private static String display(Diagnostic<? extends JavaFileObject> message) {
    String place = message.getLineNumber() + ":" + message.getColumnNumber();
    return place + " " + message.getMessage(Locale.ROOT).replaceAll("^\\[(\\w+)].*", "$1");
  }
}
