package dev.cotangent.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that newcomers copy, as a build of its own against what is published. */
@Tag("tools")
class TemplateTest {
  private static final String COMPANION =
      "target/generated-sources/annotations/demo/LinearRegressionCost.java";

  @TempDir Path folder;

  @Test
  void mavenBuildsItAndFollowsChanges() throws IOException {
    assumeTrue(Files.isRegularFile(Artifacts.PROCESSOR), "the processor is not packaged yet");
    Path project = Template.copy(folder);
    Path settings = settings(Template.publish(folder));
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

  /**
   * Maven's settings: what is published, and what this machine has downloaded, as repositories; all
   * that the build installs goes into a folder that is thrown away.
   */
  private Path settings(Path published) throws IOException {
    String list =
        repository("published", published.toUri().toString())
            + repository("downloaded", Template.downloaded().toUri().toString());
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
