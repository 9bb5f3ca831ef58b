package dev.cotangent.processor.random;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws arguments for parameters, in the notation of the corpus. */
final class Points {
  private static final List<String> SPECIAL = List.of("0", "-0.0", "1", "-1", "0.5", "1", "2");

  private final Random random;
  private final List<Variable> parameters;

  Points(Random random, List<Variable> parameters) {
    this.random = random;
    this.parameters = parameters;
  }

  /** Numbers that have nothing to do with each other or with literals. */
  String smooth() {
    Supplier<String> number =
        () -> String.format(Locale.ROOT, "%.4f", 4 * random.nextDouble() - 2 + 1e-4);
    return parameters.stream()
        .map(parameter -> argument(parameter.sort(), number, 2 + random.nextInt(3)))
        .collect(Collectors.joining(" "));
  }

  /** Zeros, ties, short and empty arrays. */
  String singular() {
    Supplier<String> number = () -> SPECIAL.get(random.nextInt(SPECIAL.size()));
    return parameters.stream()
        .map(parameter -> argument(parameter.sort(), number, random.nextInt(4)))
        .collect(Collectors.joining(" "));
  }

  private String argument(Sort sort, Supplier<String> number, int length) {
    return switch (sort) {
      case DOUBLE, FLOAT -> number.get();
      case INT -> String.valueOf(random.nextInt(5));
      case LONG, SHORT, BYTE -> String.valueOf(random.nextInt(9) - 3);
      case BOOLEAN -> String.valueOf(random.nextBoolean());
      case CHAR -> "abc".substring(random.nextInt(3)).substring(0, 1);
      case TEXT -> random.nextBoolean() ? "a" : "ab";
      case MODE -> random.nextBoolean() ? "LINE" : "WAVE";
      case DOUBLES, FLOATS, LIST -> array(length, number);
      case INTS, LONGS -> array(length, () -> String.valueOf(random.nextInt(4)));
      case FLAGS -> array(length, () -> String.valueOf(random.nextBoolean()));
      case GRID, FLOAT_GRID -> array(length, () -> row(number));
      case PAIR -> orNull(pair(number));
      case BOX -> orNull(box(length, number));
      default -> throw new IllegalArgumentException("no parameter can be a " + sort);
    };
  }

  private static String pair(Supplier<String> number) {
    return "{" + number.get() + " " + number.get() + "}";
  }

  private String box(int length, Supplier<String> number) {
    String count = String.valueOf(random.nextInt(4));
    String data = orNull(array(length, number));
    return "{" + orNull(pair(number)) + " " + data + " " + count + " " + number.get() + "}";
  }

  private String orNull(String text) {
    return random.nextInt(20) == 0 ? "null" : text;
  }

  /** Ragged; a few are null. */
  private String row(Supplier<String> number) {
    return orNull(array(1 + random.nextInt(3), number));
  }

  private static String array(int length, Supplier<String> element) {
    return IntStream.range(0, length)
        .mapToObj(i -> element.get())
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
