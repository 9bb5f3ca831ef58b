package dev.cotangent.processor.random;

import java.util.List;

/**
 * What a piece of a generated program is. Pieces of one sort may stand for each other, which is
 * what makes every program well typed, and what shrinking goes by.
 */
enum Sort {
  DOUBLE("double", "1.5"),
  FLOAT("float", "0.5f"),
  INT("int", "1"),
  LONG("long", "2L"),
  BOOLEAN("boolean", "true"),
  DOUBLES("double[]", "new double[] {1, 0.5, -1}"),
  FLOATS("float[]", "new float[] {1, 0.5f, -1}"),
  INTS("int[]", "new int[] {2, 1, 3}"),

  /** Something that can be assigned to, of the type that the name says. */
  DOUBLE_PLACE("double", null),
  FLOAT_PLACE("float", null),
  INT_PLACE("int", null),
  LONG_PLACE("long", null),
  BOOLEAN_PLACE("boolean", null),
  DOUBLES_PLACE("double[]", null),

  /** The name of an array, whose length can be asked twice. */
  DOUBLES_NAME("double[]", null),
  FLOATS_NAME("float[]", null),
  INTS_NAME("int[]", null),

  /** In a table only: any of the numeric sorts, mostly double. */
  NUMBER(null, null),

  STATEMENT(null, null),
  BLOCK(null, null),
  MEMBER(null, null),
  UNIT(null, null);

  /** What a variable may be. */
  static final List<Sort> VALUES =
      List.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN, DOUBLES, FLOATS, INTS);

  private final String type;
  private final String simplest;

  Sort(String type, String simplest) {
    this.type = type;
    this.simplest = simplest;
  }

  /** The Java type. */
  String type() {
    return type;
  }

  /** The text of the simplest piece of this sort; null if there is none. */
  String simplest() {
    return simplest;
  }

  /** The sort of the value behind a place or a name; itself for the others. */
  Sort value() {
    return switch (this) {
      case DOUBLE_PLACE -> DOUBLE;
      case FLOAT_PLACE -> FLOAT;
      case INT_PLACE -> INT;
      case LONG_PLACE -> LONG;
      case BOOLEAN_PLACE -> BOOLEAN;
      case DOUBLES_PLACE, DOUBLES_NAME -> DOUBLES;
      case FLOATS_NAME -> FLOATS;
      case INTS_NAME -> INTS;
      default -> this;
    };
  }

  /** Whether a piece of this sort names a variable, and nothing else can. */
  boolean isName() {
    return this == DOUBLES_NAME || this == FLOATS_NAME || this == INTS_NAME;
  }

  /** Whether a piece of this sort can be assigned to. */
  boolean isPlace() {
    return value() != this && !isName();
  }
}
