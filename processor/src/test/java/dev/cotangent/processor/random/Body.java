package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A method while it is written: what is in scope, and chance. Gives pieces of any sort. */
final class Body {
  /** How often a variable is taken where a literal would do. */
  private static final double VARIABLE = 0.8;

  private static final int CALLS = 3;
  private static final int DEEPEST = 5;

  private final Random random;
  private final List<Signature> callable;
  private final Signature self;
  private final List<Variable> scope = new ArrayList<>();
  private final List<String> loops = new ArrayList<>();
  private final int deepest;
  private final boolean wild;
  private int names;
  private int calls = CALLS;
  private int nesting;

  /**
   * A method.
   *
   * @param callable what it may call
   * @param deepest how deep its loops may nest
   * @param wild whether it may leave the domain of a function
   */
  Body(Random random, List<Signature> callable, Signature self, int deepest, boolean wild) {
    this.random = random;
    this.callable = callable;
    this.self = self;
    this.deepest = deepest;
    this.wild = wild;
  }

  Random random() {
    return random;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What the method returns; null if nothing. */
  Sort result() {
    return self.result();
  }

  boolean isWild() {
    return wild;
  }

  // Pieces.

  /** Anything of the sort. */
  Term term(Sort sort, int depth) {
    if (sort == Sort.NUMBER) {
      return term(number(), depth);
    }
    if (sort.isName()) {
      return pick(named(sort.value())).as(sort);
    }
    if (sort == Sort.BLOCK) {
      return block(depth);
    }
    boolean leaf = sort.simplest() != null && (depth <= 0 || random.nextInt(5) == 0);
    return leaf ? leaf(sort) : feature(sort).maker().make(this, depth);
  }

  private Sort number() {
    int chance = random.nextInt(10);
    return chance < 6 ? Sort.DOUBLE : chance < 8 ? Sort.INT : chance < 9 ? Sort.FLOAT : Sort.LONG;
  }

  private Feature feature(Sort sort) {
    List<Feature> fitting =
        Catalogue.of(sort).stream().filter(feature -> feature.fits().test(this)).toList();
    int chance = random.nextInt(fitting.stream().mapToInt(Feature::weight).sum());
    for (Feature feature : fitting) {
      chance -= feature.weight();
      if (chance < 0) {
        return feature;
      }
    }
    throw new AssertionError(sort);
  }

  /** A variable or a literal. */
  Term leaf(Sort sort) {
    List<Variable> variables = named(sort);
    if (!variables.isEmpty() && random.nextDouble() < VARIABLE) {
      return pick(variables).as(sort);
    }
    if (sort == Sort.BOOLEAN && random.nextInt(4) > 0) {
      String relation = pick(List.of("(# < #)", "(# >= #)"));
      return Term.of(sort, relation, leaf(Sort.DOUBLE), leaf(pick(List.of(Sort.DOUBLE, Sort.INT))));
    }
    return Term.of(sort, Literals.of(sort, random));
  }

  /** Whether a piece of the sort can be had here. */
  boolean has(Sort sort) {
    if (sort.isName()) {
      return !named(sort.value()).isEmpty();
    }
    return !sort.isPlace() || !assignable(sort.value()).isEmpty();
  }

  // Variables.

  List<Variable> named(Sort sort) {
    return scope.stream().filter(variable -> variable.sort() == sort).toList();
  }

  /** The variables of a sort that can be assigned to. */
  List<Variable> assignable(Sort sort) {
    return named(sort).stream().filter(Variable::assignable).toList();
  }

  /** The variables that are sure to be indices of an array. */
  List<Variable> indicesOf(String array) {
    return scope.stream().filter(variable -> variable.indexed().equals(array)).toList();
  }

  /** A name that the method does not have yet. */
  String fresh(String start) {
    return start + names++;
  }

  Variable declare(Variable variable) {
    scope.add(variable);
    return variable;
  }

  // Blocks.

  /** What {@code make} gives, while the variables that it declares go out of scope behind it. */
  <T> T scoped(Supplier<T> make) {
    int before = scope.size();
    nesting++;
    T made = make.get();
    nesting--;
    scope.subList(before, scope.size()).clear();
    return made;
  }

  /** Whether one more block may stand here. */
  boolean mayNest() {
    return nesting < DEEPEST;
  }

  /** Some statements in a scope of their own. */
  Term block(int depth) {
    return scoped(() -> Term.block(statements(1 + random.nextInt(depth > 1 ? 3 : 2), depth)));
  }

  /** Statements in the scope that is open. */
  List<Term> statements(int count, int depth) {
    List<Term> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(feature(Sort.STATEMENT).maker().make(this, depth));
    }
    return statements;
  }

  // Loops.

  /** Whether one more loop may stand here. */
  boolean mayLoop() {
    return loops.size() < deepest && mayNest();
  }

  boolean inLoop() {
    return !loops.isEmpty();
  }

  /** The labels of the loops around, the outermost first. */
  List<String> labels() {
    return loops;
  }

  /** The body of a loop. */
  Term loopBody(String label, int depth) {
    loops.add(label);
    Term body = block(depth);
    loops.remove(loops.size() - 1);
    return body;
  }

  // Calls.

  /** What can be called here and returns the sort, or, for null, nothing. */
  List<Signature> callable(Sort wanted) {
    Predicate<Signature> fits =
        signature -> signature.result() == wanted && (loops.isEmpty() || !signature.recursive());
    return calls <= 0 || loops.size() > 1 ? List.of() : callable.stream().filter(fits).toList();
  }

  /** A call. */
  Term call(Signature callee, Sort sort, int depth) {
    calls--;
    List<Term> arguments = new ArrayList<>();
    StringJoiner text = new StringJoiner(", ", callee.name() + "(", ")");
    if (callee.recursive() && self.recursive()) {
      text.add(Signature.FUEL + " - 1");
    } else if (callee.recursive()) {
      text.add("(# & 3)");
      arguments.add(term(Sort.INT, depth - 1));
    }
    for (Sort parameter : callee.parameters()) {
      text.add("#");
      arguments.add(term(parameter, depth - 1));
    }
    return new Term(sort, text + (sort == Sort.STATEMENT ? ";" : ""), arguments);
  }
}
