package dev.cotangent.processor.random;

/**
 * A variable in scope, or something that is read like one.
 *
 * @param assignable whether the program may write to it: loop counters belong to their loops
 * @param constant whether nothing ever writes to it again, so that lambdas may capture it
 * @param indexed the array for which it is a valid index; empty if there is none
 */
record Variable(String name, Sort sort, boolean assignable, boolean constant, String indexed) {
  static Variable of(String name, Sort sort) {
    return new Variable(name, sort, true, false, "");
  }

  /** One that keeps its value. */
  static Variable constant(String name, Sort sort) {
    return new Variable(name, sort, false, true, "");
  }

  /** One that counts a loop over an array, or, if that is empty, over nothing in particular. */
  static Variable counter(String name, String indexed) {
    return new Variable(name, Sort.INT, false, false, indexed);
  }

  /** As a piece of a program, taken for a value, a place or a name. */
  Term as(Sort wanted) {
    return Term.of(wanted, name);
  }

  /** As it is declared. */
  String declaration() {
    return (constant ? "final " : "") + sort.type() + ' ' + name;
  }
}
