package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The methods of the corpus, compiled with the processor in one compilation. */
final class Corpus {
  /** The folder of the corpus, and its package. */
  private static final String NAME = "corpus";

  private Corpus() {}

  /** Compiles and loads; whatever the compiler says against it is an error. */
  static List<Subject> load() {
    return load(CompanionHarness.strict());
  }

  /** The same, with whatever else the compilation is to do. */
  static List<Subject> load(CompanionHarness harness) {
    List<Path> files = files("/" + NAME);
    // Points are annotations that no processor claims.
    Compiled compiled =
        harness
            .with("-Xlint:-processing", "-parameters")
            .run(files.stream().map(Corpus::text).toArray(String[]::new));
    assertTrue(compiled.success(), compiled::messages);
    List<Subject> subjects = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".java", "");
      collect(compiled, compiled.load(NAME + "." + name), subjects);
    }
    return subjects;
  }

  private static void collect(Compiled compiled, Class<?> type, List<Subject> subjects) {
    Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(At.class))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .map(
            method ->
                new Subject(
                    method, compiled.companion(companion(method)), compiled.user(type.getName())))
        .forEach(subjects::add);
    for (Class<?> nested : type.getDeclaredClasses()) {
      collect(compiled, nested, subjects);
    }
  }

  private static String companion(Method method) {
    String given = method.getAnnotation(At.class).companion();
    String types = method.getDeclaringClass().getName().substring(NAME.length() + 1);
    String name = method.getName();
    String usual =
        types.replace("$", "") + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return NAME + "." + (given.isEmpty() ? usual : given);
  }

  /** The Java files of a folder of the test resources, ordered by name. */
  static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(Path.of(Corpus.class.getResource(folder).toURI()))) {
      return files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** What the file says. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
