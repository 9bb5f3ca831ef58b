package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOOLEAN_PLACE;
import static dev.cotangent.processor.random.Sort.BOX_PLACE;
import static dev.cotangent.processor.random.Sort.BYTE_PLACE;
import static dev.cotangent.processor.random.Sort.CHAR_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.GRID_PLACE;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS_PLACE;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.LONG_PLACE;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.PAIR;
import static dev.cotangent.processor.random.Sort.PAIR_PLACE;
import static dev.cotangent.processor.random.Sort.SHORT_PLACE;
import static dev.cotangent.processor.random.Sort.TEXT_PLACE;

import java.util.List;

/** What can be assigned to, and assignments as parts of expressions. */
final class Places {
  static final List<Feature> FEATURES =
      List.of(
          variable(3, DOUBLE_PLACE),
          variable(3, FLOAT_PLACE),
          variable(3, INT_PLACE),
          variable(1, LONG_PLACE),
          variable(1, BOOLEAN_PLACE),
          variable(1, CHAR_PLACE),
          variable(1, SHORT_PLACE),
          variable(1, BYTE_PLACE),
          variable(1, TEXT_PLACE),
          variable(1, DOUBLES_PLACE),
          variable(1, FLOATS_PLACE),
          variable(1, INTS_PLACE),
          variable(1, GRID_PLACE),
          variable(1, PAIR_PLACE),
          variable(1, BOX_PLACE),
          form(2, DOUBLE, "(# = #)", DOUBLE_PLACE, NUMBER),
          form(2, DOUBLE, "(# += #)", DOUBLE_PLACE, NUMBER),
          form(1, DOUBLE, "(# -= #)", DOUBLE_PLACE, NUMBER),
          form(1, DOUBLE, "(# *= #)", DOUBLE_PLACE, DOUBLE),
          form(1, DOUBLE, "(# /= (1.5 + Math.cos(#)))", DOUBLE_PLACE, DOUBLE),
          form(1, DOUBLE, "(#++)", DOUBLE_PLACE),
          form(1, DOUBLE, "(--#)", DOUBLE_PLACE),
          form(1, FLOAT, "(# = #)", FLOAT_PLACE, FLOAT),
          form(2, FLOAT, "(# += #)", FLOAT_PLACE, NUMBER),
          form(1, FLOAT, "(# *= #)", FLOAT_PLACE, DOUBLE),
          form(1, FLOAT, "(++#)", FLOAT_PLACE),
          form(1, INT, "(# = #)", INT_PLACE, INT),
          form(1, INT, "(# += #)", INT_PLACE, NUMBER),
          form(1, INT, "(# -= #)", INT_PLACE, INT),
          form(1, INT, "(# >>= #)", INT_PLACE, INT),
          form(2, INT, "(#++)", INT_PLACE),
          form(1, INT, "(--#)", INT_PLACE),
          form(1, LONG, "(# += #)", LONG_PLACE, NUMBER),
          form(1, LONG, "(# = #)", LONG_PLACE, LONG),
          form(1, BOOLEAN, "(# = #)", BOOLEAN_PLACE, BOOLEAN),
          form(1, BOOLEAN, "(# ^= #)", BOOLEAN_PLACE, BOOLEAN),
          form(1, BOOLEAN, "(# |= #)", BOOLEAN_PLACE, BOOLEAN),
          form(1, INT, "(#++)", CHAR_PLACE),
          form(1, INT, "(--#)", BYTE_PLACE),
          form(1, INT, "(# += #)", SHORT_PLACE, NUMBER),
          form(1, INT, "(# *= #)", BYTE_PLACE, NUMBER),
          form(1, PAIR, "(# = #)", PAIR_PLACE, PAIR),
          form(1, DOUBLES, "(# = #)", DOUBLES_PLACE, DOUBLES));

  private Places() {}

  private static Feature variable(int weight, Sort place) {
    return new Feature(
        place,
        weight,
        body -> !body.scope().assignable(place.value()).isEmpty(),
        (body, depth) -> body.pick(body.scope().assignable(place.value())).as(place));
  }
}
