package dev.cotangent.processor.random;

import java.util.List;
import java.util.Random;

/** Literals of each sort, none of them large. */
final class Literals {
  private static final List<String> DOUBLES =
      List.of("0.5", "2.0", "-1.25", "1.0", "0.1", "3.0", "1.5", "-0.75", "0.25", "0.0");
  private static final List<String> FLOATS = List.of("0.5f", "2f", "-1.1f", "0.3f", "1f");
  private static final List<String> LONGS =
      List.of("1L", "2L", "-3L", "5L", "0L", "0x7fff_ffff_ffffL");

  private static final List<String> CHARS = List.of("'a'", "'b'", "'c'", "'\\u0002'");
  private static final List<String> TEXTS = List.of("\"a\"", "\"b\"", "\"ab\"", "\"\"");
  private static final List<String> MODES = List.of("Mode.LINE", "Mode.WAVE", "Mode.FLAT");

  private Literals() {}

  static String of(Sort sort, Random random) {
    return switch (sort) {
      case DOUBLE -> pick(DOUBLES, random);
      case FLOAT -> pick(FLOATS, random);
      case LONG -> pick(LONGS, random);
      case INT -> random.nextInt(30) == 0 ? "Integer.MIN_VALUE" : String.valueOf(random.nextInt(5));
      case CHAR -> pick(CHARS, random);
      case TEXT -> pick(TEXTS, random);
      case MODE -> pick(MODES, random);
      case BOOLEAN -> String.valueOf(random.nextBoolean());
      default -> sort.simplest();
    };
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
