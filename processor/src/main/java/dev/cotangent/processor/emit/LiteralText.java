package dev.cotangent.processor.emit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Stage 7: Java's literals. The text has exactly the value and the type of the constant (a cast
 * where Java has no literal for it), and does not depend on the version of the virtual machine.
 */
final class LiteralText {
  private static final int DOUBLE_DIGITS = 17;
  private static final String ESCAPED = "\n\t\r\b\f\"\\";
  private static final String ESCAPES = "ntrbf\"\\";

  private LiteralText() {}

  /**
   * The literal for a constant's content; {@code null} is the null reference, and a table is read
   * by its name.
   */
  static String of(Object content) {
    if (content instanceof Double number) {
      return ofDouble(number);
    }
    if (content instanceof Float number) {
      return ofFloat(number);
    }
    if (content instanceof Long) {
      return content + "L";
    }
    if (content instanceof Character character) {
      return ofCharacter(character);
    }
    if (content instanceof Byte) {
      return "(byte) " + content;
    }
    if (content instanceof Short) {
      return "(short) " + content;
    }
    return content instanceof String text ? ofString(text) : Objects.toString(content);
  }

  private static String ofString(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(character -> quoted.append(escaped((char) character)));
    return quoted.append('"').toString();
  }

  /** The encoding of the generated file is not known, so that it has only ASCII. */
  private static String escaped(char character) {
    int named = ESCAPED.indexOf(character);
    if (named >= 0) {
      return "\\" + ESCAPES.charAt(named);
    }
    boolean plain = character >= ' ' && character < 127;
    return plain ? String.valueOf(character) : "\\u%04x".formatted((int) character);
  }

  private static String ofDouble(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return number == 0 ? Double.toString(number) : shortest(number, false);
  }

  private static String ofFloat(float number) {
    if (Float.isNaN(number)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(number)) {
      return number > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    if (number == 0) {
      return number + "f";
    }
    String text = shortest(number, true);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "f";
  }

  /** The decimal with the fewest digits that reads back as the number. */
  private static String shortest(double number, boolean asFloat) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits <= DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      String text = layOut(rounded);
      if (asFloat ? Float.parseFloat(text) == number : Double.parseDouble(text) == number) {
        return text;
      }
    }
    throw new IllegalStateException("no decimal for " + Double.toHexString(number));
  }

  private static String layOut(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent < -4 || exponent > 9) {
      String digits = stripped.unscaledValue().toString();
      int first = digits.startsWith("-") ? 2 : 1;
      String fraction = digits.length() > first ? "." + digits.substring(first) : "";
      return digits.substring(0, first) + fraction + "e" + exponent;
    }
    String plain = stripped.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String ofCharacter(char character) {
    boolean plain = character > ' ' && character < 127 && character != '\'' && character != '\\';
    return plain ? "'" + character + "'" : "(char) " + (int) character;
  }
}
