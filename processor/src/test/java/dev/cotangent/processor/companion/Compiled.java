package dev.cotangent.processor.companion;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came out of a compilation: messages, generated sources, and classes that can be called. */
public final class Compiled {
  private static final Pattern CODE = Pattern.compile("\\[(COT\\d+)]");

  private final boolean success;
  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  private final Map<String, String> sources;
  private final Map<String, String> resources;
  private final Map<String, byte[]> classes;
  private final ClassLoader loader;

  Compiled(
      boolean success,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, String> sources,
      Map<String, String> resources,
      Map<String, byte[]> classes) {
    this.success = success;
    this.diagnostics = List.copyOf(diagnostics);
    this.sources = sources;
    this.resources = resources;
    this.classes = classes;
    this.loader = new Loader(classes);
  }

  /** Defines the compiled classes. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Compiled.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** The same with classes of its own, whose static fields nobody else sees. */
  public Compiled reloaded() {
    return new Compiled(success, diagnostics, sources, resources, classes);
  }

  /** Whether there was no error (and no warning, since those count). */
  public boolean success() {
    return success;
  }

  /** This, if there was no error and no warning. */
  public Compiled orThrow() {
    if (!success) {
      throw new AssertionError(messages());
    }
    return this;
  }

  /** All messages, one a line: kind, position, text. */
  public String messages() {
    StringBuilder text = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      text.append(diagnostic.getKind())
          .append(' ')
          .append(diagnostic.getLineNumber())
          .append(':')
          .append(diagnostic.getColumnNumber())
          .append(' ')
          .append(diagnostic.getMessage(Locale.ROOT))
          .append('\n');
    }
    return text.toString();
  }

  /** All messages. */
  public List<Diagnostic<? extends JavaFileObject>> diagnostics() {
    return diagnostics;
  }

  /** The messages about errors. */
  public List<Diagnostic<? extends JavaFileObject>> errors() {
    return diagnostics.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
  }

  /** The processor's messages as {@code COT045@12}: code and line, in the order reported. */
  public List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      Matcher code = CODE.matcher(diagnostic.getMessage(Locale.ROOT));
      if (code.find()) {
        codes.add(code.group(1) + "@" + diagnostic.getLineNumber());
      }
    }
    return codes;
  }

  /** The class files by name, those of libraries included. */
  Map<String, byte[]> classes() {
    return classes;
  }

  /** The text of a generated source file; null if there is none. */
  public String source(String qualifiedName) {
    return sources.get(qualifiedName);
  }

  /** The files that are no classes, by their paths. */
  public Map<String, String> resources() {
    return resources;
  }

  /** The names of the generated source files. */
  public List<String> generated() {
    return List.copyOf(sources.keySet());
  }

  /** A compiled class. */
  public Class<?> load(String qualifiedName) {
    try {
      return Class.forName(qualifiedName, true, loader);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("no class " + qualifiedName + "\n" + messages(), missing);
    }
  }

  /** A record of these components. */
  public Object make(String qualifiedName, Object... components) {
    try {
      Constructor<?> canonical = load(qualifiedName).getDeclaredConstructors()[0];
      canonical.setAccessible(true);
      return canonical.newInstance(components);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  /** A companion, ready to be called. */
  public Companion companion(String qualifiedName) {
    return new Companion(load(qualifiedName));
  }

  /** The user's own static methods, called by {@link Companion#call}. */
  public Companion user(String qualifiedName) {
    return new Companion(load(qualifiedName));
  }
}
