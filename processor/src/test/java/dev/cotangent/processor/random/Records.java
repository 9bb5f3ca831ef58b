package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOX;
import static dev.cotangent.processor.random.Sort.BOX_NAME;
import static dev.cotangent.processor.random.Sort.BOX_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.PAIR;
import static dev.cotangent.processor.random.Sort.PAIR_PLACE;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Values of the records that {@link Members} declares: made, read, and asked their methods. */
final class Records {
  static final List<Feature> FEATURES =
      List.of(
          form(5, PAIR, "new Pair(#, #)", DOUBLE, NUMBER),
          form(2, PAIR, "Pair.of(#)", DOUBLE),
          form(2, PAIR, "#.plus(#)", PAIR, PAIR),
          form(2, PAIR, "#.scaled(#)", PAIR, DOUBLE),
          form(2, PAIR, "(# ? # : #)", BOOLEAN, PAIR, PAIR),
          form(1, PAIR, "UNIT"),
          form(2, PAIR, "#.corner()", BOX),
          form(3, DOUBLE, "#.first()", PAIR),
          form(2, DOUBLE, "#.second", PAIR),
          form(2, DOUBLE, "#.norm()", PAIR),
          form(3, BOX, "new Box(#, #, #, #)", PAIR, DOUBLES, INT, FLOAT),
          form(2, BOX, "new Box(#)", DOUBLE),
          form(2, BOX, "#.moved(#)", BOX, DOUBLE),
          form(1, BOX, "(# ? # : #)", BOOLEAN, BOX, BOX),
          form(2, DOUBLES, "#.data()", BOX),
          form(1, INT, "#.count()", BOX),
          form(1, FLOAT, "#.scale", BOX),
          form(3, DOUBLE, "#.total()", BOX),
          form(2, DOUBLE_PLACE, "#.data()[(# & 1)]", BOX_NAME, INT),
          form(2, STATEMENT, "#.spread(#);", BOX_NAME, DOUBLE),
          form(3, STATEMENT, "# = #;", PAIR_PLACE, PAIR),
          form(2, STATEMENT, "# = #;", BOX_PLACE, BOX));

  private Records() {}
}
