package dev.cotangent.processor.random;

/**
 * A variable in scope.
 *
 * @param assignable whether the program may write to it: loop counters belong to their loops
 * @param indexed the array for which it is a valid index; empty if there is none
 */
record Variable(String name, Sort sort, boolean assignable, String indexed) {
  static Variable of(String name, Sort sort) {
    return new Variable(name, sort, true, "");
  }

  /** As a piece of a program, taken for a value, a place or a name. */
  Term as(Sort wanted) {
    return Term.of(wanted, name);
  }
}
