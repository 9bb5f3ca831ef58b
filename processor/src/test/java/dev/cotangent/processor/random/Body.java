package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** A method while it is written: what is in scope, and chance. Gives pieces of any sort. */
final class Body {
  /** How often a variable is taken where a literal would do. */
  private static final double VARIABLE = 0.8;

  private static final int DEEPEST = 5;

  private final Random random;
  private final Kit kit;
  private final Scope scope = new Scope();
  private final Callees callees;
  private Frame frame;
  private int loops;
  private int nesting;

  /**
   * What is known of a method before it is written.
   *
   * @param callable what it may call
   * @param unknown the sorts that must not occur in it
   * @param loops how deep its loops may nest
   * @param wild whether it may leave the domain of a function
   */
  record Kit(List<Signature> callable, Set<Sort> unknown, int loops, boolean wild) {}

  /** A method of that signature. */
  Body(Random random, Kit kit, Signature self) {
    this(random, kit, self, Frame.method(self.result()));
  }

  /** The same, which is left in another way. */
  Body(Random random, Kit kit, Signature self, Frame frame) {
    this.random = random;
    this.kit = kit;
    this.callees = new Callees(kit.callable(), self);
    this.frame = frame;
  }

  Scope scope() {
    return scope;
  }

  Frame frame() {
    return frame;
  }

  Callees callees() {
    return callees;
  }

  boolean isWild() {
    return kit.wild();
  }

  // Chance.

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  // Pieces.

  /** Anything of the sort. */
  Term term(Sort sort, int depth) {
    if (sort == Sort.NUMBER) {
      return term(number(), depth);
    }
    if (sort.isName()) {
      return pick(scope.named(sort.value())).as(sort);
    }
    if (sort == Sort.BLOCK) {
      return block(depth);
    }
    boolean leaf = depth <= 0 || random.nextInt(5) == 0 || fitting(sort).isEmpty();
    return leaf && sort.simplest() != null ? leaf(sort) : feature(sort).maker().make(this, depth);
  }

  private List<Feature> fitting(Sort sort) {
    return Catalogue.of(sort).stream().filter(feature -> feature.fits().test(this)).toList();
  }

  private Sort number() {
    int chance = random.nextInt(10);
    return chance < 6 ? Sort.DOUBLE : chance < 8 ? Sort.INT : chance < 9 ? Sort.FLOAT : Sort.LONG;
  }

  private Feature feature(Sort sort) {
    List<Feature> fitting = fitting(sort);
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
    List<Variable> variables = scope.named(sort);
    if (!variables.isEmpty() && random.nextDouble() < VARIABLE) {
      return pick(variables).as(sort);
    }
    if (sort == Sort.BOOLEAN && random.nextInt(4) > 0) {
      String relation = pick(List.of("(# < #)", "(# >= #)"));
      return Term.of(sort, relation, leaf(Sort.DOUBLE), leaf(pick(List.of(Sort.DOUBLE, Sort.INT))));
    }
    return Term.of(sort, Literals.of(sort, random));
  }

  /** Whether the sort may occur here. */
  boolean knows(Sort sort) {
    return !kit.unknown().contains(sort.value());
  }

  /** Whether a piece of the sort can be had here. */
  boolean has(Sort sort) {
    if (!knows(sort)) {
      return false;
    }
    if (sort.isName()) {
      return !scope.named(sort.value()).isEmpty();
    }
    return !sort.isPlace() || !fitting(sort).isEmpty();
  }

  // Blocks.

  /** What {@code make} gives, in a scope of its own. */
  <T> T scoped(Supplier<T> make) {
    boolean reuse = random.nextInt(3) == 0;
    nesting++;
    T made = scope.inner(reuse, make);
    nesting--;
    return made;
  }

  /** What {@code make} gives where control may go elsewhere. */
  <T> T framed(Frame inner, Supplier<T> make) {
    Frame outer = frame;
    frame = inner;
    nesting++;
    T made = scope.embedded(make);
    nesting--;
    frame = outer;
    return made;
  }

  /** What {@code make} gives in the body of a lambda, which may run many times. */
  <T> T lambda(Sort result, Supplier<T> make) {
    loops++;
    T made = scope.captured(() -> framed(Frame.method(result), make));
    loops--;
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

  /** The same with a last statement, which sees what they declare. */
  Term block(int depth, Supplier<Term> last) {
    return scoped(
        () -> {
          List<Term> statements = statements(1 + random.nextInt(depth > 1 ? 3 : 2), depth);
          statements.add(last.get());
          return Term.block(statements);
        });
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

  /** How many loops are around. */
  int loops() {
    return loops;
  }

  /** Whether one more loop may stand here. */
  boolean mayLoop() {
    return loops < kit.loops() && mayNest();
  }

  /** The body of a loop. */
  Term loopBody(String label, int depth) {
    return looping(label, () -> block(depth));
  }

  /** The same with a last statement. */
  Term loopBody(String label, int depth, Supplier<Term> last) {
    return looping(label, () -> block(depth, last));
  }

  private Term looping(String label, Supplier<Term> inside) {
    loops++;
    Term body = framed(frame.loop(label), inside);
    loops--;
    return body;
  }
}
