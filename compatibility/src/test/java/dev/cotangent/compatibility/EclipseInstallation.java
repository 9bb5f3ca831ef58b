package dev.cotangent.compatibility;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** An Eclipse without a window, put together from its bundles and a script of our own. */
final class EclipseInstallation {
  private static final Path PARTS = Maven.project("eclipse");
  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

  /** What must run before an application can: the services' starter first of all. */
  private static final List<String> FIRST = List.of("org.apache.felix.scr", "equinox.common");

  private static final List<String> STARTED =
      List.of(
          "core.contenttype",
          "core.resources",
          "core.runtime",
          "equinox.app",
          "equinox.preferences",
          "equinox.registry");

  private final Path home;

  private EclipseInstallation(Path home) {
    this.home = home;
  }

  /** Puts one together in a folder. */
  static EclipseInstallation in(Path home) throws IOException {
    EclipseInstallation made = new EclipseInstallation(home);
    Maven.run(
            home,
            Jdk.OWN,
            "-f",
            PARTS.resolve("pom.xml").toString(),
            COPY,
            "-DoutputDirectory=" + made.plugins())
        .orThrow();
    made.makeBundleOfAnt();
    made.addScript();
    made.configure();
    return made;
  }

  private Path plugins() {
    return home.resolve("plugins");
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(plugins())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private Path jar(String prefix) throws IOException {
    return jars().stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  /** Ant comes as a plain jar, and bundles require it as one of theirs. */
  private void makeBundleOfAnt() throws IOException {
    Path ant = jar("ant-1");
    Map<String, byte[]> content = new TreeMap<>();
    try (JarFile file = new JarFile(ant.toFile())) {
      for (var entry : file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        content.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    }
    String packages =
        content.keySet().stream()
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(","));
    Manifest manifest = new Manifest();
    Attributes head = manifest.getMainAttributes();
    head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    head.putValue("Bundle-ManifestVersion", "2");
    head.putValue("Bundle-SymbolicName", "org.apache.ant");
    head.putValue("Bundle-Version", "1.10.14");
    head.putValue("Export-Package", packages);
    write(plugins().resolve("org.apache.ant.jar"), manifest, content);
    Files.delete(ant);
    Files.delete(jar("ant-launcher"));
    Files.delete(jar("osgi.annotation"));
  }

  private void addScript() throws IOException {
    Path classes = Files.createDirectories(home.resolve("script"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "--release", "17", "-cp", Artifacts.path(jars())));
    arguments.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> sources = Files.list(PARTS.resolve("src/workspace"))) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    Compiler.javac().run(home, arguments).orThrow();
    Map<String, byte[]> content = new TreeMap<>();
    content.put("plugin.xml", Files.readAllBytes(PARTS.resolve("plugin.xml")));
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    try (var manifest = Files.newInputStream(PARTS.resolve("META-INF/MANIFEST.MF"))) {
      write(plugins().resolve("workspace.jar"), new Manifest(manifest), content);
    }
  }

  private static void write(Path file, Manifest manifest, Map<String, byte[]> content)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
  }

  private void configure() throws IOException {
    Path framework = jar("org.eclipse.osgi-");
    String bundles =
        jars().stream()
            .filter(jar -> !jar.equals(framework) && !jar.toString().contains("equinox.launcher"))
            .map(jar -> "reference:file:" + jar + start(jar.getFileName().toString()))
            .collect(Collectors.joining(","));
    Path folder = Files.createDirectories(home.resolve("configuration"));
    Files.write(
        folder.resolve("config.ini"),
        List.of(
            "osgi.framework=file:" + framework,
            "osgi.bundles=" + bundles,
            "osgi.bundles.defaultStartLevel=4",
            "eclipse.ignoreApp=false"));
  }

  private static String start(String jar) {
    if (FIRST.stream().anyMatch(jar::contains)) {
      return "@2:start";
    }
    return STARTED.stream().anyMatch(jar::contains) ? "@start" : "";
  }

  /** Runs the script in a new workspace. */
  Run run(Path workspace, String... arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.addAll(List.of(Jdk.OWN.tool("java"), "-Djava.awt.headless=true", "-jar"));
      command.add(jar("org.eclipse.equinox.launcher").toString());
      command.addAll(List.of("-nosplash", "-consoleLog"));
      command.addAll(List.of("-configuration", home.resolve("configuration").toString()));
      command.addAll(List.of("-data", workspace.toString(), "-application", "workspace.script"));
      command.addAll(List.of(arguments));
      return Run.of(home, command);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
