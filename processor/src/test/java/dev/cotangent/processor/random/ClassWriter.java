package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.BOX;
import static dev.cotangent.processor.random.Sort.BYTE;
import static dev.cotangent.processor.random.Sort.CHAR;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.DOUBLES;
import static dev.cotangent.processor.random.Sort.FLAGS;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.FLOATS;
import static dev.cotangent.processor.random.Sort.FLOAT_GRID;
import static dev.cotangent.processor.random.Sort.FUNCTION;
import static dev.cotangent.processor.random.Sort.GRID;
import static dev.cotangent.processor.random.Sort.INDEXED;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.INTS;
import static dev.cotangent.processor.random.Sort.LAW;
import static dev.cotangent.processor.random.Sort.LIST;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.LONGS;
import static dev.cotangent.processor.random.Sort.MODE;
import static dev.cotangent.processor.random.Sort.OPERATOR;
import static dev.cotangent.processor.random.Sort.PAIR;
import static dev.cotangent.processor.random.Sort.PUBLIC;
import static dev.cotangent.processor.random.Sort.SHORT;
import static dev.cotangent.processor.random.Sort.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes a class: helpers, the methods that are differentiated, and what they mention. */
final class ClassWriter {
  private static final int DEPTH = 3;
  private static final int HELPERS = 3;

  private static final List<Sort> RESULTS =
      Arrays.asList(
          DOUBLE, DOUBLE, DOUBLE, DOUBLE, null, null, null, DOUBLES, FLOAT, INT, BOOLEAN, GRID,
          PAIR, PAIR, BOX, FLOATS, LONG, CHAR);

  private static final List<Sort> PARAMETERS =
      List.of(
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLE,
          DOUBLES,
          DOUBLES,
          DOUBLES,
          INT,
          INT,
          FLOAT,
          FLOATS,
          INTS,
          BOOLEAN,
          GRID,
          GRID,
          PAIR,
          PAIR,
          BOX,
          FUNCTION,
          FUNCTION,
          OPERATOR,
          LAW,
          INDEXED,
          MODE,
          TEXT,
          FLAGS,
          LONGS,
          CHAR,
          BYTE,
          FLOAT_GRID);

  private static final List<Sort> MORE =
      List.of(
          FLOAT,
          FLOAT,
          FLOATS,
          INTS,
          BOOLEAN,
          LONG,
          DOUBLES,
          INT,
          GRID,
          GRID,
          FLOAT_GRID,
          CHAR,
          SHORT,
          BYTE,
          TEXT,
          MODE,
          LIST,
          LONGS,
          FLAGS,
          PAIR,
          PAIR,
          BOX);

  private final Random random;
  private final String name;
  private final boolean wild;
  private final Set<Sort> unknown;
  private final List<Signature> callable = new ArrayList<>();
  private final List<Signature> helpers = new ArrayList<>();
  private final List<Term> members = new ArrayList<>();

  /**
   * A class of that name.
   *
   * @param slopes whether it takes derivatives within what is differentiated
   * @param elsewhere methods of other classes that it may call
   */
  ClassWriter(Random random, String name, boolean wild, boolean slopes, List<Signature> elsewhere) {
    this.random = random;
    this.name = name;
    this.wild = wild;
    this.unknown = Themes.unknown(random, slopes);
    elsewhere.forEach(signature -> unknown.removeAll(signature.parameters()));
    this.callable.addAll(elsewhere);
    signatures();
    for (int i = 0; i < helpers.size(); i++) {
      members.add(helper(helpers.get(i), i));
    }
    callable.addAll(helpers);
  }

  private void signatures() {
    boolean noted = !unknown.contains(Sort.NOTE);
    int count = Math.max(noted ? 1 : 0, random.nextInt(HELPERS + 2) - 1);
    Set<Object> taken = new HashSet<>();
    for (int i = 0; i < count; i++) {
      // An array that a helper gives is no effect, though its elements are memory.
      boolean giving = i == 0 && noted && random.nextInt(4) > 0;
      Sort result = giving ? DOUBLES : pick(Themes.known(RESULTS, unknown));
      boolean recursive = giving || random.nextInt(3) == 0;
      List<Sort> parameters = new ArrayList<>();
      parameters.add(result == null ? DOUBLES : DOUBLE);
      for (int more = random.nextInt(4); more > 0; more--) {
        parameters.add(pick(Themes.known(PARAMETERS, unknown)));
      }
      boolean spread = !recursive && random.nextInt(6) == 0;
      if (spread) {
        parameters.add(DOUBLES);
      }
      // Some have one name and another number of parameters.
      boolean overloads = !spread && taken.add(parameters.size() + (recursive ? 1 : 0));
      String called = overloads ? "h" : "h" + i;
      helpers.add(new Signature(name, called, result, parameters, recursive, spread));
    }
  }

  /** What a method that all may call has for parameters. */
  List<Sort> parameters(boolean seenFromElsewhere) {
    List<Sort> parameters = new ArrayList<>(List.of(DOUBLE));
    if (random.nextInt(4) > 0) {
      parameters.add(DOUBLES);
    }
    if (seenFromElsewhere && random.nextInt(3) == 0) {
      parameters.add(INTS);
    }
    List<Sort> more = seenFromElsewhere ? PUBLIC : Themes.known(MORE, unknown);
    if (!seenFromElsewhere && !unknown.contains(GRID) && random.nextInt(3) == 0) {
      parameters.add(GRID);
    }
    for (int count = random.nextInt(4); count > 0; count--) {
      parameters.add(random.nextBoolean() ? pick(more) : pick(List.of(DOUBLE, DOUBLES, INT)));
    }
    return parameters;
  }

  /** Those of a list that this class has. */
  List<Sort> known(List<Sort> sorts) {
    return Themes.known(sorts, unknown);
  }

