package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Feature.statement;
import static dev.cotangent.processor.random.Sort.ACTION;
import static dev.cotangent.processor.random.Sort.BLOCK;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOOLEAN_PLACE;
import static dev.cotangent.processor.random.Sort.BOX;
import static dev.cotangent.processor.random.Sort.BYTE;
import static dev.cotangent.processor.random.Sort.BYTE_PLACE;
import static dev.cotangent.processor.random.Sort.CHAR;
import static dev.cotangent.processor.random.Sort.CHAR_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_PLACE;
import static dev.cotangent.processor.random.Sort.DOUBLE_PLACE;
import static dev.cotangent.processor.random.Sort.FLAGS;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOATS_PLACE;
import static dev.cotangent.processor.random.Sort.FLOAT_GRID;
import static dev.cotangent.processor.random.Sort.FLOAT_PLACE;
import static dev.cotangent.processor.random.Sort.FUNCTION;
import static dev.cotangent.processor.random.Sort.GRID;
import static dev.cotangent.processor.random.Sort.GRID_PLACE;
import static dev.cotangent.processor.random.Sort.INDEXED;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.INTS_PLACE;
import static dev.cotangent.processor.random.Sort.INT_PLACE;
import static dev.cotangent.processor.random.Sort.LAW;
import static dev.cotangent.processor.random.Sort.LIST;
import static dev.cotangent.processor.random.Sort.LOG;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.LONGS;
import static dev.cotangent.processor.random.Sort.LONG_PLACE;
import static dev.cotangent.processor.random.Sort.MODE;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.OPERATOR;
import static dev.cotangent.processor.random.Sort.PAIR;
import static dev.cotangent.processor.random.Sort.SHORT;
import static dev.cotangent.processor.random.Sort.SHORT_PLACE;
import static dev.cotangent.processor.random.Sort.STATEMENT;
import static dev.cotangent.processor.random.Sort.SUPPLIER;
import static dev.cotangent.processor.random.Sort.TEXT;
import static dev.cotangent.processor.random.Sort.TEXT_PLACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Statements without jumps and loops. */
final class Statements {
  private static final List<Sort> DECLARED =
      List.of(
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLES,
          DOUBLES,
          DOUBLES,
          FLOAT,
          FLOAT,
          FLOATS,
          INT,
          INT,
          LONG,
          BOOLEAN,
          INTS,
          LONGS,
          FLAGS,
          CHAR,
          SHORT,
          BYTE,
          GRID,
          GRID,
          FLOAT_GRID,
          TEXT,
          MODE,
          PAIR,
          PAIR,
          BOX,
          BOX,
          FUNCTION,
          OPERATOR,
          INDEXED,
          SUPPLIER,
          LAW,
          ACTION,
          LIST,
          LOG);

  /** The sorts whose pieces are of just that Java type. */
  private static final List<Sort> INFERRED = List.of(DOUBLE, FLOAT, DOUBLES, GRID, PAIR, BOX, TEXT);

  /** The sorts whose variables are never written to again: objects, and what must be known. */
  private static final List<Sort> KEPT =
      Stream.concat(Functional.ALL.stream().map(Functional::sort), Stream.of(LOG, LIST)).toList();

