package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.statement;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.DOUBLES_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOATS_NAME;
import static dev.cotangent.processor.random.Sort.FLOAT_GRID_NAME;
import static dev.cotangent.processor.random.Sort.GRID_NAME;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.INTS_NAME;
import static dev.cotangent.processor.random.Sort.LIST_NAME;
import static dev.cotangent.processor.random.Sort.STATEMENT;

import java.util.List;
import java.util.function.Function;

/** Loops, each of which ends: by its counter, which nothing else writes to, or by its fuel. */
final class Loops {
  static final List<Feature> FEATURES =
      List.of(
          statement(4, Body::mayLoop, Loops::counting),
          statement(5, body -> body.mayLoop() && body.has(DOUBLES_NAME), Loops::overIndices),
          statement(2, body -> body.mayLoop() && body.has(DOUBLES_NAME), Loops::backwards),
          overElements(3, DOUBLES_NAME, DOUBLE),
          overElements(1, FLOATS_NAME, FLOAT),
          overElements(1, INTS_NAME, INT),
          overElements(3, GRID_NAME, DOUBLES),
          overElements(1, FLOAT_GRID_NAME, FLOATS),
          overElements(1, LIST_NAME, DOUBLE),
          statement(2, body -> body.mayLoop() && body.has(GRID_NAME), Loops::overRows),
          statement(2, body -> body.mayLoop() && body.has(INTS_NAME), Loops::untilElement),
          statement(14, Loops::mayHandOn, Loops::untilElement),
          statement(3, Body::mayLoop, Loops::testing),
          statement(2, Body::mayLoop, Loops::atLeastOnce),
          statement(1, Body::mayLoop, Loops::uneven),
          statement(1, Body::mayLoop, Loops::inward),
          statement(1, Body::mayLoop, Loops::endless),
          statement(2, body -> body.mayLoop() && body.loops() > 0, Loops::triangular));

  private Loops() {}

  private static Term counting(Body body, int depth) {
    Term bound = body.term(INT, depth - 1);
    String step = body.pick(List.of("#++", "++#", "# += 2"));
    return loop(body, depth, "for (int # = 0; # < (@ & 3); " + step + ") {", bound, "");
  }

  private static Term overIndices(Body body, int depth) {
    Term array = body.term(DOUBLES_NAME, 0);
    String start = body.pick(List.of("0", "0", "1"));
    String head = "for (int # = " + start + "; # < @.length; #++) {";
    return loop(body, depth, head, array, array.text());
  }

  private static Term backwards(Body body, int depth) {
    Term array = body.term(DOUBLES_NAME, 0);
    return loop(body, depth, "for (int # = @.length - 1; # >= 0; #--) {", array, array.text());
  }

  /** An inner loop whose length depends on the outer one's counter. */
  private static Term triangular(Body body, int depth) {
    Term bound = body.term(INT, 0);
    return loop(body, depth, "for (int # = (@ & 3); # >= 0; #--) {", bound, "");
  }

  private static Term overRows(Body body, int depth) {
    Term array = body.term(GRID_NAME, 0);
    return loop(body, depth, "for (int # = 0; # < @.length; ++#) {", array, array.text());
  }

  /** Whether something that is called in a loop may change an array of whole numbers. */
  private static boolean mayHandOn(Body body) {
    boolean inLoop = body.mayLoop() && body.loops() == 0 && body.has(INTS_NAME);
    return inLoop && !body.callees().taking(INTS, body).isEmpty();
  }

  /** Up to an element of an array, which what the body calls may change. */
  private static Term untilElement(Body body, int depth) {
    Term array = body.term(INTS_NAME, 0);
    Term bound = Term.of(INT, "#[(# & 1)]", array, body.leaf(INT));
    return loop(
        body,
        "for (int # = 0; # < (@ & 3); #++) {",
        bound,
        "",
        label -> body.loopBody(label, depth - 1, () -> changing(body, array, depth - 1)));
  }

  private static Term changing(Body body, Term array, int depth) {
    List<Signature> callees = body.callees().taking(INTS, body);
    if (callees.isEmpty()) {
      return Term.of(STATEMENT, "#[(# & 1)] += #;", array, body.leaf(INT), body.leaf(INT));
    }
    Term given = Term.of(INTS, array.text());
    return body.callees().handing(body.pick(callees), given, body, depth);
  }

