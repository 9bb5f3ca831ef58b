package dev.cotangent.processor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source cut into what is shown in one colour, line by line. */
final class JavaText {
  /** How a piece is shown. */
  enum Kind {
    PLAIN,
    NAME,
    KEYWORD,
    LITERAL,
    COMMENT
  }

  /** A piece of a line. */
  record Piece(Kind kind, String text) {}

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*+|/\\*(?s:.*?)\\*/)"
              + "|(?<literal>\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
              + "|'(?:[^'\\\\\\n]++|\\\\.)*+'|\\b\\d(?:[\\w.]|(?<=[eEpP])[+-])*+)"
              + "|(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+)");

  /** Without the words that may be names as well. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class continue default do double"
                  + " else enum extends false final finally float for if implements import"
                  + " instanceof int interface long native new null package private protected"
                  + " public return short static strictfp super switch synchronized this"
                  + " throw throws true try void volatile while")
              .split(" "));

  private JavaText() {}

  /** The lines, without their ends. */
  static List<List<Piece>> lines(String source) {
    List<List<Piece>> lines = new ArrayList<>();
    lines.add(new ArrayList<>());
    Matcher token = TOKEN.matcher(source);
    int at = 0;
    while (token.find()) {
      add(lines, Kind.PLAIN, source.substring(at, token.start()));
      add(lines, kind(token), token.group());
      at = token.end();
    }
    add(lines, Kind.PLAIN, source.substring(at));
    return lines;
  }

  private static Kind kind(Matcher token) {
    if (token.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (token.group("literal") != null) {
      return Kind.LITERAL;
    }
    return KEYWORDS.contains(token.group()) ? Kind.KEYWORD : Kind.NAME;
  }

  private static void add(List<List<Piece>> lines, Kind kind, String text) {
    String[] parts = text.split("\\R", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        lines.add(new ArrayList<>());
      }
      if (!parts[i].isEmpty()) {
        lines.get(lines.size() - 1).add(new Piece(kind, parts[i]));
      }
    }
  }
}
