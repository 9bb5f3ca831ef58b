package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.Composition;
import dev.cotangent.processor.Variation;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The methods of the corpus, compiled with the processor: once for all tests that ask for the same
 * modes. Each test has classes of its own, since static fields are part of what methods do.
 */
final class Corpus {
  private Corpus() {}

  /** The corpus as it is written. */
  private static final class AsWritten {
    static final ProgramRecorder RECORDER = new ProgramRecorder();
    static final Compiled COMPILED =
        compile("corpus", CompanionHarness.strict().withProcessor(RECORDER), Corpus::text);
  }

  /** The same with further modes. */
  private static final class WithMoreModes {
    static final Compiled COMPILED = compile("corpus", CompanionHarness.strict(), MoreModes::text);
  }

  /** The methods whose results are no single number. */
  private static final class Results {
    static final Compiled COMPILED = compile("results", CompanionHarness.strict(), Corpus::text);
  }

  /** The same with all columns of Jacobians in lanes. */
  private static final class InLanes {
    static final Compiled COMPILED =
        compile(
            "results",
            CompanionHarness.strict().withOnlyProcessor(Variation.IN_LANES.processor()),
            Corpus::text);
  }

  /** The same with loops on vectors; that their module is not a standard one yet is known. */
  private static final class WithVectors {
    static final Compiled COMPILED =
        compile(
            "corpus",
            CompanionHarness.strict()
                .lenient()
                .withOnlyProcessor(Variation.WITH_VECTORS.processor())
                .with(Variation.WITH_VECTORS.options()),
            MoreModes::text);
  }

  /** Makes what the tests look at of a method, its companion and its class. */
  interface Maker<S> {
    S make(Method method, Companion companion, Companion user);
  }

  /** The methods as they are written; whatever the compiler says against them is an error. */
  static List<Subject> load() {
    return load("corpus", AsWritten.COMPILED, Subject::new);
  }

  /** Their programs, as the front end makes them, by the names of the companions. */
  static Map<String, Composition> programs() {
    assertTrue(AsWritten.COMPILED.success());
    return AsWritten.RECORDER.programs();
  }

  /** The same methods, with {@link MoreModes}. */
  static List<Subject> withMoreModes() {
    return load("corpus", WithMoreModes.COMPILED, Subject::new);
  }

  /** The same methods with further modes, and with loops on vectors. */
  static List<Subject> withVectors() {
    return load("corpus", WithVectors.COMPILED, Subject::new);
  }

  /** The source of a companion among them. */
  static String sourceWithVectors(String companion) {
    return WithVectors.COMPILED.source(companion);
  }

  /** The methods whose results are no single number. */
  static List<ManySubject> results() {
    return load("results", Results.COMPILED, ManySubject::new);
  }

  /** The same methods with all columns of Jacobians in lanes, as far as that can be. */
  static List<ManySubject> resultsInLanes() {
    return load("results", InLanes.COMPILED, ManySubject::new);
  }

  /** The source of a companion among them. */
  static String sourceInLanes(String companion) {
    return InLanes.COMPILED.source(companion);
  }

  private static Compiled compile(
      String folder, CompanionHarness harness, Function<Path, String> text) {
    // Points are annotations that no processor claims.
    return harness
        .with("-Xlint:-processing", "-parameters")
        .run(files("/" + folder).stream().map(text).toArray(String[]::new));
  }

  /** What there is in a folder, whose name is that of the package. */
  private static <S> List<S> load(String folder, Compiled shared, Maker<S> maker) {
    assertTrue(shared.success(), shared::messages);
    Compiled compiled = shared.reloaded();
    List<S> subjects = new ArrayList<>();
    for (Path file : files("/" + folder)) {
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
