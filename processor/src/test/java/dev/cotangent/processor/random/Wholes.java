package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOOLEAN_PLACE;
import static dev.cotangent.processor.random.Sort.BYTE;
import static dev.cotangent.processor.random.Sort.CHAR;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES_NAME;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.SHORT;

import java.util.List;

/** Whole numbers and truth: no derivative, but all of Java's rules. */
final class Wholes {
  static final List<Feature> FEATURES =
      List.of(
          form(5, INT, "(# + #)", INT, INT),
          form(3, INT, "(# - #)", INT, INT),
          form(3, INT, "(# * #)", INT, INT),
          form(3, INT, "(# & 3)", INT),
          form(1, INT, "(# | #)", INT, INT),
          form(1, INT, "(# ^ #)", INT, INT),
          form(1, INT, "(# << #)", INT, INT),
          form(1, INT, "(# >> #)", INT, INT),
          form(1, INT, "(# >>> #)", INT, LONG),
          form(1, INT, "(~#)", INT),
          form(2, INT, "(# / (1 + (# & 3)))", INT, INT),
          form(2, INT, "(# % 3)", INT),
          form(3, INT, "(int) #", DOUBLE),
          form(1, INT, "(int) #", LONG),
          form(1, INT, "(byte) #", INT),
          form(1, INT, "(char) #", INT),
          form(1, INT, "(short) #", DOUBLE),
          form(1, INT, "Math.floorMod(#, 3)", INT),
          form(1, INT, "Math.max(#, #)", INT, INT),
          form(1, INT, "Math.round(#)", FLOAT),
          form(1, INT, "Double.compare(#, #)", DOUBLE, DOUBLE),
          form(2, INT, "(# ? # : #)", BOOLEAN, INT, INT),
          form(1, INT, "(# / #)", INT, INT).where(Body::isWild),
          form(1, INT, "(# % -3)", INT),
          form(1, INT, "(# * 0x10001)", INT),
          form(1, INT, "(# + Integer.MAX_VALUE)", INT),
          form(1, INT, "Integer.bitCount(#)", INT),
          form(1, INT, "Integer.compare(#, #)", INT, INT),
          form(1, INT, "Math.floorDiv(#, 2)", INT),
          form(1, INT, "(short) #", INT),
          form(1, INT, "(byte) #", DOUBLE),
          form(1, INT, "(- #)", INT),
          form(1, INT, "#", CHAR),
          form(1, INT, "#", SHORT),
          form(1, INT, "#", BYTE),
          form(1, INT, "(# >>> #)", INT, INT),
          form(2, CHAR, "(char) ('a' + (# & 3))", INT),
          form(1, CHAR, "(char) #", NUMBER),
          form(1, CHAR, "(# ? # : #)", BOOLEAN, CHAR, CHAR),
          form(1, SHORT, "(short) #", NUMBER),
          form(1, SHORT, "(short) (# & 3)", INT),
          form(1, BYTE, "(byte) #", NUMBER),
          form(1, BYTE, "(byte) (# & 3)", INT),
          form(1, LONG, "(# << #)", LONG, INT),
          form(1, LONG, "(# >> 2)", LONG),
          form(1, LONG, "(# ^ #)", LONG, INT),
          form(1, LONG, "(# % 7)", LONG),
          form(1, LONG, "(# / (2 + (# & 1)))", LONG, INT),
          form(3, LONG, "(# + #)", LONG, INT),
          form(2, LONG, "(# * #)", LONG, LONG),
          form(2, LONG, "(long) #", NUMBER),
          form(1, LONG, "Math.round(#)", DOUBLE),
          form(1, LONG, "(# >>> 1)", LONG),
          form(1, LONG, "(# ? # : #)", BOOLEAN, LONG, INT),
          form(6, BOOLEAN, "(# < #)", DOUBLE, NUMBER),
          form(3, BOOLEAN, "(# >= #)", NUMBER, NUMBER),
          form(2, BOOLEAN, "(# > #)", INT, NUMBER),
          form(2, BOOLEAN, "((# & 1) == 0)", INT),
          form(1, BOOLEAN, "(# == #)", INT, INT),
          form(1, BOOLEAN, "(# != #)", DOUBLE, NUMBER),
          form(2, BOOLEAN, "(# && #)", BOOLEAN, BOOLEAN),
          form(2, BOOLEAN, "(# || #)", BOOLEAN, BOOLEAN),
          form(1, BOOLEAN, "(# & #)", BOOLEAN, BOOLEAN),
          form(1, BOOLEAN, "(# ^ #)", BOOLEAN, BOOLEAN),
          form(1, BOOLEAN, "(# | #)", BOOLEAN, BOOLEAN),
          form(1, BOOLEAN, "(# && (# = #))", BOOLEAN, BOOLEAN_PLACE, BOOLEAN),
          form(2, BOOLEAN, "(# || # < (# += #))", BOOLEAN, DOUBLE, DOUBLE_PLACE, NUMBER),
          form(1, BOOLEAN, "(# && #++ < 3)", BOOLEAN, INT_PLACE),
          form(1, BOOLEAN, "(# == 'b')", CHAR),
          form(1, BOOLEAN, "(#)", BOOLEAN),
          form(1, BOOLEAN, "(!#)", BOOLEAN),
          form(1, BOOLEAN, "Double.isNaN(#)", DOUBLE),
          form(1, BOOLEAN, "(# == #)", DOUBLES_NAME, DOUBLES_NAME));

  private Wholes() {}
}
