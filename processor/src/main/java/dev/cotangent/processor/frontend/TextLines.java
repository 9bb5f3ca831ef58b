package dev.cotangent.processor.frontend;

import com.sun.source.tree.LineMap;
import java.util.Arrays;

/**
 * The lines of a source file, from its text: javac keeps no such map where the class files are to
 * have no line numbers ({@code -g:none}, which is also what Ant asks for by default). Counts as
 * javac does, lines and columns from one, a tab up to the next multiple of eight.
 */
final class TextLines implements LineMap {
  private static final int TAB = 8;

  private final CharSequence text;
  private final int[] starts;

  TextLines(CharSequence text) {
    this.text = text;
    this.starts = starts(text);
  }

  private static int[] starts(CharSequence text) {
    int[] starts = new int[text.length() + 1];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      boolean isPair =
          text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !isPair)) {
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public long getStartPosition(long line) {
    return starts[(int) line - 1];
  }

  @Override
  public long getPosition(long line, long column) {
    long position = getStartPosition(line);
    while (getColumnNumber(position) < column) {
      position++;
    }
    return position;
  }

  @Override
  public long getLineNumber(long position) {
    int found = Arrays.binarySearch(starts, (int) position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  @Override
  public long getColumnNumber(long position) {
    int column = 0;
    for (int i = (int) getStartPosition(getLineNumber(position)); i < position; i++) {
      column = text.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    return column + 1L;
  }
}
