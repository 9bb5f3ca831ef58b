package dev.cotangent.compatibility;

import java.util.List;
import java.util.regex.Pattern;

/** On which lines a compiler reports the processor's errors. */
final class ErrorLines {
  private static final Pattern JAVAC = Pattern.compile("\\.java:(\\d+): error: \\[COT");
  private static final Pattern ECLIPSE =
      Pattern.compile("ERROR in \\S+ \\(at line (\\d+)\\)\n(?:[^\\[\n]*\n){2}\\[COT");

  private ErrorLines() {}

  static List<Integer> ofJavac(String output) {
    return lines(JAVAC, output);
  }

  static List<Integer> ofEclipse(String output) {
    return lines(ECLIPSE, output);
  }

  private static List<Integer> lines(Pattern pattern, String output) {
    return pattern
        .matcher(output)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .sorted()
        .toList();
  }
}