  /** The parameters of a method, some of them final. */
  List<Variable> variables(List<Sort> sorts, String start) {
    List<Variable> variables = new ArrayList<>();
    for (Sort sort : sorts) {
      String parameter = start + variables.size();
      variables.add(
          sort.isFunction() || random.nextInt(3) == 0
              ? Variable.constant(parameter, sort)
              : Variable.of(parameter, sort));
    }
    return variables;
  }

  /** Adds a method to differentiate, which may call all helpers. */
  void differentiable(Signature signature, List<Variable> parameters, String annotations) {
    boolean givesRecord = signature.result() != null && signature.result().isRecord();
    if (givesRecord || signature.parameters().stream().anyMatch(Sort::isRecord)) {
      // Copies of arguments, tangents and cotangents are made by the constructor, too.
      unknown.add(Sort.COMPACT);
    }
    Body body = new Body(random, new Body.Kit(callable, unknown, 3, wild), signature);
    Endings endings = new Endings(random, body);
    parameters.forEach(body.scope()::declare);
    int depth = random.nextInt(3) == 0 ? DEPTH : DEPTH - 1;
    List<Term> all = body.statements(2 + random.nextInt(4), depth);
    if (signature.result() == null) {
      all.add(endings.fill());
    }
    all.addAll(endings.changes(parameters));
    Term statements = Term.block(all);
    String text = annotations + "\n" + head(signature, parameters, "") + "\n#\n";
    Term member =
        signature.result() == null
            ? Term.of(Sort.MEMBER, text + "}", statements)
            : Term.of(
                Sort.MEMBER, text + "return #;\n}", statements, endings.result(signature.result()));
    members.add(0, member);
  }

  private Term helper(Signature signature, int position) {
    List<Signature> callees = new ArrayList<>(callable);
    callees.addAll(helpers.subList(0, position));
    if (signature.recursive()) {
      helpers.stream().skip(position).filter(Signature::recursive).forEach(callees::add);
    }
    Set<Sort> absent = new HashSet<>(unknown);
    if (helpers.stream().skip(position).anyMatch(Signature::recursive)) {
      // What a helper that calls itself does cannot be gone through again.
      absent.add(Sort.NOTE);
    }
    Body.Kit kit = new Body.Kit(callees, absent, 1 + random.nextInt(2), wild);
    Body body = new Body(random, kit, signature);
    List<Variable> parameters = new ArrayList<>();
    if (signature.recursive()) {
      parameters.add(Variable.constant(Signature.FUEL, INT));
    }
    parameters.addAll(variables(signature.parameters(), "q"));
    parameters.forEach(body.scope()::declare);
    List<Term> parts = new ArrayList<>();
    String visible = random.nextBoolean() ? "" : "private ";
    String text = head(signature, parameters, visible) + guard(signature, body, parts) + "\n#\n";
    List<Term> statements = body.statements(1 + random.nextInt(2), 2);
    if (signature.recursive() && random.nextInt(4) > 0) {
      statements.add(again(signature, body));
    }
    parts.add(Term.block(statements));
    if (signature.result() != null) {
      parts.add(given(signature.result(), body));
      text += "return #;\n";
    }
    return new Term(Sort.MEMBER, text + "}", parts);
  }

  /** A call of itself, whose result can be seen by what follows. */
  private static Term again(Signature signature, Body body) {
    Sort result = signature.result();
    if (result == null) {
      return body.callees().call(signature, Sort.STATEMENT, body, 1);
    }
    Term call = body.callees().call(signature, result, body, 1);
    Variable variable = Variable.of(body.scope().fresh("again"), result);
    body.scope().declare(variable);
    return Term.of(Sort.STATEMENT, variable.declaration() + " = #;", call);
  }

  /** An array is mostly made of what the helper has computed. */
  private Term given(Sort result, Body body) {
    if (result != DOUBLES || random.nextInt(3) == 0) {
      return body.term(result, 2);
    }
    Term product = Term.of(DOUBLE, "# * #", body.leaf(DOUBLE), body.term(DOUBLE, 2));
    return Term.of(result, "new double[] {#, #}", product, body.term(DOUBLE, 2));
  }

  /** Where it ends it calls nothing. */
  private String guard(Signature signature, Body body, List<Term> parts) {
    if (!signature.recursive()) {
      return "";
    }
    if (signature.result() == null) {
      return "\nif (" + Signature.FUEL + " <= 0) {\nreturn;\n}";
    }
    boolean made = signature.result() == DOUBLES && random.nextInt(4) > 0;
    Supplier<Term> leaf = () -> body.leaf(DOUBLE);
    parts.add(
        made
            ? Term.of(DOUBLES, "new double[] {#, # * #}", leaf.get(), leaf.get(), leaf.get())
            : body.leaf(signature.result()));
    return "\nif (" + Signature.FUEL + " <= 0) {\nreturn #;\n}";
  }

  private static String head(Signature signature, List<Variable> parameters, String visible) {
    String result = signature.result() == null ? "void" : signature.result().type();
    String head =
        parameters.stream()
            .map(Variable::declaration)
            .collect(
                Collectors.joining(
                    ", ", visible + "static " + result + " " + signature.name() + "(", ") {"));
    int last = head.lastIndexOf("[] ");
    return signature.spread() ? head.substring(0, last) + "... " + head.substring(last + 3) : head;
  }

  /** The class, for a file of its own. */
  Term write() {
    Body.Kit kit = new Body.Kit(List.of(), unknown, 1, wild);
    List<Term> all = new ArrayList<>(Members.mentioned(members, random, kit));
    all.addAll(members);
    return Term.of(Sort.UNIT, Program.HEAD + "final class " + name + " {\n#\n}\n", Term.block(all));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
