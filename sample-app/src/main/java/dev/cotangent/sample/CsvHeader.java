package dev.cotangent.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The column names of a CSV file: finds columns, and reads a record's cells as numbers. */
final class CsvHeader {
  /** Squares of larger numbers would overflow once they are added up. */
  private static final double LARGEST = 1e150;

  private final Path file;
  private final List<String> titles;

  private CsvHeader(Path file, List<String> titles) {
    this.file = file;
    this.titles = titles;
  }

  /**
   * A column of the file.
   *
   * @param index its place in a record, from 0
   * @param column its name and unit
   */
  record Entry(int index, Column column) {}

  static CsvHeader of(Path file, CSVRecord first) {
    List<String> titles = new ArrayList<>();
    for (String title : first) {
      titles.add(title.strip());
    }
    return new CsvHeader(file, titles);
  }

  /** The column of this title; the unit at the end of a title may be left out. */
  Entry find(String name) throws Refusal {
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      Column column = Column.parse(titles.get(i));
      if (titles.get(i).equals(name) || column.name().equals(name)) {
        found.add(new Entry(i, column));
      }
    }
    if (found.isEmpty()) {
      String known = titles.stream().map(OneLine::quote).collect(Collectors.joining(", "));
      throw Refusal.unusable(
          file + " has no column " + OneLine.quote(name) + "; its columns are " + known);
    }
    if (found.size() > 1) {
      throw Refusal.unusable(
          file + " has " + found.size() + " columns named " + OneLine.quote(name));
    }
    return found.get(0);
  }

  void checkWidth(CSVRecord row, long line) throws Refusal {
    if (row.size() != titles.size()) {
      throw Refusal.unusable(
          "%s line %d: %d cells where the header has %d"
              .formatted(file, line, row.size(), titles.size()));
    }
  }

  /** The number in a record's cell. */
  double number(CSVRecord row, long line, Entry entry) throws Refusal {
    String cell = row.get(entry.index());
    try {
      double value = Double.parseDouble(cell);
      if (Math.abs(value) <= LARGEST && isDecimal(cell)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, together with the numbers that only Java would accept.
    }
    throw Refusal.unusable(
        "%s line %d, column %s: %s"
            .formatted(file, line, OneLine.quote(entry.column().name()), complaint(cell)));
  }

  /** Java also reads {@code 1d}, {@code 0x1p3} and {@code NaN}, none of which is data. */
  private static boolean isDecimal(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (Character.isLetter(c) && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }

  private static String complaint(String cell) {
    if (cell.isBlank()) {
      return "empty, expected a number";
    }
    return isHuge(cell)
        ? OneLine.quote(cell) + " is too large to be squared; use another unit"
        : OneLine.quote(cell) + " is not a number";
  }

  private static boolean isHuge(String cell) {
    try {
      return isDecimal(cell) && Math.abs(Double.parseDouble(cell)) > LARGEST;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