  /** Two counters that meet. */
  private static Term inward(Body body, int depth) {
    Term bound = body.term(INT, depth - 1);
    String other = body.scope().fresh("j");
    String head = "for (int # = 0, " + other + " = (@ & 3); # < " + other + "; #++, " + other;
    return loop(body, depth, head + "--) {", bound, "");
  }

  /** A loop without a condition, which something in it leaves. */
  private static Term endless(Body body, int depth) {
    Term bound = body.term(INT, depth - 1);
    String fuel = body.scope().fresh("fuel");
    String label = body.scope().fresh("loop");
    Term inside = body.loopBody(label, depth - 1);
    String head = body.pick(List.of("for (;;) {", "while (true) {"));
    String exit = "\nif (" + fuel + "++ >= (# & 3)) break;\n#\n}";
    return fuelled(fuel, labelled(label, head + exit, bound, inside));
  }

  /** A counter that the update does not count by constant steps. */
  private static Term uneven(Body body, int depth) {
    Term first = body.term(DOUBLE, depth - 1);
    return loop(body, depth, "for (int # = @ > 0 ? 1 : 2; # < 9; # = # * 2 + 1) {", first, "");
  }

  private static Term loop(Body body, int depth, String head, Term part, String indexed) {
    return loop(body, head, part, indexed, label -> body.loopBody(label, depth - 1));
  }

  private static Term loop(
      Body body, String head, Term part, String indexed, Function<String, Term> inside) {
    String counter = body.scope().fresh("i");
    String label = body.scope().fresh("loop");
    return body.scoped(
        () -> {
          body.scope().declare(Variable.counter(counter, indexed));
          String text = head.replace("#", counter).replace('@', Term.HOLE);
          return labelled(label, text + "\n#\n}", part, inside.apply(label));
        });
  }

  private static Feature overElements(int weight, Sort array, Sort element) {
    return statement(
        weight,
        body -> body.mayLoop() && body.has(array),
        (body, depth) -> overElements(body, depth, array, element));
  }

  private static Term overElements(Body body, int depth, Sort array, Sort element) {
    Term over = body.term(array, 0);
    String name = body.scope().fresh("e");
    String label = body.scope().fresh("loop");
    return body.scoped(
        () -> {
          boolean constant = body.below(3) == 0;
          Variable variable =
              constant ? Variable.constant(name, element) : Variable.of(name, element);
          body.scope().declare(variable);
          String head = "for (" + variable.declaration() + " : #) {";
          return labelled(label, head + "\n#\n}", over, body.loopBody(label, depth - 1));
        });
  }

  private static Term testing(Body body, int depth) {
    String fuel = body.scope().fresh("fuel");
    String label = body.scope().fresh("loop");
    Term condition = body.term(BOOLEAN, depth - 1);
    Term inside = body.loopBody(label, depth - 1);
    String head = "while (" + fuel + "++ < " + (1 + body.below(4)) + " && #) {";
    return fuelled(fuel, labelled(label, head + "\n#\n}", condition, inside));
  }

  private static Term atLeastOnce(Body body, int depth) {
    String fuel = body.scope().fresh("fuel");
    String label = body.scope().fresh("loop");
    Term inside = body.loopBody(label, depth - 1);
    Term condition = body.term(BOOLEAN, depth - 1);
    String tail = "} while (" + fuel + "++ < " + body.below(4) + " && #);";
    return fuelled(fuel, labelled(label, "do {\n#\n" + tail, inside, condition));
  }

  private static Term fuelled(String fuel, Term loop) {
    return new Term(STATEMENT, "int " + fuel + " = 0;\n" + loop.text(), loop.parts());
  }

  /** The label stands there only if something jumps to it. */
  private static Term labelled(String label, String text, Term... parts) {
    Term loop = Term.of(STATEMENT, text, parts);
    String jump = " " + label + ";";
    return loop.print().contains(jump) ? Term.of(STATEMENT, label + ":\n" + text, parts) : loop;
  }
}
