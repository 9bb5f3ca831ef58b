package dev.cotangent.processor.random;

import java.util.Arrays;
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
  CHAR("char", "'b'"),
  SHORT("short", "(short) 2"),
  BYTE("byte", "(byte) 3"),
  BOOLEAN("boolean", "true"),

  DOUBLES("double[]", "new double[] {1, 0.5, -1}"),
  FLOATS("float[]", "new float[] {1, 0.5f, -1}"),
  INTS("int[]", "new int[] {2, 1, 3}"),
  LONGS("long[]", "new long[] {2, -1}"),
  FLAGS("boolean[]", "new boolean[] {true, false}"),
  GRID("double[][]", "new double[][] {{1, 0.5}, {-1, 2}}"),
  FLOAT_GRID("float[][]", "new float[][] {{1, 0.5f}, {2, -1}}"),

  TEXT("String", "\"b\""),
  MODE("Mode", "Mode.WAVE"),
  LIST("List<Double>", "List.of(0.5, 2.0)"),
  LOG("StringBuilder", "new StringBuilder()"),

  PAIR("Pair", "new Pair(1, 0.5)"),
  BOX("Box", "new Box(0.5)"),

  FUNCTION("DoubleUnaryOperator", "Math::sin"),
  OPERATOR("DoubleBinaryOperator", "Math::max"),
  INDEXED("IntToDoubleFunction", "Math::cos"),
  SUPPLIER("DoubleSupplier", "() -> 0.5"),
  LAW("Law", "(a, k, t) -> t"),
  ACTION("IntConsumer", "k -> {}"),
  TEST("DoublePredicate", "v -> v > 0.5"),

  /** Something that can be assigned to, of the type that the name says. */
  DOUBLE_PLACE(DOUBLE, Role.PLACE),
  FLOAT_PLACE(FLOAT, Role.PLACE),
  INT_PLACE(INT, Role.PLACE),
  LONG_PLACE(LONG, Role.PLACE),
  CHAR_PLACE(CHAR, Role.PLACE),
  SHORT_PLACE(SHORT, Role.PLACE),
  BYTE_PLACE(BYTE, Role.PLACE),
  BOOLEAN_PLACE(BOOLEAN, Role.PLACE),
  DOUBLES_PLACE(DOUBLES, Role.PLACE),
  FLOATS_PLACE(FLOATS, Role.PLACE),
  INTS_PLACE(INTS, Role.PLACE),
  GRID_PLACE(GRID, Role.PLACE),
  TEXT_PLACE(TEXT, Role.PLACE),
  PAIR_PLACE(PAIR, Role.PLACE),
  BOX_PLACE(BOX, Role.PLACE),

  /** The name of a variable, which can be evaluated twice. */
  DOUBLES_NAME(DOUBLES, Role.NAME),
  FLOATS_NAME(FLOATS, Role.NAME),
  INTS_NAME(INTS, Role.NAME),
  LONGS_NAME(LONGS, Role.NAME),
  FLAGS_NAME(FLAGS, Role.NAME),
  GRID_NAME(GRID, Role.NAME),
  FLOAT_GRID_NAME(FLOAT_GRID, Role.NAME),
  LIST_NAME(LIST, Role.NAME),
  LOG_NAME(LOG, Role.NAME),
  BOX_NAME(BOX, Role.NAME),
  FUNCTION_NAME(FUNCTION, Role.NAME),
  OPERATOR_NAME(OPERATOR, Role.NAME),
  INDEXED_NAME(INDEXED, Role.NAME),
  SUPPLIER_NAME(SUPPLIER, Role.NAME),
  LAW_NAME(LAW, Role.NAME),
  ACTION_NAME(ACTION, Role.NAME),
  TEST_NAME(TEST, Role.NAME),

  /** In a table only: any of the numeric sorts, mostly double. */
  NUMBER,

  /** A call that has an effect for all that is known. */
  NOTE,

  /** A derivative of another method. */
  SLOPE,

  /** What a record's constructor does to its components before it keeps them. */
  COMPACT,

  STATEMENT,
  BLOCK,
  MEMBER,
  UNIT;

  /** What a variable may be. */
  static final List<Sort> VALUES =
      Arrays.stream(values()).filter(sort -> sort.simplest != null).toList();

  /** What methods that others see may have as parameters. */
  static final List<Sort> PUBLIC =
      List.of(DOUBLE, FLOAT, INT, LONG, BOOLEAN, DOUBLES, FLOATS, INTS, INTS);

  private final String type;
  private final String simplest;
  private final Sort value;
  private final Role role;

  private enum Role {
    VALUE,
    PLACE,
    NAME
  }

  Sort() {
    this(null, (String) null);
  }

  Sort(String type, String simplest) {
    this.type = type;
    this.simplest = simplest;
    this.value = null;
    this.role = Role.VALUE;
  }

  Sort(Sort value, Role role) {
    this.type = value.type;
    this.simplest = null;
    this.value = value;
    this.role = role;
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
    return value == null ? this : value;
  }

  /** Whether a parameter of this sort can be differentiated. */
  boolean isFloating() {
    return isRecord() || type.matches("(double|float)(\\[])*");
  }

  /** Whether its values are functions. */
  boolean isFunction() {
    return Functional.ALL.stream().anyMatch(function -> function.sort() == this);
  }

  /** Whether its values are records. */
  boolean isRecord() {
    return this == PAIR || this == BOX;
  }

  /** Whether a piece of this sort names a variable, and nothing else can. */
  boolean isName() {
    return role == Role.NAME;
  }

  /** Whether a piece of this sort can be assigned to. */
  boolean isPlace() {
    return role == Role.PLACE;
  }
}
