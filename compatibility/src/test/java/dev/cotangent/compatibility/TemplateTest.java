package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that newcomers copy, as a build of its own against what is published. */
@Tag("tools")
class TemplateTest {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final String COMPANION =
      "target/generated-sources/annotations/demo/LinearRegressionCost.java";

  @TempDir Path folder;

  @Test
  void mavenBuildsItAndFollowsChanges() throws IOException {
    assumeTrue(Files.isRegularFile(Artifacts.PROCESSOR), "the processor is not packaged yet");
    Path project = copy();
    Path settings = settings(publish());
    build(project, settings, "verify");
    String first = Files.readString(project.resolve(COMPANION));
    assertTrue(Files.exists(project.resolve("target/surefire-reports")));

    Path source = project.resolve("src/main/java/demo/LinearRegression.java");
    String text = Files.readString(source);
    Files.writeString(source, text.replace("sum += e * e;", "sum += Math.exp(e) * e;"));
    build(project, settings, "compile");
    assertTrue(Files.readString(project.resolve(COMPANION)).contains("Math.exp"));

    Files.writeString(source, text);
    build(project, settings, "compile");
    assertEquals(first, Files.readString(project.resolve(COMPANION)));

    String unused = text.replaceAll("(?s)  /\\*\\* Prints.*", "}\n");
    Files.writeString(source, unused.replaceAll("@Differentiable\\(.*\\)", ""));
    build(project, settings, "compile");
    assertFalse(Files.exists(project.resolve(COMPANION)));
  }

  private Path copy() throws IOException {
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

  /** A repository with the artifacts of this build. */
  private Path publish() throws IOException {
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

  /**
   * Maven's settings: what is published, and what this machine has downloaded, as repositories; all
   * that the build installs goes into a folder that is thrown away.
   */
  private Path settings(Path published) throws IOException {
    String downloaded = System.getProperty("user.home") + "/.m2/repository";
    String list =
        repository("published", published.toUri().toString())
            + repository("downloaded", Path.of(downloaded).toUri().toString());
    return Files.writeString(
        folder.resolve("settings.xml"),
        "<settings><localRepository>"
            + folder.resolve("local")
            + "</localRepository><profiles><profile><id>test</id><repositories>"
            + list
            + "</repositories><pluginRepositories>"
            + list.replace("repository>", "pluginRepository>")
            + "</pluginRepositories></profile></profiles>"
            + "<activeProfiles><activeProfile>test</activeProfile></activeProfiles></settings>");
  }

  private static String repository(String id, String url) {
    return "<repository><id>" + id + "</id><url>" + url + "</url></repository>";
  }

  private static void build(Path project, Path settings, String goal) {
    Maven.run(project, Jdk.OWN, "-s", settings.toString(), goal).orThrow();
  }
}
