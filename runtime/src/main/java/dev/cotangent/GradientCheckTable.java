package dev.cotangent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows and notes of a {@link GradientCheck} as aligned text. */
final class GradientCheckTable {
  private static final String[] HEADER = {
    "partial", "adjoint", "scalar", "differences", "±", "verdict"
  };

  private GradientCheckTable() {}

  static String of(
      String method, boolean passed, List<GradientCheck.Row> rows, List<String> notes) {
    StringBuilder text = new StringBuilder();
    text.append("gradient check of ").append(method).append(passed ? ": passed" : ": FAILED");
    text.append('\n');
    List<String[]> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(cells(row)));
    int[] widths = widths(lines);
    for (String[] line : lines) {
      append(text, line, widths);
    }
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private static String[] cells(GradientCheck.Row row) {
    return new String[] {
      row.label(),
      number(row.adjoint()),
      number(row.scalar()),
      number(row.difference()),
      Double.isFinite(row.differenceError())
          ? String.format(Locale.ROOT, "%.1e", row.differenceError())
          : "",
      row.verdict().toString()
    };
  }

  private static String number(double x) {
    return Double.isFinite(x) ? String.format(Locale.ROOT, "%.12g", x) : Double.toString(x);
  }

  private static int[] widths(List<String[]> lines) {
    int[] widths = new int[HEADER.length];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    return widths;
  }

  /** Names and verdicts stand left, numbers right. */
  private static void append(StringBuilder text, String[] line, int[] widths) {
    int last = line.length - 1;
    text.append("  ").append(line[0]).append(" ".repeat(widths[0] - line[0].length()));
    for (int i = 1; i < last; i++) {
      text.append("  ").append(" ".repeat(widths[i] - line[i].length())).append(line[i]);
    }
    text.append("  ").append(line[last]).append('\n');
  }
}
