package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
  @TempDir private Path temporary;

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("a.png", new byte[] {1, 2});
    contents.put("b.png", new byte[] {3});
    return contents;
  }

  private static List<String> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void folderAppearsWithItsFilesOnly() throws Exception {
    Path folder = temporary.resolve("new/folder");
    PictureFolder pictures = PictureFolder.at(folder);
    assertFalse(Files.exists(folder.getParent()));
    List<Path> files = pictures.write(contents());
    assertEquals(List.of(folder.resolve("a.png"), folder.resolve("b.png")), files);
    assertEquals(List.of("a.png", "b.png"), list(folder));
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(files.get(0)));
  }

  @Test
  void olderPicturesAreReplaced() throws Exception {
    Files.write(temporary.resolve("a.png"), new byte[] {9, 9, 9});
    PictureFolder.at(temporary).write(contents());
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(temporary.resolve("a.png")));
  }

  @Test
  void fileInTheWayIsRefusedBeforeAnyWork() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    for (Path folder : List.of(file, file.resolve("below"))) {
      Refusal refusal = assertThrows(Refusal.class, () -> PictureFolder.at(folder));
      assertTrue(refusal.getMessage().contains("is not a folder"), refusal.getMessage());
    }
  }

  @Test
  void failureLeavesNothingHalfWritten() throws Exception {
    PictureFolder pictures = PictureFolder.at(temporary);
    Files.createDirectories(temporary.resolve("b.png/occupied"));
    assertThrows(Refusal.class, () -> pictures.write(contents()));
    assertEquals(List.of("b.png"), list(temporary));
  }
}
