package dev.cotangent.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradle.internal.compiler.java.IncrementalCompileTask;

/**
 * Gradle itself, as a process. Its distribution is in no repository of artifacts, but all its
 * classes are, in one jar with the manifests of the modules that they belong to: an installation is
 * put together from these, each module a jar with nothing but a manifest that names the one jar.
 */
final class Gradle {
  private static final Path FETCHED = Artifacts.tool("gradle");
  private static final String MANIFEST = "-classpath.properties";
  private static final String VERSION = "-8.5.jar";

  /** The module of the one class that is not published. */
  private static final String COMPILER_PLUGIN = "gradle-java-compiler-plugin";

  private final Path home;

  /** Puts an installation together in that folder. */
  Gradle(Path home) throws IOException {
    this.home = home;
    Path libraries = Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(libraries.resolve("plugins"));
    List<Path> jars;
    try (Stream<Path> fetched = Files.list(FETCHED)) {
      jars = fetched.sorted().toList();
    }
    for (Path jar : jars) {
      Files.copy(jar, libraries.resolve(jar.getFileName()));
    }
    String runtime =
        jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(","));
    for (Map.Entry<String, String> module : modules().entrySet()) {
      write(libraries, module.getKey(), module.getValue(), runtime);
    }
  }

  /** Whether the build has fetched what Gradle is made of. */
  static boolean isFetched() {
    return Files.isDirectory(FETCHED);
  }

  /** The modules and the modules that each needs. */
  private static Map<String, String> modules() throws IOException {
    Map<String, String> modules = new TreeMap<>();
    try (JarFile api = new JarFile(FETCHED.resolve("gradle-api" + VERSION).toFile())) {
      for (Enumeration<JarEntry> all = api.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().endsWith(MANIFEST) && !entry.getName().contains("/")) {
          modules.put(
              entry.getName().replace(MANIFEST, ""), load(api, entry).getProperty("projects", ""));
        }
      }
      for (String list : List.of("gradle-plugins", "gradle-implementation-plugins")) {
        Properties plugins = load(api, api.getJarEntry(list + ".properties"));
        for (String plugin : plugins.getProperty("plugins").split(",", -1)) {
          modules.putIfAbsent(plugin, "");
        }
      }
    }
    TreeSet<String> needed = new TreeSet<>();
    modules.values().forEach(names -> needed.addAll(Arrays.asList(names.split(","))));
    needed.stream().filter(name -> !name.isEmpty()).forEach(it -> modules.putIfAbsent(it, ""));
    modules.putIfAbsent(COMPILER_PLUGIN, "");
    return modules;
  }

  private static Properties load(JarFile jar, JarEntry entry) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    }
    return properties;
  }

  private static void write(Path libraries, String module, String projects, String runtime)
      throws IOException {
    Path jar = libraries.resolve(module + VERSION);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(module + MANIFEST));
      out.write(
          ("projects=" + projects + "\nruntime=" + runtime + "\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      if (module.equals(COMPILER_PLUGIN)) {
        copyCompileTask(out);
      }
    }
  }

  private static void copyCompileTask(JarOutputStream out) throws IOException {
    String name = IncrementalCompileTask.class.getName().replace('.', '/');
    Path classes = Artifacts.home(IncrementalCompileTask.class);
    for (String suffix : List.of("", "$1")) {
      out.putNextEntry(new JarEntry(name + suffix + ".class"));
      Files.copy(classes.resolve(name + suffix + ".class"), out);
    }
  }

  /**
   * Runs it in a folder.
   *
   * @param user the folder for what Gradle keeps between builds
   */
  Run run(Path folder, Path user, String... arguments) {
    // The agent rewrites classes of plugins; it is in no published jar, either.
    String agent = "-Dorg.gradle.internal.instrumentation.agent=false";
    List<String> command = new ArrayList<>();
    command.add(Jdk.OWN.home().resolve("bin").resolve("java").toString());
    command.addAll(List.of("-cp", home.resolve("lib") + File.separator + "*"));
    command.addAll(List.of("org.gradle.launcher.Main", agent, "--no-daemon", "--offline"));
    command.addAll(List.of("--console=plain", "--info", "-g", user.toString()));
    command.addAll(List.of(arguments));
    return Run.of(folder, command);
  }
}
