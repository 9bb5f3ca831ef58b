package dev.cotangent.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sources to compile: those with which the processor's own tests work. */
final class Inputs {
  private static final Path TESTS = Path.of("..", "processor", "src", "test");

  private Inputs() {}

  /** The methods whose companions are kept as text. */
  static List<Path> golden() {
    return folder("golden");
  }

  /** Every form of the language, with what its files need to compile. */
  static List<Path> corpus() {
    Path point = TESTS.resolve("java/dev/cotangent/processor/corpus/At.java");
    return Stream.concat(Stream.of(point.toAbsolutePath().normalize()), folder("corpus").stream())
        .toList();
  }

  /** Some files of the corpus. */
  static List<Path> corpus(String... names) {
    List<String> wanted = Stream.of(names).map(name -> name + ".java").toList();
    return corpus().stream().filter(f -> wanted.contains(f.getFileName().toString())).toList();
  }

  private static List<Path> folder(String name) {
    try (Stream<Path> files = Files.list(TESTS.resolve("resources").resolve(name))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toAbsolutePath)
          .map(Path::normalize)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The text of a file. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a file under a folder, with the folders around it. */
  static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
