package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.BOX;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.LOG;
import static dev.cotangent.processor.random.Sort.MEMBER;
import static dev.cotangent.processor.random.Sort.PAIR;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes the declarations of records, with what chance puts into their methods. */
final class RecordMembers {
  private static final int DEPTH = 1;
  private static final Signature NOBODY = new Signature("", "", null, List.of(), false, false);

  private final Random random;
  private final Body.Kit kit;
  private final List<Term> members = new ArrayList<>();

  private RecordMembers(Random random, Body.Kit kit) {
    this.random = random;
    this.kit = kit;
  }

  /** Two numbers; its methods make no other record, so that all of them end. */
  static Term pair(Random random, Body.Kit kit) {
    RecordMembers pair = new RecordMembers(random, Members.without(kit, PAIR, BOX, LOG));
    List<Variable> components =
        List.of(Variable.constant("first", DOUBLE), Variable.constant("second", DOUBLE));
    List<Variable> parameters =
        List.of(Variable.of("first", DOUBLE), Variable.of("second", DOUBLE));
    if (random.nextInt(2) == 0 && !kit.unknown().contains(Sort.COMPACT)) {
      pair.statements("Pair {\n#\n}\n", pair.body(parameters));
    }
    pair.value("double norm() {\n#\nreturn #;\n}\n", pair.body(components));
    List<Variable> both = new ArrayList<>(components);
    both.add(Variable.constant("other.first()", DOUBLE));
    both.add(Variable.constant("other.second", DOUBLE));
    pair.value(
        "Pair plus(Pair other) {\n#\nreturn new Pair(first + other.first, #);\n}\n",
        pair.body(both));
    List<Variable> scaled = new ArrayList<>(components);
    scaled.add(Variable.of("by", DOUBLE));
    pair.value(
        "Pair scaled(double by) {\n#\nreturn new Pair(this.first() * by, #);\n}\n",
        pair.body(scaled));
    pair.value(
        "static Pair of(double x) {\n#\nreturn new Pair(#, x);\n}\n",
        pair.body(List.of(Variable.of("x", DOUBLE))));
    return pair.term("record Pair(double first, double second)");
  }

  /** A pair, an array and other numbers; its methods make no other box in loops. */
  static Term box(Random random, Body.Kit kit) {
    RecordMembers box = new RecordMembers(random, Members.without(kit, BOX, LOG));
    List<Variable> components =
        List.of(
            Variable.constant("corner", PAIR),
            Variable.constant("data", DOUBLES),
            Variable.constant("count", INT),
            Variable.constant("scale", FLOAT));
    String made = "Box(double x) {\nthis(new Pair(x, 1), new double[] {x, #, 1}, 3, 0.5f);\n}";
    Term middle = box.body(List.of(Variable.of("x", DOUBLE))).term(DOUBLE, 1);
    box.members.add(Term.of(MEMBER, made, middle));
    box.value("double total() {\n#\nreturn #;\n}\n", box.body(components));
    List<Variable> moved = new ArrayList<>(components);
    moved.add(Variable.of("by", DOUBLE));
    box.value(
        "Box moved(double by) {\n#\nreturn new Box(corner.scaled(#), data, count + 1, scale);\n}\n",
        box.body(moved));
    box.statements("void spread(double by) {\n#\n}\n", box.body(moved));
    return box.term("record Box(Pair corner, double[] data, int count, float scale)");
  }

  /** Where {@code return} stands only at the end. */
  private Body body(List<Variable> variables) {
    Body body = new Body(random, kit, NOBODY, Frame.expression(null));
    variables.forEach(body.scope()::declare);
    return body;
  }

  private void statements(String member, Body body) {
    members.add(Term.of(MEMBER, member, Term.block(body.statements(1, DEPTH))));
  }

  /** Statements, mostly none, and a number. */
  private void value(String member, Body body) {
    Term statements = Term.block(body.statements(random.nextInt(4) / 3, DEPTH));
    members.add(Term.of(MEMBER, member, statements, body.term(DOUBLE, DEPTH)));
  }

  private Term term(String head) {
    return Term.of(MEMBER, head + " {\n#\n}", Term.block(members));
  }
}
