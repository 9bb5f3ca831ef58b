package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOOLEAN_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_NAME;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLAGS;
import static dev.cotangent.processor.random.Sort.FLAGS_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOATS_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.INTS_NAME;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.LONGS;
import static dev.cotangent.processor.random.Sort.LONGS_NAME;
import static dev.cotangent.processor.random.Sort.LONG_PLACE;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Arrays: made, copied, chosen among, read and written. Indices are mostly, not always, valid. */
final class Arrays {
  static final List<Feature> FEATURES =
      List.of(
          form(3, DOUBLES, "#.clone()", DOUBLES_NAME),
          form(1, DOUBLES, "(#).clone()", DOUBLES),
          form(3, DOUBLES, "new double[] {#, #, #}", NUMBER, DOUBLE, DOUBLE),
          form(2, DOUBLES, "new double[3]"),
          form(1, DOUBLES, "new double[2 + (# & 1)]", INT),
          form(3, DOUBLES, "(# ? # : #)", BOOLEAN, DOUBLES, DOUBLES),
          form(2, FLOATS, "#.clone()", FLOATS_NAME),
          form(2, FLOATS, "new float[] {#, #, #}", FLOAT, FLOAT, FLOAT),
          form(1, FLOATS, "new float[3]"),
          form(2, INTS, "#.clone()", INTS_NAME),
          form(2, INTS, "new int[] {#, #, #}", INT, INT, INT),
          form(1, INTS, "new int[2 + (# & 1)]", INT),
          form(1, INTS, "Arrays.copyOf(#, 3)", INTS_NAME),
          form(1, FLOATS, "Arrays.copyOf(#, 2 + (# & 1))", FLOATS, INT),
          form(2, DOUBLES, "Arrays.copyOf(#, 2 + (# & 3))", DOUBLES, INT),
          form(1, DOUBLES, "Arrays.copyOfRange(#, (# & 1), 3)", DOUBLES, INT),
          form(2, LONGS, "new long[] {#, #}", LONG, INT),
          form(1, LONGS, "new long[2]"),
          form(1, LONGS, "#.clone()", LONGS_NAME),
          form(2, FLAGS, "new boolean[] {#, #, #}", BOOLEAN, BOOLEAN, BOOLEAN),
          form(1, FLAGS, "new boolean[3]"),
          form(1, INT, "#.length", DOUBLES_NAME),
          form(1, INT, "#.length", FLOATS_NAME),
          form(2, STATEMENT, "Arrays.fill(#, #);", DOUBLES_NAME, NUMBER),
          form(1, STATEMENT, "Arrays.fill(#, 1, 2, #);", DOUBLES_NAME, DOUBLE),
          form(1, STATEMENT, "Arrays.fill(#, #);", FLOATS_NAME, FLOAT),
          form(1, STATEMENT, "Arrays.fill(#, #);", FLAGS_NAME, BOOLEAN),
          form(2, STATEMENT, "System.arraycopy(#, 0, #, 1, 1);", DOUBLES, DOUBLES_NAME),
          form(1, STATEMENT, "System.arraycopy(#, (# & 1), #, 0, 1);", DOUBLES, INT, DOUBLES_NAME),
          form(1, STATEMENT, "System.arraycopy(#, 0, #, 0, 2);", FLOATS, FLOATS_NAME),
          form(1, STATEMENT, "System.arraycopy(#, 0, #, 1, 1);", INTS, INTS_NAME),
          form(2, DOUBLE, "(#)[(# & 1)]", DOUBLES, INT),
          element(12, DOUBLE, DOUBLES_NAME),
          element(5, FLOAT, FLOATS_NAME),
          element(4, INT, INTS_NAME),
          element(2, LONG, LONGS_NAME),
          element(3, BOOLEAN, FLAGS_NAME),
          element(4, DOUBLE_PLACE, DOUBLES_NAME),
          element(4, FLOAT_PLACE, FLOATS_NAME),
          element(1, INT_PLACE, INTS_NAME),
          element(1, LONG_PLACE, LONGS_NAME),
          element(1, BOOLEAN_PLACE, FLAGS_NAME));

  private Arrays() {}

  /** An element of an array that a name stands for. */
  static Feature element(int weight, Sort sort, Sort name) {
    return new Feature(
        sort,
        weight,
        body -> body.has(name),
        (body, depth) -> {
          Term array = body.term(name, 0);
          return Term.of(sort, "#[#]", array, index(body, array.text(), depth));
        });
  }

  /** Something that mostly is an index of an array. */
  static Term index(Body body, String array, int depth) {
    List<Variable> sure = body.scope().indicesOf(array);
    if (!sure.isEmpty() && body.below(4) > 0) {
      return body.pick(sure).as(INT);
    }
    int chance = body.below(20);
    if (chance < 8) {
      return Term.of(INT, "(# & 1)", body.term(INT, depth - 1));
    }
    if (chance < 14) {
      return Term.of(INT, "Math.floorMod(#, " + array + ".length)", body.term(INT, depth - 1));
    }
    return chance < 19 ? Term.of(INT, String.valueOf(body.below(2))) : body.term(INT, depth - 1);
  }
}
