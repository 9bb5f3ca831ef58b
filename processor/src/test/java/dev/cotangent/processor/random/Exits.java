package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Feature.statement;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.LOG_NAME;
import static dev.cotangent.processor.random.Sort.NUMBER;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Ways out of the ordinary, always behind a condition so that what follows can be reached. */
final class Exits {
  static final List<Feature> FEATURES =
      List.of(
          statement(2, body -> body.mayNest() && body.frame().returns(), Exits::earlyReturn),
          statement(2, body -> body.mayNest() && body.frame().yields() != null, Exits::yielding),
          statement(
              3,
              body -> body.frame().inLoop() || body.frame().inSwitch(),
              (body, depth) -> exit(body, depth, "break;")),
          statement(
              3, body -> body.frame().inLoop(), (body, depth) -> exit(body, depth, "continue;")),
          statement(2, body -> body.frame().inLoop(), Exits::labelled),
          statement(1, Body::mayNest, Exits::block),
          thrown("if (# && #) {\nthrow new IllegalStateException(\"at \" + #);\n}", NUMBER),
          thrown("if (# && #) throw new ArithmeticException();"),
          thrown("if (# && #) {\nthrow new IndexOutOfBoundsException(#);\n}", INT),
          thrown("if (# && #) throw new IllegalArgumentException(#.toString());", LOG_NAME),
          thrown("assert # || # : \"found \" + #;", DOUBLE),
          thrown("assert # || #;"));

  private Exits() {}

  /** Two conditions, so that most calls come past. */
  private static Feature thrown(String text, Sort... more) {
    Sort[] holes = new Sort[more.length + 2];
    holes[0] = BOOLEAN;
    holes[1] = BOOLEAN;
    System.arraycopy(more, 0, holes, 2, more.length);
    return form(1, STATEMENT, text, holes);
  }

  private static Term earlyReturn(Body body, int depth) {
    return leaving(body, depth, "return", body.frame().result());
  }

  private static Term yielding(Body body, int depth) {
    return leaving(body, depth, "yield", body.frame().yields());
  }

  private static Term leaving(Body body, int depth, String how, Sort result) {
    Term condition = body.term(BOOLEAN, depth - 1);
    Term inside =
        body.block(
            0,
            () -> {
              if (result == null) {
                return Term.of(STATEMENT, how + ";");
              }
              String name = body.scope().fresh("y");
              Term value = body.term(result, depth - 1);
              return Term.of(STATEMENT, how(how, result, value, name), value);
            });
    return Term.of(STATEMENT, "if (#) {\n#\n}", condition, inside);
  }

  /** Javac takes {@code yield (…)} for a call if there are braces between the parentheses. */
  static String how(String how, Sort result, Term value, String name) {
    if (how.equals("yield") && value.print().startsWith("(")) {
      return result.type() + ' ' + name + " = #;\nyield " + name + ';';
    }
    return how + " #;";
  }

  private static Term exit(Body body, int depth, String jump) {
    Term condition = body.term(BOOLEAN, depth - 1);
    if (body.below(2) == 0) {
      return Term.of(STATEMENT, "if (#) {\n" + jump + "\n}", condition);
    }
    return Term.of(STATEMENT, "if (#) {\n#\n" + jump + "\n}", condition, body.block(0));
  }

  private static Term labelled(Body body, int depth) {
    String jump = body.pick(List.of("break ", "continue "));
    return exit(body, depth, jump + body.pick(body.frame().loops()) + ";");
  }

  /** A labelled block that is left early. */
  private static Term block(Body body, int depth) {
    String label = body.scope().fresh("block");
    return body.scoped(
        () -> {
          Term first = Term.block(body.statements(1, depth - 1));
          Term exit = exit(body, depth, "break " + label + ";");
          Term rest = Term.block(body.statements(1, depth - 1));
          return Term.of(STATEMENT, label + ":\n{\n#\n#\n#\n}", first, exit, rest);
        });
  }
}