  static final List<Feature> FEATURES =
      List.of(
          statement(14, body -> true, Statements::declaration),
          // Values stay small in loops.
          form(6, STATEMENT, "# = Math.sin(#);", DOUBLE_PLACE, DOUBLE),
          form(6, STATEMENT, "# = #;", DOUBLE_PLACE, NUMBER),
          form(6, STATEMENT, "# += #;", DOUBLE_PLACE, NUMBER),
          form(3, STATEMENT, "# -= #;", DOUBLE_PLACE, DOUBLE),
          // What is squared again and again would overflow.
          form(4, STATEMENT, "# *= #;", DOUBLE_PLACE, DOUBLE).where(body -> body.loops() < 2),
          form(4, STATEMENT, "# *= Math.cos(#);", DOUBLE_PLACE, DOUBLE)
              .where(body -> body.loops() >= 2),
          form(2, STATEMENT, "# /= 1.5 + Math.cos(#);", DOUBLE_PLACE, NUMBER),
          form(1, STATEMENT, "# %= 1.5;", DOUBLE_PLACE),
          form(1, STATEMENT, "#++;", DOUBLE_PLACE),
          form(1, STATEMENT, "# = # = #;", DOUBLE_PLACE, DOUBLE_PLACE, DOUBLE),
          form(2, STATEMENT, "# += #;", FLOAT_PLACE, NUMBER),
          form(1, STATEMENT, "# *= #;", FLOAT_PLACE, DOUBLE),
          form(1, STATEMENT, "# = #;", FLOAT_PLACE, FLOAT),
          form(2, STATEMENT, "# = #;", INT_PLACE, INT),
          form(1, STATEMENT, "# += #;", INT_PLACE, NUMBER),
          form(1, STATEMENT, "# <<= #;", INT_PLACE, INT),
          form(1, STATEMENT, "# &= #;", INT_PLACE, INT),
          form(1, STATEMENT, "# %= 3;", INT_PLACE),
          form(1, STATEMENT, "# /= 1 + (# & 3);", INT_PLACE, INT),
          form(1, STATEMENT, "#++;", INT_PLACE),
          form(1, STATEMENT, "# = #;", LONG_PLACE, LONG),
          form(1, STATEMENT, "# >>>= #;", LONG_PLACE, INT),
          form(1, STATEMENT, "# += #;", CHAR_PLACE, INT),
          form(1, STATEMENT, "# = #;", CHAR_PLACE, CHAR),
          form(1, STATEMENT, "# -= #;", SHORT_PLACE, NUMBER),
          form(1, STATEMENT, "# = #;", BYTE_PLACE, BYTE),
          form(1, STATEMENT, "# = #;", BOOLEAN_PLACE, BOOLEAN),
          form(1, STATEMENT, "# &= #;", BOOLEAN_PLACE, BOOLEAN),
          form(1, STATEMENT, "# = #;", TEXT_PLACE, TEXT),
          form(3, STATEMENT, "# = #;", DOUBLES_PLACE, DOUBLES),
          form(1, STATEMENT, "# = #;", FLOATS_PLACE, FLOATS),
          form(1, STATEMENT, "# = #;", INTS_PLACE, INTS),
          form(1, STATEMENT, "# = #;", GRID_PLACE, GRID),
          statement(2, Body::mayNest, Statements::deferred),
          statement(1, body -> body.has(DOUBLE_PLACE), Statements::bounded),
          form(6, STATEMENT, "if (#) {\n#\n}", BOOLEAN, BLOCK).where(Body::mayNest),
          form(4, STATEMENT, "if (#) {\n#\n} else {\n#\n}", BOOLEAN, BLOCK, BLOCK)
              .where(Body::mayNest),
          form(
              1,
              STATEMENT,
              "if (#) # += #; else # -= #;",
              BOOLEAN,
              DOUBLE_PLACE,
              DOUBLE,
              DOUBLE_PLACE,
              DOUBLE),
          form(
                  1,
                  STATEMENT,
                  "if (#) {\n#\n} else if (#) {\n#\n} else {\n;\n}",
                  BOOLEAN,
                  BLOCK,
                  BOOLEAN,
                  BLOCK)
              .where(Body::mayNest),
          statement(1, Body::mayNest, Statements::elseIfs),
          form(1, STATEMENT, "{\n#\n}", BLOCK).where(Body::mayNest));

  private Statements() {}

  private static Term declaration(Body body, int depth) {
    Sort sort = body.pick(DECLARED.stream().filter(body::knows).toList());
    boolean constant = KEPT.contains(sort) || body.below(4) == 0;
    boolean inferred = INFERRED.contains(sort) && body.below(5) == 0;
    String word = sort.name().toLowerCase(Locale.ROOT);
    String start = sort.type().matches("[a-z].*") ? word.substring(0, 1) : word;
    boolean odd = body.below(12) == 0;
    String name = odd ? body.scope().odd(start, body.below(100)) : body.scope().fresh(start);
    Term value = body.term(sort == DOUBLE && !inferred ? NUMBER : sort, depth);
    Variable variable = constant ? Variable.constant(name, sort) : Variable.of(name, sort);
    body.scope().declare(variable);
    // Javac cannot infer the type of every switch.
    boolean told = !inferred || value.print().contains("switch");
    String text = !told ? "var " + name : variable.declaration();
    return Term.of(STATEMENT, text + " = #;", value);
  }

  /** Many branches, of which one or none is taken. */
  private static Term elseIfs(Body body, int unused) {
    List<Term> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int count = 3 + body.below(3);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "if (#) {\n#\n}" : " else if (#) {\n#\n}");
      parts.add(body.leaf(BOOLEAN));
      parts.add(body.block(0));
    }
    if (body.below(2) == 0) {
      text.append(" else {\n#\n}");
      parts.add(body.block(0));
    }
    return new Term(STATEMENT, text.toString(), parts);
  }

  /** A value that may overflow, of which then a bound is taken. */
  private static Term bounded(Body body, int depth) {
    String name = body.scope().fresh("e");
    Term steep = body.term(DOUBLE, depth - 1);
    Term place = body.term(DOUBLE_PLACE, depth - 1);
    String text = "double " + name + " = Math.exp(800 * #);\n# += ";
    return Term.of(STATEMENT, text + name + " > 10 ? 10 : " + name + ";", steep, place);
  }

  /** A variable that gets its value in both branches, and a second one beside it. */
  private static Term deferred(Body body, int depth) {
    String name = body.scope().fresh("d");
    String other = body.scope().fresh("d");
    Term condition = body.term(BOOLEAN, depth - 1);
    Term first = body.term(NUMBER, depth - 1);
    Term then =
        body.block(
            depth - 1, () -> Term.of(STATEMENT, name + " = #;", body.term(NUMBER, depth - 1)));
    Term otherwise = body.term(DOUBLE, depth - 1);
    body.scope().declare(Variable.of(name, DOUBLE));
    body.scope().declare(Variable.of(other, DOUBLE));
    String text = "double " + name + ", " + other + " = #;\nif (#) {\n#\n} else {\n" + name;
    return Term.of(STATEMENT, text + " = #;\n}", first, condition, then, otherwise);
  }
}
