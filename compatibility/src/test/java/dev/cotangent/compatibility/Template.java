package dev.cotangent.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project that newcomers copy, and what it is built against. */
final class Template {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private Template() {}

  /** Copies the project into a folder of that name. */
  static Path copy(Path folder) throws IOException {
    Path from = CHECKOUT.resolve("template");
    Path to = folder.resolve("template");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  /** Makes a repository with the artifacts of this build. */
  static Path publish(Path folder) throws IOException {
    Path repository = folder.resolve("published");
    publish(repository, "cotangent-parent", CHECKOUT.resolve("pom.xml"), "pom");
    for (String module : List.of("runtime", "processor")) {
      Path jar = module.equals("runtime") ? Artifacts.RUNTIME : Artifacts.PROCESSOR;
      publish(repository, "cotangent-" + module, jar, "jar");
      publish(repository, "cotangent-" + module, CHECKOUT.resolve(module + "/pom.xml"), "pom");
    }
    return repository;
  }

  private static void publish(Path repository, String artifact, Path file, String kind)
      throws IOException {
    Path place = repository.resolve("dev/cotangent").resolve(artifact).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(file, place.resolve(artifact + "-" + VERSION + "." + kind));
  }

  /** What Maven has downloaded on this machine. */
  static Path downloaded() {
    return Path.of(System.getProperty("user.home"), ".m2", "repository");
  }
}
