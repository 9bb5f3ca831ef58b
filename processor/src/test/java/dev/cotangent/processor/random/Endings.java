package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.GRID;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.PAIR;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** How a method ends, so that what it has computed can be seen. */
final class Endings {
  private static final int DEPTH = 3;

  private final Random random;
  private final Body body;

  Endings(Random random, Body body) {
    this.random = random;
    this.body = body;
  }

  /** What it leaves in arrays of whole numbers that it is given, for those who call it. */
  List<Term> changes(List<Variable> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.sort() == INTS && random.nextInt(3) > 0)
        .map(Variable::name)
        .map(ints -> "if (" + ints + ".length > 1) {\n" + ints + "[(# & 1)] += #;\n}")
        .map(text -> Term.of(Sort.STATEMENT, text, body.leaf(INT), body.leaf(INT)))
        .toList();
  }

  /** What is left in the variables reaches an array that the method fills as a rule. */
  Term fill() {
    String array = body.pick(body.scope().named(DOUBLES)).name();
    String text = "if (" + array + ".length > 1) {\n" + array + "[1] += #;\n}";
    return Term.of(Sort.STATEMENT, text, result(DOUBLE));
  }

  /** What is left in the variables reaches the result as a rule. */
  Term result(Sort sort) {
    if (sort == DOUBLES && random.nextInt(2) == 0) {
      Term sum = result(DOUBLE);
      return Term.of(DOUBLES, "new double[] {#, #, #}", sum, body.term(DOUBLE, 2), sum);
    }
    if (sort == PAIR && random.nextInt(2) == 0) {
      return Term.of(PAIR, "new Pair(#, #)", result(DOUBLE), body.term(DOUBLE, 2));
    }
    if (sort != DOUBLE && sort != FLOAT) {
      return body.term(sort, DEPTH);
    }
    List<Term> parts = new ArrayList<>();
    for (Variable variable : body.scope().named(DOUBLE)) {
      if (random.nextInt(3) > 0) {
        parts.add(variable.as(DOUBLE));
      }
    }
    for (Variable variable : body.scope().named(DOUBLES)) {
      if (random.nextInt(3) == 0) {
        String text = "(" + variable.name() + ".length > 1 ? " + variable.name() + "[1] : #)";
        parts.add(Term.of(DOUBLE, text, body.leaf(DOUBLE)));
      }
    }
    for (Variable variable : body.scope().named(GRID)) {
      if (random.nextInt(2) == 0) {
        String row = variable.name() + "[1]";
        String there = variable.name() + ".length > 1 && " + row + " != null && " + row;
        String text = "(" + there + ".length > 0 ? " + row + "[0] : #)";
        parts.add(Term.of(DOUBLE, text, body.leaf(DOUBLE)));
      }
    }
    List<Signature> giving = body.callees().returning(DOUBLES, body);
    if (!giving.isEmpty() && random.nextInt(4) > 0) {
      Term array = body.callees().call(body.pick(giving), DOUBLES, body, 2);
      parts.add(Term.of(DOUBLE, "#[(# & 1)]", array, body.leaf(INT)));
    }
    parts.add(body.term(DOUBLE, DEPTH - 1));
    parts.add(body.term(DOUBLE, DEPTH));
    String sum = parts.stream().map(part -> "#").collect(Collectors.joining(" + "));
    Term result = new Term(DOUBLE, sum, parts);
    return sort == FLOAT ? Term.of(FLOAT, "(float) (#)", result) : result;
  }
}
