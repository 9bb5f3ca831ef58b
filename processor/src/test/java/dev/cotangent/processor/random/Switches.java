package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code switch}, old and with arrows, as a statement and as an expression, over what it can. */
final class Switches {
  /**
   * What may be switched over.
   *
   * @param text the selector, with a hole
   * @param labels what a case may be
   */
  private record Selector(Sort sort, String text, List<String> labels) {}

  /** So many that Java jumps by a table. */
  private static final List<String> MANY =
      IntStream.range(0, 30).mapToObj(String::valueOf).toList();

  private static final List<Selector> SELECTORS =
      List.of(
          new Selector(Sort.INT, "# & 3", List.of("0", "1", "2", "3")),
          new Selector(Sort.INT, "# % 5", List.of("-1", "0", "1 + 1", "LEVEL")),
          new Selector(Sort.INT, "Math.floorMod(#, 30)", MANY),
          new Selector(Sort.CHAR, "#", List.of("'a'", "'b'", "'c'", "2")),
          new Selector(Sort.SHORT, "#", List.of("0", "1", "2")),
          new Selector(Sort.BYTE, "#", List.of("0", "1", "3", "-1")),
          new Selector(Sort.TEXT, "#", List.of("\"a\"", "\"b\"", "\"ab\"", "\"\"")),
          new Selector(Sort.MODE, "#", List.of("LINE", "WAVE", "FLAT")));

  private static final List<Sort> RESULTS =
      List.of(Sort.DOUBLE, Sort.INT, Sort.FLOAT, Sort.BOOLEAN, Sort.DOUBLES, Sort.PAIR);

  static final List<Feature> FEATURES =
      Stream.concat(
              Stream.of(
                  Feature.statement(4, Body::mayNest, Switches::old),
                  Feature.statement(3, Body::mayNest, Switches::arrows)),
              RESULTS.stream().map(Switches::expression))
          .toList();

  private Switches() {}

  private static Feature expression(Sort result) {
    return new Feature(
        result,
        2,
        body -> body.mayNest() && body.knows(result),
        (body, depth) ->
            new Cases(body, result, depth)
                .write(body.below(3) == 0 ? Cases.Form.OLD_EXPRESSION : Cases.Form.EXPRESSION));
  }

  private static Term old(Body body, int depth) {
    return new Cases(body, STATEMENT, depth).write(Cases.Form.OLD);
  }

  private static Term arrows(Body body, int depth) {
    return new Cases(body, STATEMENT, depth).write(Cases.Form.ARROWS);
  }

  /** One {@code switch} while it is written. */
  private static final class Cases {
    private final Body body;
    private final Sort result;
    private int depth;
    private boolean given;
    private final StringBuilder text = new StringBuilder();
    private final List<Term> parts = new ArrayList<>();

    private enum Form {
      OLD,
      ARROWS,
      OLD_EXPRESSION,
      EXPRESSION;

      boolean isOld() {
        return this == OLD || this == OLD_EXPRESSION;
      }

      boolean isExpression() {
        return this == OLD_EXPRESSION || this == EXPRESSION;
      }
    }

    Cases(Body body, Sort result, int depth) {
      this.body = body;
      this.result = result;
      this.depth = depth;
    }

    Term write(Form form) {
      Selector selector = body.pick(SELECTORS.stream().filter(s -> body.knows(s.sort())).toList());
      parts.add(body.term(selector.sort(), depth - 1));
      // Many cases are short ones.
      depth = selector.labels() == MANY ? 1 : depth;
      text.append(form.isExpression() ? "(" : "");
      text.append("switch (").append(selector.text()).append(") {\n");
      Frame frame = form.isExpression() ? Frame.expression(result) : body.frame().switching();
      body.framed(frame, () -> cases(form, selector));
      text.append(form.isExpression() ? "})" : "}");
      return new Term(result, text.toString(), parts);
    }

    private Void cases(Form form, Selector selector) {
      List<List<String>> groups = groups(selector.labels());
      if (form.isExpression() || body.below(4) > 0) {
        groups.add(body.below(groups.size() + 1), List.of());
      }
      for (int i = 0; i < groups.size(); i++) {
        group(form, groups.get(i), i == groups.size() - 1);
      }
      return null;
    }

    /** The labels that are used, in some order, some together. */
    private List<List<String>> groups(List<String> labels) {
      List<String> shuffled = new ArrayList<>(labels);
      Collections.shuffle(shuffled, new Random(body.below(1000)));
      List<List<String>> groups = new ArrayList<>();
      int used = 1 + body.below(labels.size());
      for (String label : shuffled.subList(0, used)) {
        if (groups.isEmpty() || groups.get(groups.size() - 1).size() > body.below(3)) {
          groups.add(new ArrayList<>());
        }
        groups.get(groups.size() - 1).add(label);
      }
      return groups;
    }

    /** A case; without labels the default. */
    private void group(Form form, List<String> labels, boolean last) {
      String joiner = form.isOld() && body.below(2) == 0 ? ":\ncase " : ", ";
      text.append(labels.isEmpty() ? "default" : "case " + String.join(joiner, labels));
      switch (form) {
        case OLD -> old();
        case ARROWS -> arrow();
        case OLD_EXPRESSION -> oldExpression(last);
        case EXPRESSION -> expression();
      }
    }

    private void old() {
      text.append(":\n#\n").append(body.below(3) > 0 ? "break;\n" : "");
      parts.add(group());
    }

    /** Falling through initializes none of its variables. */
    private Term group() {
      return body.scope().inner(false, () -> Term.block(body.statements(1, depth - 1)));
    }

    private void arrow() {
      text.append(" -> {\n#\n}\n");
      parts.add(body.block(depth - 1));
    }

    private void oldExpression(boolean last) {
      text.append(":\n#\n");
      parts.add(group());
      if (last || body.below(3) > 0) {
        give();
      }
    }

    private void expression() {
      int chance = body.below(12);
      if (chance == 0 && given) {
        text.append(" -> throw new IllegalStateException(\"case \" + #);\n");
        parts.add(body.term(Sort.INT, 0));
      } else if (chance < 8 || !body.mayNest()) {
        given = true;
        text.append(" -> #;\n");
        parts.add(body.term(result, depth - 1));
      } else {
        text.append(" -> {\n#\n");
        body.scoped(
            () -> {
              parts.add(Term.block(body.statements(1, depth - 1)));
              return give();
            });
        text.append("}\n");
      }
    }

    private boolean give() {
      given = true;
      String name = body.scope().fresh("y");
      Term value = body.term(result, depth - 1);
      text.append(Exits.how("yield", result, value, name)).append('\n');
      return parts.add(value);
    }
  }
}
