package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An input in a folder: {@code EVAL/CASE.in.json}.
 *
 * @param path of the file
 */
record InputFile(Path path) {
  private static final String INPUT = ".in.json";
  private static final String OUTPUT = ".out.json";

  /** The inputs in the folders of a folder, in the order of their names. */
  static List<InputFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(INPUT))
          .sorted()
          .map(InputFile::new)
          .toList();
    }
  }

  /** The name of the eval: that of the folder. */
  String eval() {
    return path.toAbsolutePath().getParent().getFileName().toString();
  }

  /** The name of the case. */
  String name() {
    String file = path.getFileName().toString();
    return file.substring(0, file.length() - INPUT.length());
  }

  JsonNode input() throws IOException {
    return Json.MAPPER.readTree(path.toFile());
  }

  /** The outputs to compare with, {@code CASE.out.json} beside the input, if they are there. */
  Optional<Reference> reference() throws IOException {
    Path file = path.resolveSibling(name() + OUTPUT);
    return Files.exists(file)
        ? Optional.of(new Reference(Json.MAPPER.readTree(file.toFile())))
        : Optional.empty();
  }
}
