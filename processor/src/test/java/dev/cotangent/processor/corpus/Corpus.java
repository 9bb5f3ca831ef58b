package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Companion;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** The methods of the corpus, compiled with the processor in one compilation. */
final class Corpus {
  private Corpus() {}

  /** Makes what the tests look at of a method, its companion and its class. */
  interface Maker<S> {
    S make(Method method, Companion companion, Companion user);
  }

  /** Compiles and loads; whatever the compiler says against it is an error. */
  static List<Subject> load() {
    return load(CompanionHarness.strict());
  }

  /** The same, with whatever else the compilation is to do. */
  static List<Subject> load(CompanionHarness harness) {
    return load("corpus", harness, Subject::new);
  }

  /** The same from another folder, whose name is that of the package. */
  static <S> List<S> load(String folder, CompanionHarness harness, Maker<S> maker) {
    return load(folder, harness, maker, Corpus::text);
  }

  /** The same with what {@code text} makes of each file. */
  static <S> List<S> load(
      String folder, CompanionHarness harness, Maker<S> maker, Function<Path, String> text) {
    List<Path> files = files("/" + folder);
    // Points are annotations that no processor claims.
    Compiled compiled =
        harness
            .with("-Xlint:-processing", "-parameters")
            .run(files.stream().map(text).toArray(String[]::new));
    assertTrue(compiled.success(), compiled::messages);
    List<S> subjects = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".java", "");
      collect(compiled, compiled.load(folder + "." + name), maker, subjects);
    }
    return subjects;
  }

  private static <S> void collect(
      Compiled compiled, Class<?> type, Maker<S> maker, List<S> subjects) {
    Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(At.class))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .map(
            method ->
                maker.make(
                    method, compiled.companion(companion(method)), compiled.user(type.getName())))
        .forEach(subjects::add);
    for (Class<?> nested : type.getDeclaredClasses()) {
      collect(compiled, nested, maker, subjects);
    }
  }

  private static String companion(Method method) {
    String given = method.getAnnotation(At.class).companion();
    String declaring = method.getDeclaringClass().getName();
    String types = declaring.substring(declaring.indexOf('.') + 1);
    String name = method.getName();
    String usual =
        types.replace("$", "") + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return declaring.substring(0, declaring.indexOf('.') + 1) + (given.isEmpty() ? usual : given);
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
