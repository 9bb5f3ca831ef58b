package dev.cotangent.compatibility;

import com.palantir.javapoet.JavaFile;
import dev.cotangent.Differentiable;
import dev.cotangent.processor.CotangentProcessor;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where the build has put what users would put on their paths. */
final class Artifacts {
  /** The processor, jar or folder, as this build made it. */
  static final Path PROCESSOR = home(CotangentProcessor.class);

  /** The runtime, jar or folder. */
  static final Path RUNTIME = home(Differentiable.class);

  /** The library of the processor. */
  static final Path JAVAPOET = home(JavaFile.class);

  /** What the processor needs on its path. */
  static final List<Path> PROCESSORS = List.of(PROCESSOR, JAVAPOET, RUNTIME);

  private Artifacts() {}

  /** What stands behind {@code -processorpath}. */
  static String processorPath() {
    return path(PROCESSORS);
  }

  /** A jar that the build fetched. */
  static Path tool(String name) {
    return Path.of("target", "tools", name).toAbsolutePath();
  }

  /** The files as a path in the way of the platform. */
  static String path(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar or the folder that a class was loaded from. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
