package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.statement;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;

/** Ways out of the ordinary, always behind a condition so that what follows can be reached. */
final class Exits {
  static final List<Feature> FEATURES =
      List.of(
          statement(2, body -> body.mayNest(), Exits::earlyReturn),
          statement(3, Body::inLoop, (body, depth) -> exit(body, depth, "break;")),
          statement(3, Body::inLoop, (body, depth) -> exit(body, depth, "continue;")),
          statement(2, Body::inLoop, Exits::labelled),
          statement(1, Body::mayNest, Exits::block));

  private Exits() {}

  private static Term earlyReturn(Body body, int depth) {
    Term condition = body.term(BOOLEAN, depth - 1);
    Term before = body.block(0);
    if (body.result() == null) {
      return Term.of(STATEMENT, "if (#) {\n#\nreturn;\n}", condition, before);
    }
    Term value = body.term(body.result(), depth - 1);
    return Term.of(STATEMENT, "if (#) {\n#\nreturn #;\n}", condition, before, value);
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
    return exit(body, depth, jump + body.pick(body.labels()) + ";");
  }

  /** A labelled block that is left early. */
  private static Term block(Body body, int depth) {
    String label = body.fresh("block");
    return body.scoped(
        () -> {
          Term first = Term.block(body.statements(1, depth - 1));
          Term exit = exit(body, depth, "break " + label + ";");
          Term rest = Term.block(body.statements(1, depth - 1));
          return Term.of(STATEMENT, label + ":\n{\n#\n#\n#\n}", first, exit, rest);
        });
  }
}
