package dev.cotangent.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads chosen columns of a CSV file, record by record, into primitive arrays. The first record
 * names the columns; every later one has as many cells, and numbers in the chosen ones.
 */
final class CsvData {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final Path file;
  private final List<String> featureNames;
  private final String targetName;

  private CsvData(Path file, List<String> featureNames, String targetName) {
    this.file = file;
    this.featureNames = featureNames;
    this.targetName = targetName;
  }

  /** Reads the named columns; what cannot be read is refused with file, line and column. */
  static DataSet read(Path file, List<String> featureNames, String targetName) throws Refusal {
    return new CsvData(file, featureNames, targetName).read();
  }

  private DataSet read() throws Refusal {
    if (Files.isDirectory(file)) {
      throw Refusal.unusable(file + " is a folder, not a CSV file");
    }
    try (CSVParser parser = CSVParser.builder().setReader(open()).setFormat(FORMAT).get()) {
      return read(parser);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private DataSet read(CSVParser parser) throws Refusal {
    var records = parser.iterator();
    if (!records.hasNext()) {
      throw Refusal.unusable(file + " is empty: expected a line of column names");
    }
    CsvHeader header = CsvHeader.of(file, records.next());
    List<CsvHeader.Entry> features = new ArrayList<>();
    for (String name : featureNames) {
      features.add(header.find(name));
    }
    CsvHeader.Entry target = header.find(targetName);
    if (features.contains(target)) {
      throw Refusal.unusable(
          "column " + OneLine.quote(targetName) + " of " + file + " is both target and feature");
    }

    DoubleBuffer x = new DoubleBuffer();
    DoubleBuffer y = new DoubleBuffer();
    while (records.hasNext()) {
      CSVRecord row = records.next();
      long line = parser.getCurrentLineNumber();
      header.checkWidth(row, line);
      for (CsvHeader.Entry feature : features) {
        x.add(header.number(row, line, feature));
      }
      y.add(header.number(row, line, target));
    }
    if (y.size() == 0) {
      throw Refusal.unusable(file + " has column names but no rows");
    }
    List<Column> columns = features.stream().map(CsvHeader.Entry::column).toList();
    return new DataSet(file.toString(), columns, target.column(), x.toArray(), y.toArray());
  }

  /** The text without a byte order mark; bytes that are not UTF-8 throw. */
  private Reader open() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()),
            1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private Refusal unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return Refusal.unusable("there is no file " + file);
    }
    if (e instanceof CharacterCodingException) {
      return Refusal.unusable(file + " is not UTF-8 text");
    }
    return Refusal.unusable("cannot read " + file + ": " + OneLine.of(e));
  }
}
