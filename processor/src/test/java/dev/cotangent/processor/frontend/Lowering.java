package dev.cotangent.processor.frontend;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.diagnostics.PlainWords;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.ir.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles sources in memory while the front end lowers every {@code @Differentiable} method in
 * them, in the first round, and prints what it refuses.
 */
final class Lowering {
  private final Map<String, Lowered> byName = new LinkedHashMap<>();
  private final DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private Lowering() {}

  /**
   * Compiles and lowers; each source is one file, whose name is taken from its first top-level
   * type.
   */
  static Lowering of(String... sources) {
    return with(List.of(), sources);
  }

  /** As {@link #of}, with more compiler options. */
  static Lowering with(List<String> options, String... sources) {
    Lowering lowering = new Lowering();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileManager files =
        lowering
        .new Classes(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
    List<String> all = new ArrayList<>(options);
    all.addAll(
        List.of("-parameters", "-Xlint:none", "-classpath", System.getProperty("java.class.path")));
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            files,
            lowering.messages,
            all,
            null,
            Arrays.stream(sources).map(Source::new).toList());
    task.setProcessors(List.of(lowering.new Processor()));
    task.call();
    PlainWords.require(lowering.messages());
    return lowering;
  }

  /** What became of each method, by its simple name, in source order. */
  Map<String, Lowered> methods() {
    return byName;
  }

  /** What became of the method. */
  Lowered method(String name) {
    return byName.get(name);
  }

  /** The method's program. */
  Program program(String name) {
    if (byName.get(name) instanceof Lowered.Success success) {
      return success.program();
    }
    throw new AssertionError(name + ": " + byName.get(name) + "\n" + messages.getDiagnostics());
  }

  /** Everything that was printed. */
  List<Diagnostic<? extends JavaFileObject>> messages() {
    return messages.getDiagnostics();
  }

  /** The compiled class. */
  Class<?> load(String name) {
    ClassLoader loader =
        new ClassLoader(Lowering.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            byte[] code = classes.get(wanted);
            if (code == null) {
              throw new ClassNotFoundException(wanted + "\n" + messages.getDiagnostics());
            }
            return defineClass(wanted, code, 0, code.length);
          }
        };
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Lowers each annotated method once, when it first appears. */
  private final class Processor extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of(Differentiable.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      FrontEnd frontEnd = FrontEnds.of(processingEnv);
      Reporter reporter = new Reporter(processingEnv.getMessager(), frontEnd);
      for (ExecutableElement method :
          ElementFilter.methodsIn(round.getElementsAnnotatedWith(Differentiable.class))) {
        Lowered lowered = frontEnd.lower(method);
        byName.put(method.getSimpleName().toString(), lowered);
        lowered.diagnostics().forEach(diagnostic -> reporter.report(method, diagnostic));
      }
      return true;
    }
  }

  /** Keeps compiled classes in memory. */
  private final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
    Classes(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:/" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(name, toByteArray());
            }
          };
        }
      };
    }
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:/" + fileName(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String fileName(String text) {
      java.util.regex.Matcher type =
          java.util.regex.Pattern.compile("(?m)^[a-z ]*@?(?:class|interface|record|enum) (\\w+)")
              .matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException("no type in " + text);
      }
      return type.group(1) + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** The text of a test resource beside the tests of the front end. */
  static String resource(String path) {
    try (java.io.InputStream in = Lowering.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
