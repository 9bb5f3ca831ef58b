package dev.cotangent.compatibility;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a compiler finds libraries and processors.
 *
 * @param options its options for them
 */
record Paths(List<String> options) {
  /** As the documentation says it. */
  static final Paths STANDARD = of(List.of(), List.of(), List.of());

  /** The standard paths with more jars: libraries, and processors before and behind ours. */
  static Paths of(List<Path> libraries, List<Path> before, List<Path> behind) {
    String classPath = join(List.of(List.of(Artifacts.RUNTIME), libraries));
    String processors = join(List.of(before, Artifacts.PROCESSORS, behind));
    // Eclipse's compiler forgets its processor path when the class path comes behind it.
    return new Paths(List.of("-cp", classPath, "-processorpath", processors));
  }

  private static String join(List<List<Path>> parts) {
    return Artifacts.path(parts.stream().flatMap(List::stream).toList());
  }
}
