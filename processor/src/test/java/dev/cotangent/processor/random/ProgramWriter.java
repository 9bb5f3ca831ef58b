package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a random program. The same seed gives the same program. */
final class ProgramWriter {
  private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;
  private static final int DEPTH = 3;
  private static final int HELPERS = 3;

  private static final List<Sort> RESULTS =
      java.util.Arrays.asList(DOUBLE, DOUBLE, DOUBLE, null, null, DOUBLES, FLOAT, INT, BOOLEAN);

  private static final List<Sort> PARAMETERS =
      List.of(DOUBLE, DOUBLE, DOUBLE, DOUBLES, DOUBLES, DOUBLES, INT, FLOAT, FLOATS, INTS, BOOLEAN);

  private static final List<Sort> MORE = List.of(FLOAT, FLOATS, INTS, BOOLEAN, LONG, DOUBLES, INT);

  private final long seed;
  private final Random random;
  private final boolean wild;
  private final List<Signature> helpers = new ArrayList<>();

  private ProgramWriter(long seed) {
    this.seed = seed;
    this.random = new Random(seed * SCRAMBLE);
    this.wild = random.nextInt(4) == 0;
  }

  /** The program of a seed. */
  static Program write(long seed) {
    return new ProgramWriter(seed).program();
  }

  private Program program() {
    List<Term> members = new ArrayList<>();
    signatures();
    Signature main = main();
    for (int i = 0; i < helpers.size(); i++) {
      members.add(helper(helpers.get(i), i));
    }
    List<Variable> parameters = parameters(main, "p");
    members.add(0, mainMember(main, parameters));
    String name = "P" + seed;
    String head =
        "package "
            + Program.PACKAGE
            + ";\nimport dev.cotangent.Derivative;"
            + "\nimport dev.cotangent.Differentiable;\nimport dev.cotangent.processor.corpus.At;"
            + "\nfinal class "
            + name
            + " {\n#\n}\n";
    Points points = new Points(random, parameters);
    List<String> smooth = List.of(points.smooth(), points.smooth());
    Term unit = Term.of(Sort.UNIT, head, Term.block(members));
    return new Program(name, wild, unit, smooth, List.of(points.singular()));
  }

  private void signatures() {
    int count = Math.max(0, random.nextInt(HELPERS + 2) - 1);
    for (int i = 0; i < count; i++) {
      Sort result = pick(RESULTS);
      boolean recursive = result != DOUBLES && random.nextInt(3) == 0;
      List<Sort> parameters = new ArrayList<>();
      parameters.add(result == null ? DOUBLES : DOUBLE);
      for (int more = random.nextInt(4); more > 0; more--) {
        parameters.add(pick(PARAMETERS));
      }
      helpers.add(new Signature("h" + i, result, parameters, recursive));
    }
  }

  private Signature main() {
    List<Sort> parameters = new ArrayList<>(List.of(DOUBLE));
    if (random.nextInt(4) > 0) {
      parameters.add(DOUBLES);
    }
    for (int more = random.nextInt(4); more > 0; more--) {
      parameters.add(random.nextBoolean() ? pick(MORE) : pick(List.of(DOUBLE, DOUBLES, INT)));
    }
    return new Signature("f", random.nextInt(10) == 0 ? FLOAT : DOUBLE, parameters, false);
  }

  private static List<Variable> parameters(Signature signature, String start) {
    List<Variable> parameters = new ArrayList<>();
    for (Sort sort : signature.parameters()) {
      parameters.add(Variable.of(start + parameters.size(), sort));
    }
    return parameters;
  }

  private Term mainMember(Signature main, List<Variable> parameters) {
    Body body = new Body(random, helpers, main, 3, wild);
    parameters.forEach(body::declare);
    Term statements = Term.block(body.statements(2 + random.nextInt(4), DEPTH));
    String head =
        "@Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})\n"
            + Program.POINTS
            + "\n"
            + head(main, parameters)
            + "\n#\nreturn #;\n}";
    return Term.of(Sort.MEMBER, head, statements, mainResult(body));
  }

  /** What is left in the variables reaches the result as a rule. */
  private Term mainResult(Body body) {
    List<Term> parts = new ArrayList<>();
    for (Variable variable : body.named(DOUBLE)) {
      if (random.nextInt(3) > 0) {
        parts.add(variable.as(DOUBLE));
      }
    }
    parts.add(body.term(DOUBLE, DEPTH));
    parts.add(body.term(DOUBLE, DEPTH));
    String sum = parts.stream().map(part -> "#").collect(Collectors.joining(" + "));
    Term result = new Term(DOUBLE, sum, parts);
    return body.result() == FLOAT ? Term.of(FLOAT, "(float) (#)", result) : result;
  }

  private Term helper(Signature signature, int position) {
    List<Signature> callable = new ArrayList<>(helpers.subList(0, position));
    if (signature.recursive()) {
      helpers.stream().skip(position).filter(Signature::recursive).forEach(callable::add);
    }
    Body body = new Body(random, callable, signature, 1 + random.nextInt(2), wild);
    List<Variable> parameters = new ArrayList<>();
    if (signature.recursive()) {
      parameters.add(new Variable(Signature.FUEL, INT, false, ""));
    }
    parameters.addAll(parameters(signature, "q"));
    parameters.forEach(body::declare);
    List<Term> parts = new ArrayList<>();
    String text = head(signature, parameters) + guard(signature, body, parts) + "\n#\n";
    parts.add(Term.block(body.statements(1 + random.nextInt(3), 2)));
    if (signature.result() != null) {
      parts.add(body.term(signature.result(), 2));
      text += "return #;\n";
    }
    return new Term(Sort.MEMBER, text + "}", parts);
  }

  private static String guard(Signature signature, Body body, List<Term> parts) {
    if (!signature.recursive()) {
      return "";
    }
    if (signature.result() == null) {
      return "\nif (" + Signature.FUEL + " <= 0) {\nreturn;\n}";
    }
    parts.add(body.leaf(signature.result()));
    return "\nif (" + Signature.FUEL + " <= 0) {\nreturn #;\n}";
  }

  private String head(Signature signature, List<Variable> parameters) {
    String visible = signature.name().equals("f") || random.nextBoolean() ? "" : "private ";
    String result = signature.result() == null ? "void" : signature.result().type();
    return parameters.stream()
        .map(parameter -> parameter.sort().type() + " " + parameter.name())
        .collect(
            Collectors.joining(
                ", ", visible + "static " + result + " " + signature.name() + "(", ") {"));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
