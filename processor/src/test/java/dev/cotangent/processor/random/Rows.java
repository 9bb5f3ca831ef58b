package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Arrays.element;
import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BLOCK;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_NAME;
import static dev.cotangent.processor.random.Sort.DOUBLES_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOATS_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT_GRID;
import static dev.cotangent.processor.random.Sort.FLOAT_GRID_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.GRID;
import static dev.cotangent.processor.random.Sort.GRID_NAME;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Arrays of arrays: ragged, with null rows, their rows read, replaced, exchanged and shared. */
final class Rows {
  static final List<Feature> FEATURES =
      List.of(
          form(3, GRID, "new double[][] {#, #}", DOUBLES, DOUBLES),
          form(2, GRID, "new double[][] {{#, #}, {#}}", DOUBLE, NUMBER, DOUBLE),
          form(2, GRID, "new double[2][3]"),
          form(1, GRID, "new double[2][]"),
          form(1, GRID, "new double[][] {#, null}", DOUBLES),
          form(1, GRID, "#.clone()", GRID_NAME),
          form(1, GRID, "Arrays.copyOf(#, 2)", GRID_NAME),
          form(1, GRID, "(# ? # : #)", BOOLEAN, GRID, GRID),
          form(2, FLOAT_GRID, "new float[][] {#, {#, #}}", FLOATS, FLOAT, FLOAT),
          form(1, FLOAT_GRID, "new float[3][2]"),
          element(4, DOUBLES, GRID_NAME),
          element(3, FLOATS, FLOAT_GRID_NAME),
          element(3, DOUBLES_PLACE, GRID_NAME),
          element(1, FLOATS_PLACE, FLOAT_GRID_NAME),
          inner(4, DOUBLE, GRID_NAME),
          inner(4, FLOAT, FLOAT_GRID_NAME),
          inner(4, DOUBLE_PLACE, GRID_NAME),
          inner(3, FLOAT_PLACE, FLOAT_GRID_NAME),
          form(1, INT, "#.length", GRID_NAME),
          form(1, INT, "#[0].length", GRID_NAME),
          form(1, BOOLEAN, "(#[0] == #[1])", GRID_NAME, GRID_NAME),
          form(1, BOOLEAN, "(# == #[0])", DOUBLES_NAME, GRID_NAME),
          form(1, BOOLEAN, "(#[1] != null)", GRID_NAME),
          Feature.statement(2, body -> body.has(GRID_NAME), Rows::exchange),
          Feature.statement(4, body -> body.has(GRID_NAME), Rows::renewal),
          form(1, STATEMENT, "Arrays.fill(#[(# & 1)], #);", GRID_NAME, INT, DOUBLE),
          form(1, STATEMENT, "System.arraycopy(#, 0, #, 1, 1);", GRID_NAME, GRID_NAME),
          form(1, STATEMENT, "if (#[1] != null) {\n#\n}", GRID_NAME, BLOCK).where(Body::mayNest));

  private Rows() {}

  private static Feature inner(int weight, Sort sort, Sort name) {
    return new Feature(
        sort,
        weight,
        body -> body.has(name),
        (body, depth) -> {
          Term rows = body.term(name, 0);
          Term column = Term.of(INT, "(# & 1)", body.term(INT, depth - 1));
          return Term.of(sort, "#[#][#]", rows, Arrays.index(body, rows.text(), depth), column);
        });
  }

  /** A row is written and read, and another one takes its place. */
  private static Term renewal(Body body, int depth) {
    Term rows = body.term(GRID_NAME, 0);
    // The second row is the one that the result is made of.
    Term index = body.below(2) == 0 ? Term.of(INT, "1") : Arrays.index(body, rows.text(), depth);
    Term row = Term.of(DOUBLES, "#[#]", rows, index);
    Term first = body.leaf(DOUBLE);
    Term read = Term.of(DOUBLE, "(#[0] + #)", row, body.leaf(DOUBLE));
    String text = "#[0] *= #;\n# = new double[] {#, #};";
    return Term.of(STATEMENT, text, row, first, row, read, body.term(DOUBLE, depth - 1));
  }

  private static Term exchange(Body body, int depth) {
    Term rows = body.term(GRID_NAME, 0);
    String row = body.scope().fresh("row");
    Term from = Arrays.index(body, rows.text(), depth);
    String text = "double[] " + row + " = #[#];\n#[0] = #[1];\n#[1] = " + row + ";";
    return Term.of(STATEMENT, text, rows, from, rows, rows, rows);
  }
}
