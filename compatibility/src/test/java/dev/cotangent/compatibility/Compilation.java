package dev.cotangent.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run of a compiler.
 *
 * @param out the folder with what it wrote
 * @param run what it said
 */
record Compilation(Path out, Run run) {
  /** Compiles with the processor into a folder: generated sources and classes under it. */
  static Compilation of(Compiler compiler, Path out, List<Path> files, String... options) {
    return with(Paths.STANDARD, compiler, out, files, options);
  }

  /** As {@link #of}, with other paths. */
  static Compilation with(
      Paths paths, Compiler compiler, Path out, List<Path> files, String... options) {
    try {
      Files.createDirectories(out.resolve("sources"));
      Files.createDirectories(out.resolve("classes"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    List<String> arguments = new ArrayList<>(paths.options());
    arguments.addAll(List.of("-s", out.resolve("sources").toString()));
    arguments.addAll(List.of("-d", out.resolve("classes").toString()));
    arguments.addAll(List.of(options));
    files.forEach(file -> arguments.add(file.toString()));
    return new Compilation(out, compiler.run(out, arguments));
  }

  /** This, if the compiler ended well and said nothing. */
  Compilation silently() {
    orThrow();
    if (!run.output().isBlank()) {
      throw new AssertionError(run.output());
    }
    return this;
  }

  /** This, if the compiler ended well. */
  Compilation orThrow() {
    run.orThrow();
    return this;
  }

  /** The generated sources: path and text. */
  Map<String, String> generated() {
    Path sources = out.resolve("sources");
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(sources.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return texts;
  }

  /** What the main class prints, run by a JDK with the class path of the compilation. */
  String main(Jdk jdk, String type) {
    String path = Artifacts.path(List.of(classes(), Artifacts.RUNTIME));
    return Run.of(out, List.of(jdk.tool("java"), "-cp", path, type)).orThrow().output().trim();
  }

  /** The folder with the classes. */
  Path classes() {
    return out.resolve("classes");
  }
}
