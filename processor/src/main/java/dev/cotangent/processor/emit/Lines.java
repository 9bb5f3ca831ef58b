package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: the lines of a body, collected before they are laid out, so that the comments with the
 * lines of the user's file stand below one another.
 */
final class Lines {
  private static final int INDENT = 2;

  /** Comments of lines that are longer than this stand behind their own line. */
  private static final int WIDEST_COLUMN = 60;

  private enum Kind {
    STATEMENT,
    OPENING,
    MIDDLE,
    CLOSING
  }

  private record Line(Kind kind, CodeBlock code, int end, int source) {}

  private final List<Line> lines = new ArrayList<>();
  private final boolean comments;
  private int depth;

  Lines(boolean comments) {
    this.comments = comments;
  }

  /** A statement; the semicolon is added. */
  void statement(Expression statement, SourceRange source) {
    int line = comments && source.isKnown() ? source.line() : 0;
    int end = INDENT * depth + statement.width() + 1;
    lines.add(new Line(Kind.STATEMENT, statement.code(), end, line));
  }

  /** The head of a block, without its brace. */
  void open(CodeBlock head) {
    lines.add(new Line(Kind.OPENING, head, 0, 0));
    depth++;
  }

  /** The end of one block and the head of the next, without braces. */
  void next(CodeBlock head) {
    lines.add(new Line(Kind.MIDDLE, head, 0, 0));
  }

  /** The end of a block. */
  void close() {
    depth--;
    lines.add(new Line(Kind.CLOSING, CodeBlock.of(""), 0, 0));
  }

  /** All lines as JavaPoet's code. */
  CodeBlock layOut() {
    int column = column();
    int digits = lines.stream().mapToInt(Line::source).map(Lines::digits).max().orElse(0);
    CodeBlock.Builder code = CodeBlock.builder();
    for (Line line : lines) {
      switch (line.kind()) {
        case STATEMENT -> code.add("$[$L;", line.code()).add(comment(line, column, digits));
        case OPENING -> code.add("$[$L {\n$]$>", line.code());
        case MIDDLE -> code.add("$<$[} $L {\n$]$>", line.code());
        case CLOSING -> code.add("$<}\n");
      }
    }
    return code.build();
  }

  private int column() {
    return lines.stream()
        .filter(line -> line.source() > 0 && line.end() <= WIDEST_COLUMN)
        .mapToInt(Line::end)
        .max()
        .orElse(0);
  }

  private static CodeBlock comment(Line line, int column, int digits) {
    if (line.source() == 0) {
      return CodeBlock.of("\n$]");
    }
    int gap = 2 + Math.max(0, column - line.end());
    String number = " ".repeat(digits - digits(line.source())) + line.source();
    return CodeBlock.of("$L// $L\n$]", " ".repeat(gap), number);
  }

  private static int digits(int number) {
    return number == 0 ? 0 : Integer.toString(number).length();
  }
}
