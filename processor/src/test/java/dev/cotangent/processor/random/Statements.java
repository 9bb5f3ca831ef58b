package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Feature.statement;
import static dev.cotangent.processor.random.Sort.BLOCK;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOOLEAN_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.LONG_PLACE;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Statements without jumps and loops. */
final class Statements {
  private static final List<Sort> DECLARED =
      List.of(
          DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLES, DOUBLES, DOUBLES, FLOAT, FLOATS,
          INT, INT, LONG, BOOLEAN, INTS);

  static final List<Feature> FEATURES =
      List.of(
          statement(12, body -> true, Statements::declaration),
          // Values stay small in loops.
          form(6, STATEMENT, "# = Math.sin(#);", DOUBLE_PLACE, DOUBLE),
          form(6, STATEMENT, "# = #;", DOUBLE_PLACE, NUMBER),
          form(6, STATEMENT, "# += #;", DOUBLE_PLACE, NUMBER),
          form(3, STATEMENT, "# -= #;", DOUBLE_PLACE, DOUBLE),
          form(4, STATEMENT, "# *= #;", DOUBLE_PLACE, DOUBLE),
          form(2, STATEMENT, "# /= 1.5 + Math.cos(#);", DOUBLE_PLACE, NUMBER),
          form(1, STATEMENT, "# %= 1.5;", DOUBLE_PLACE),
          form(1, STATEMENT, "#++;", DOUBLE_PLACE),
          form(2, STATEMENT, "# += #;", FLOAT_PLACE, NUMBER),
          form(1, STATEMENT, "# = #;", FLOAT_PLACE, FLOAT),
          form(2, STATEMENT, "# = #;", INT_PLACE, INT),
          form(1, STATEMENT, "# += #;", INT_PLACE, NUMBER),
          form(1, STATEMENT, "#++;", INT_PLACE),
          form(1, STATEMENT, "# = #;", LONG_PLACE, LONG),
          form(1, STATEMENT, "# = #;", BOOLEAN_PLACE, BOOLEAN),
          form(3, STATEMENT, "# = #;", DOUBLES_PLACE, DOUBLES),
          form(6, STATEMENT, "if (#) {\n#\n}", BOOLEAN, BLOCK).where(Body::mayNest),
          form(4, STATEMENT, "if (#) {\n#\n} else {\n#\n}", BOOLEAN, BLOCK, BLOCK)
              .where(Body::mayNest),
          form(1, STATEMENT, "{\n#\n}", BLOCK).where(Body::mayNest));

  private Statements() {}

  private static Term declaration(Body body, int depth) {
    Sort sort = body.pick(DECLARED);
    Term value = body.term(sort == DOUBLE ? NUMBER : sort, depth);
    String name = body.fresh(String.valueOf(sort.type().charAt(0)));
    body.declare(Variable.of(name, sort));
    return Term.of(STATEMENT, sort.type() + " " + name + " = #;", value);
  }
}
