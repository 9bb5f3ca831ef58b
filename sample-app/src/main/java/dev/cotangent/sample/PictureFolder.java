package dev.cotangent.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The output folder: it appears, and pictures appear in it, only when they are complete. */
final class PictureFolder {
  private final Path folder;

  private PictureFolder(Path folder) {
    this.folder = folder;
  }

  /** Refuses at once, before any work is done, a folder that could not be written to. */
  static PictureFolder at(Path folder) throws Refusal {
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw Refusal.unusable("cannot write to " + folder + ": " + existing + " is not a folder");
    }
    if (!Files.isWritable(existing)) {
      throw Refusal.unusable("cannot write to " + folder + ": no permission");
    }
    return new PictureFolder(folder);
  }

  /**
   * Writes all files, or none.
   *
   * @param contents the bytes of each file by its name, in the order of the answer
   */
  List<Path> write(Map<String, byte[]> contents) throws Refusal {
    List<Path> written = new ArrayList<>();
    boolean isNew = !Files.exists(folder);
    try {
      Files.createDirectories(folder);
      for (byte[] bytes : contents.values()) {
        Path file = Files.createTempFile(folder, ".picture", ".tmp");
        written.add(file);
        Files.write(file, bytes);
      }
      publish(written, contents.keySet());
      return written;
    } catch (IOException e) {
      written.forEach(PictureFolder::discard);
      if (isNew) {
        discard(folder);
      }
      throw Refusal.unusable("cannot write to " + folder + ": " + OneLine.of(e));
    }
  }

  /** Gives complete files their names, and puts these in their places in the list. */
  private void publish(List<Path> written, Iterable<String> names) throws IOException {
    int i = 0;
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.move(written.get(i), file, StandardCopyOption.REPLACE_EXISTING);
      written.set(i++, file);
    }
  }

  private static void discard(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // What could not be written is often not deletable either; the first failure is reported.
      path.toFile().deleteOnExit();
    }
  }
}
