package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_NAME;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOATS_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.INTS_NAME;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.NUMBER;

import java.util.List;

/** Arrays: made, copied, chosen among, read and written. Indices are mostly, not always, valid. */
final class Arrays {
  static final List<Feature> FEATURES =
      List.of(
          form(3, DOUBLES, "#.clone()", DOUBLES_NAME),
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
          form(1, INT, "#.length", DOUBLES_NAME),
          form(1, INT, "#.length", FLOATS_NAME),
          element(12, DOUBLE, DOUBLES_NAME),
          element(5, FLOAT, FLOATS_NAME),
          element(4, INT, INTS_NAME),
          element(4, DOUBLE_PLACE, DOUBLES_NAME),
          element(4, FLOAT_PLACE, FLOATS_NAME),
          element(1, INT_PLACE, INTS_NAME));

  private Arrays() {}

  private static Feature element(int weight, Sort sort, Sort name) {
    return new Feature(
        sort,
        weight,
        body -> body.has(name),
        (body, depth) -> {
          Term array = body.term(name, 0);
          return Term.of(sort, "#[#]", array, index(body, array.text(), depth));
        });
  }

  private static Term index(Body body, String array, int depth) {
    List<Variable> sure = body.indicesOf(array);
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
