package dev.cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: lays out the source text as a person would what JavaPoet leaves to a formatter: Javadoc
 * of one line stands on one line and longer one is wrapped, fields stand together, empty bodies
 * close where they open, and long argument lists are broken.
 */
final class SourceLayout {
  private static final int WIDTH = 100;

  private final List<String> lines = new ArrayList<>();

  private SourceLayout() {}

  /** The text laid out. */
  static String layOut(String text) {
    SourceLayout layout = new SourceLayout();
    List<String> input = text.lines().toList();
    int at = 0;
    while (at < input.size()) {
      at = layout.take(input, at);
    }
    return String.join("\n", layout.lines) + "\n";
  }

  /** Takes one line, or one Javadoc comment; gives the index of the next line. */
  private int take(List<String> input, int at) {
    String line = input.get(at);
    if (line.strip().equals("/**")) {
      return takeJavadoc(input, at);
    }
    if (line.endsWith("{") && at + 1 < input.size() && isClosing(line, input.get(at + 1))) {
      lines.add(line + "}");
      return at + 2;
    }
    boolean betweenFields =
        line.isEmpty() && isField(last()) && at + 1 < input.size() && isField(input.get(at + 1));
    if (!betweenFields) {
      addWrapped(line);
    }
    return at + 1;
  }

  private static boolean isClosing(String opening, String line) {
    return line.strip().equals("}") && indent(line) == indent(opening);
  }

  private String last() {
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static boolean isField(String line) {
    return line.strip().startsWith("private ") && line.endsWith(";");
  }

  private int takeJavadoc(List<String> input, int start) {
    int end = start;
    while (!input.get(end).strip().equals("*/")) {
      end++;
    }
    List<String> content = new ArrayList<>();
    for (String line : input.subList(start + 1, end)) {
      content.add(line.strip().substring(1).strip());
    }
    String margin = " ".repeat(indent(input.get(start)));
    String single = margin + "/** " + content.get(0) + " */";
    if (content.size() == 1 && single.length() <= WIDTH) {
      lines.add(single);
      return end + 1;
    }
    lines.add(margin + "/**");
    for (String line : content) {
      wrap(line, margin + " *").forEach(lines::add);
    }
    lines.add(margin + " */");
    return end + 1;
  }

  /** The words in lines that begin with the prefix; an inline tag is one word. */
  private static List<String> wrap(String content, String prefix) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder(prefix);
    for (String word : words(content)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > prefix.length()) {
        wrapped.add(line.toString());
        line = new StringBuilder(prefix);
      }
      line.append(' ').append(word);
    }
    wrapped.add(line.toString().stripTrailing());
    return wrapped;
  }

  private static List<String> words(String content) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }

  /**
   * Breaks an over-long statement or annotation after a comma, or before a call in a chain or what
   * a condition chooses.
   */
  private void addWrapped(String line) {
    String rest = line;
    String margin = " ".repeat(indent(line) + 4);
    while (rest.length() > WIDTH) {
      int cut = cut(rest);
      if (cut <= indent(rest)) {
        break;
      }
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = margin + rest.substring(cut).strip();
    }
    lines.add(rest);
  }

  /**
   * The last place within the width outside string literals, of those within the fewest
   * parentheses.
   */
  private static int cut(String line) {
    if (line.contains("//")) {
      return -1;
    }
    int best = -1;
    int depth = 0;
    int bestDepth = Integer.MAX_VALUE;
    for (int i = 0; i < WIDTH; i++) {
      char c = line.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfLiteral(line, i);
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean before =
          line.startsWith(".add(", i) || (i > indent(line) && line.startsWith(": new ", i));
      int cut = c == ',' ? i + 1 : before ? i : -1;
      if (cut >= 0 && depth <= bestDepth) {
        best = cut;
        bestDepth = depth;
      }
    }
    return best;
  }

  /** Where the string or character literal that begins here is closed. */
  private static int endOfLiteral(String line, int start) {
    int i = start + 1;
    while (i < line.length() && line.charAt(i) != line.charAt(start)) {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
