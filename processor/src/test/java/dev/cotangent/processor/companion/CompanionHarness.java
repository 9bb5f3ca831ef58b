package dev.cotangent.processor.companion;

import dev.cotangent.processor.CotangentProcessor;
import dev.cotangent.processor.diagnostics.PlainWords;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles sources with the processor, in memory and as strictly as javac can be, and loads what
 * comes out. One compilation takes many methods; write a class full of them.
 *
 * <pre>{@code
 * Compiled compiled = CompanionHarness.compile("package p; class C { @Differentiable static double f(double x) {…} }");
 * Companion f = compiled.companion("p.CF");
 * f.gradient(2.0).partial("x");
 * }</pre>
 */
public final class CompanionHarness {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum)\\s+(\\w+)");
  private static final Pattern MODULE =
      Pattern.compile("^\\s*(?:open\\s+)?module\\s+[\\w.]+", Pattern.MULTILINE);

  /** Most inputs exercise what a user would be warned of. */
  private static final String SILENT = "-Acotangent.lint=none";

  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private final Map<String, byte[]> libraryClasses = new LinkedHashMap<>();
  private Path folder;

  private CompanionHarness() {
    options.addAll(List.of("--release", "17", "-Xlint:all", "-Werror", "-g", SILENT));
    options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    processors.add(new CotangentProcessor());
  }

  /** A compilation to which options can be added. */
  public static CompanionHarness strict() {
    return new CompanionHarness();
  }

  /** Compiles with the strictest options. */
  public static Compiled compile(String... sources) {
    return strict().run(sources);
  }

  /** Adds javac options. */
  public CompanionHarness with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds a processor, which the compiler asks first. */
  public CompanionHarness withProcessor(Processor processor) {
    processors.add(0, processor);
    return this;
  }

  /** What the processor warns of unasked is heard. */
  public CompanionHarness withUsualLint() {
    options.remove(SILENT);
    return this;
  }

  /** Warnings are no errors. */
  public CompanionHarness lenient() {
    options.remove("-Werror");
    return this;
  }

  /** Another processor than ours. */
  public CompanionHarness withOnlyProcessor(Processor processor) {
    processors.clear();
    return withProcessor(processor);
  }

  /** As a compiler that knows of none. */
  public CompanionHarness withoutProcessor() {
    processors.clear();
    return this;
  }

  /** Adds a processor, which the compiler asks last. */
  public CompanionHarness withLastProcessor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Hands a class that is compiled already to the processors. */
  public CompanionHarness withClass(String name) {
    classes.add(name);
    return this;
  }

  /** Puts the classes of an earlier compilation on the class path. */
  public CompanionHarness withLibrary(Compiled library) {
    library
        .classes()
        .forEach(
            (name, bytes) -> {
              try {
                Path file = folder().resolve(name.replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
    int path = options.indexOf("-classpath") + 1;
    options.set(path, options.get(path) + File.pathSeparator + folder());
    libraryClasses.putAll(library.classes());
    return this;
  }

  private Path folder() {
    try {
      folder = folder == null ? Files.createTempDirectory("library") : folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return folder;
  }

  /** Compiles; mistakes are in the answer. */
  public Compiled run(String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (Memory memory =
        new Memory(
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
      List<JavaFileObject> units =
          Arrays.stream(sources)
              .map(CompanionHarness::unit)
              .map(JavaFileObject.class::cast)
              .toList();
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, memory, diagnostics, options, classes, units);
      task.setProcessors(processors);
      boolean success = task.call();
      PlainWords.require(diagnostics.getDiagnostics());
      Map<String, byte[]> all = new LinkedHashMap<>(libraryClasses);
      all.putAll(memory.classes());
      return new Compiled(
          success, diagnostics.getDiagnostics(), memory.sources(), memory.resources(), all);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Text unit(String source) {
    if (MODULE.matcher(source).find()) {
      return new Text("module-info", source);
    }
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in: " + source);
    }
    Matcher named = PACKAGE.matcher(source);
    String name = named.find() ? named.group(1) + "." + type.group(1) : type.group(1);
    return new Text(name, source);
  }

  /** A source file in memory. */
  private static final class Text extends SimpleJavaFileObject {
    private final String content;

    Text(String name, String content) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }

  /** A file that the compiler writes. */
  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String name, Kind kind) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  /** Keeps what the compiler writes. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Written> sources = new LinkedHashMap<>();
    private final Map<String, Written> classes = new LinkedHashMap<>();
    private final Map<String, Written> resources = new LinkedHashMap<>();

    Memory(JavaFileManager delegate) {
      super(delegate);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      Written file = new Written(name, kind);
      (location == StandardLocation.CLASS_OUTPUT && kind == JavaFileObject.Kind.CLASS
              ? classes
              : sources)
          .put(name, file);
      return file;
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String place, String name, FileObject sibling) {
      String path = place.isEmpty() ? name : place.replace('.', '/') + "/" + name;
      Written file = new Written(path, JavaFileObject.Kind.OTHER);
      resources.put(path, file);
      return file;
    }

    Map<String, String> sources() {
      return texts(sources);
    }

    Map<String, String> resources() {
      return texts(resources);
    }

    private static Map<String, String> texts(Map<String, Written> files) {
      Map<String, String> texts = new LinkedHashMap<>();
      files.forEach((name, file) -> texts.put(name, file.getCharContent(true).toString()));
      return texts;
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> bytes = new LinkedHashMap<>();
      classes.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
      return bytes;
    }
  }
}
