package dev.cotangent.sample;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of the data: its name and, where the header tells it, its unit.
 *
 * @param name the name without the unit
 * @param unit the unit, or empty when it is not known
 */
record Column(String name, String unit) {
  /** The unit of pure numbers. */
  static final String DIMENSIONLESS = "dimensionless";

  private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[\\[(]([^\\[\\]()]+)[])]");

  /** Reads a header such as {@code height [cm]}, {@code height (cm)} or just {@code height}. */
  static Column parse(String header) {
    Matcher matcher = WITH_UNIT.matcher(header.strip());
    return matcher.matches()
        ? new Column(matcher.group(1), matcher.group(2).strip())
        : new Column(header.strip(), "");
  }

  /** How an axis is labelled. */
  String label() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** How an axis is labelled on which the numbers are divided by a factor, such as 10⁶. */
  String label(String factor) {
    if (factor.isEmpty()) {
      return label();
    }
    boolean bare = unit.isEmpty() || unit.equals(DIMENSIONLESS);
    return name + " (" + factor + (bare ? "" : " " + unit) + ")";
  }

  /** The unit of the squares of this column's values, in brackets, for the axis of the cost. */
  String squaredUnit() {
    if (unit.equals(DIMENSIONLESS)) {
      return "(" + unit + ")";
    }
    if (unit.isEmpty()) {
      return "(square of the unit of " + name + ")";
    }
    boolean simple = unit.chars().allMatch(Character::isLetter);
    return simple ? "(" + unit + "²)" : "(" + unit + ")²";
  }
}
