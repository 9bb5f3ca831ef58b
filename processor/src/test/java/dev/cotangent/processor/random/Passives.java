package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.CHAR;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.LIST;
import static dev.cotangent.processor.random.Sort.LIST_NAME;
import static dev.cotangent.processor.random.Sort.LOG_NAME;
import static dev.cotangent.processor.random.Sort.MODE;
import static dev.cotangent.processor.random.Sort.NOTE;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.STATEMENT;
import static dev.cotangent.processor.random.Sort.TEXT;
import static dev.cotangent.processor.random.Sort.TEXT_PLACE;

import java.util.List;

/**
 * What has no derivative, or a declared one: text, enums, lists, logs, constants of the class, and
 * methods of {@link Outside}.
 */
final class Passives {
  static final List<Feature> FEATURES =
      List.of(
          form(2, TEXT, "(# + #)", TEXT, INT),
          form(2, TEXT, "(# + #)", TEXT, TEXT),
          form(1, TEXT, "String.valueOf(#)", CHAR),
          form(1, TEXT, "(# ? # : #)", BOOLEAN, TEXT, TEXT),
          form(1, TEXT, "#.name()", MODE),
          form(1, INT, "#.length()", TEXT),
          form(1, BOOLEAN, "#.equals(#)", TEXT, TEXT),
          form(1, BOOLEAN, "#.isEmpty()", TEXT),
          form(1, CHAR, "#.charAt(#)", TEXT, INT),
          form(1, STATEMENT, "# += #;", TEXT_PLACE, CHAR),
          form(1, STATEMENT, "#.append(#).append(#);", LOG_NAME, DOUBLE, TEXT),
          form(1, MODE, "(# ? # : #)", BOOLEAN, MODE, MODE),
          form(1, MODE, "Mode.values()[(# & 1)]", INT),
          form(1, INT, "#.ordinal()", MODE),
          form(1, BOOLEAN, "(# == #)", MODE, MODE),
          form(2, DOUBLE, "#.factor", MODE),
          form(1, DOUBLE, "#.times(#)", MODE, INT),
          form(2, DOUBLE, "(#.get((# & 1)) + 0.0)", LIST_NAME, INT),
          form(1, INT, "#.size()", LIST_NAME),
          form(1, LIST, "List.of((double) #, 0.5)", INT),
          form(1, DOUBLE, "SERIES[(# & 3)]", INT),
          form(1, DOUBLE, "SCALE"),
          form(1, INT, "ORDER[(# & 1)]", INT),
          form(1, INT, "LEVEL"),
          form(2, DOUBLE, "Outside.curve(#, #)", DOUBLE, DOUBLE),
          form(1, DOUBLE, "Outside.curve(#, 0x1p40 + 3_000_000_000L)", DOUBLE),
          form(1, DOUBLE, "Outside.curve(4_611_686_018_427_387_904L * 1e-19, #)", NUMBER),
          form(1, DOUBLE, "Outside.power(#, (# & 3))", DOUBLE, INT),
          form(1, DOUBLE, "Outside.dot(#, #)", DOUBLES, DOUBLES),
          form(1, FLOAT, "Outside.half(#)", FLOAT),
          form(1, DOUBLE, "Outside.table(#)", INT).where(body -> !body.knows(NOTE)),
          form(1, DOUBLE, "Outside.stair(#)", DOUBLE),
          form(12, STATEMENT, "#;", NOTE),
          form(1, NOTE, "Outside.note(#)", DOUBLE),
          form(1, DOUBLE, "Passive.value(Math.floor(4 * Math.tanh(#)))", DOUBLE));

  private Passives() {}
}
