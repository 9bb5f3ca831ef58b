package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(Path home) {
  /** The one that runs the tests. */
  static final Jdk OWN = new Jdk(Path.of(System.getProperty("java.home")));

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The JDK of that major version; a test that asks for one that is not installed is skipped. */
  static Jdk of(int major) {
    Optional<Jdk> found =
        Runtime.version().feature() == major ? Optional.of(OWN) : installed(major);
    assumeTrue(found.isPresent(), "no JDK " + major + " is installed");
    return found.get();
  }

  private static Optional<Jdk> installed(int major) {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes.map(Jdk::new).filter(jdk -> jdk.isComplete() && jdk.is(major)).findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isComplete() {
    return Files.isExecutable(home.resolve("bin/javac"));
  }

  private boolean is(int major) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .anyMatch(line -> line.matches("JAVA_VERSION=\"" + major + "[.\"].*"));
    } catch (IOException noRelease) {
      return false;
    }
  }

  /** A tool of the JDK. */
  String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
