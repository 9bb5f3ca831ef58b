package dev.cotangent.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDataTest {
  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, content);
    return file;
  }

  @Test
  void chosenColumnsAreReadInTheOrderAskedFor() throws Exception {
    Path file = file("a,b [m],note,c\n1,2,x,3\n4,5,\"y, z\",6e1\n");
    DataSet data = CsvData.read(file, List.of("c", "a"), "b");
    assertArrayEquals(new double[] {3, 1, 60, 4}, data.x());
    assertArrayEquals(new double[] {2, 5}, data.y());
    assertEquals(List.of(new Column("c", ""), new Column("a", "")), data.features());
    assertEquals(new Column("b", "m"), data.target());
  }

  @Test
  void byteOrderMarkBlankLinesSpacesAndWindowsLineEndsAreNoObstacle() throws Exception {
    Path file = file("\uFEFFa, b\r\n1, 2\r\n\r\n3 ,+4.5\r\n");
    DataSet data = CsvData.read(file, List.of("a"), "b");
    assertArrayEquals(new double[] {1, 3}, data.x());
    assertArrayEquals(new double[] {2, 4.5}, data.y());
  }

  @Test
  void fullTitleNamesAColumnToo() throws Exception {
    Path file = file("a [s],a [m],b\n1,2,3\n");
    assertArrayEquals(new double[] {2}, CsvData.read(file, List.of("a [m]"), "b").x());
    assertRefused(file("a [s],a [m],b\n1,2,3\n"), "has 2 columns named \"a\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | is empty",
        "'a,b\n'                   | has column names but no rows",
        "'a,c\n1,2\n'              | has no column \"b\"; its columns are \"a\", \"c\"",
        "'a;b\n1;2\n'              | has no column \"a\"; its columns are \"a;b\"",
        "'a,b,b\n1,2,3\n'          | has 2 columns named \"b\"",
        "'a,b\n1,2\n3,x\n'         | line 3, column \"b\": \"x\" is not a number",
        "'a,b\n1,2\n\n\n3,1 2\n'   | line 5, column \"b\": \"1 2\" is not a number",
        "'a,b\n1,2\n3,x'           | line 3, column \"b\": \"x\" is not a number",
        "'a,b\n\"1\n\",2\nx,4\n'   | line 4, column \"a\": \"x\" is not a number",
        "'a,b\n,2\n'               | line 2, column \"a\": empty, expected a number",
        "'a,b\n1,NaN\n'            | line 2, column \"b\": \"NaN\" is not a number",
        "'a,b\n1,-Infinity\n'      | line 2, column \"b\": \"-Infinity\" is not a number",
        "'a,b\n1,2d\n'             | line 2, column \"b\": \"2d\" is not a number",
        "'a,b\n1,0x1p3\n'          | line 2, column \"b\": \"0x1p3\" is not a number",
        "'a,b\n1,1e999\n'          | line 2, column \"b\": \"1e999\" is too large to be squared",
        "'a,b\n1,2\n3\n'           | line 3: 1 cells where the header has 2",
        "'a,b\n1,2,3\n'            | line 2: 3 cells where the header has 2",
        "'a,b\n1,\"2\"x\n'         | cannot read",
        "'a,b\n1,\"2\n'            | cannot read",
      })
  void unusableFileIsRefusedInOneLineThatSaysWhere(String content, String complaint)
      throws IOException {
    assertRefused(file(content), complaint);
  }

  @Test
  void whatIsNotAReadableTextFileIsRefused() throws IOException {
    assertRefused(folder.resolve("absent.csv"), "there is no file");
    assertRefused(folder, "is a folder");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "a,b\n1,ä\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(latin, "is not UTF-8 text");
  }

  @Test
  void longAndUnprintableCellsAreQuotedOnOneShortLine() throws IOException {
    assertRefused(file("a,b\n1,\"\t\n" + "z".repeat(500) + "\"\n"), "column \"b\": \"??zzz");
  }

  @Test
  void targetMayNotBeAFeatureUnderItsFullTitle() throws IOException {
    Path file = file("a [m],b\n1,2\n");
    Refusal refusal = assertThrows(Refusal.class, () -> CsvData.read(file, List.of("a [m]"), "a"));
    assertTrue(refusal.getMessage().contains("both target and feature"), refusal.getMessage());
  }

  private static void assertRefused(Path file, String complaint) {
    Refusal refusal = assertThrows(Refusal.class, () -> CsvData.read(file, List.of("a"), "b"));
    String message = refusal.getMessage();
    assertTrue(message.contains(complaint), message);
    assertTrue(message.contains(file.toString()), message);
    assertFalse(message.contains("\n"), message);
    assertTrue(message.length() < file.toString().length() + 200, message);
    assertEquals(Refusal.UNUSABLE, refusal.exitCode());
  }
}
