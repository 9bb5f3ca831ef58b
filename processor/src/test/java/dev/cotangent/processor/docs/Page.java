package dev.cotangent.processor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, taken apart: its {@code java} blocks and the parts that the
 * processor writes.
 *
 * <p>A part between {@code <!-- generated:begin WHAT METHOD -->} and {@code <!-- generated:end -->}
 * holds one fenced block, which is not the author's. A block after {@code <!-- snippet: not
 * compiled -->} is not looked at. A block after {@code <!-- given: double w, double[] x -->} has
 * these variables.
 *
 * @param path where it is, from the root of the repository
 * @param text what it says
 */
record Page(Path path, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- (snippet|given): ([^>]*?) -->\\s*)?^```java\\n(.*?)^```$", flags());
  private static final Pattern GENERATED =
      Pattern.compile(
          "(<!-- generated:begin ?(.*?) -->\\n)(.*?)(<!-- generated:end -->)", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

  private static int flags() {
    return Pattern.DOTALL | Pattern.MULTILINE;
  }

  /**
   * A block of Java.
   *
   * @param given the variables that it has, as parameters
   * @param code its text
   */
  record Block(String given, String code) {}

  /** The root of the repository, from wherever the tests run. */
  static Path root() {
    Path at = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    while (!Files.exists(at.resolve("README.md")) || !Files.exists(at.resolve("docs"))) {
      at = at.getParent();
    }
    return at;
  }

  /** The README and the pages beside each other in {@code docs}. */
  static List<Page> all() {
    try (Stream<Path> files = Files.list(root().resolve("docs"))) {
      Stream<Path> pages = files.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(root().resolve("README.md")), pages).map(Page::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page by its place under the root. */
  static Page of(Path file) {
    try {
      return new Page(root().relativize(root().resolve(file)), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The author's Java. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(GENERATED.matcher(text).replaceAll(""));
    while (block.find()) {
      if (!"snippet".equals(block.group(1))) {
        blocks.add(new Block(block.group(2) == null ? "" : block.group(2), block.group(3)));
      }
    }
    return blocks;
  }

  /** Where links within the repository lead, as written. */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains(":"))
        .toList();
  }

  /** The page with every generated part as {@code writer} writes it. */
  Page regenerated(Writer writer) {
    String fresh =
        GENERATED
            .matcher(text)
            .replaceAll(
                part -> {
                  String block = writer.write(part.group(2));
                  return Matcher.quoteReplacement(part.group(1) + block + part.group(4));
                });
    return new Page(path, fresh);
  }

  /** Knows what belongs into a generated part. */
  @FunctionalInterface
  interface Writer {
    /** The fenced block for what the part's first line asks. */
    String write(String what);
  }

  /** Writes the page where it was read. */
  void save() {
    try {
      Files.writeString(root().resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
