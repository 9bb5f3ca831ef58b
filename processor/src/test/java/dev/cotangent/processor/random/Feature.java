package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * One thing that a program may contain: what it is, how often it is chosen among those of its sort,
 * where it may stand, and how it is written.
 */
record Feature(Sort sort, int weight, Predicate<Body> fits, Maker maker) {
  /** Writes a piece; {@code depth} is how deep its parts may nest. */
  @FunctionalInterface
  interface Maker {
    Term make(Body body, int depth);
  }

  /** A text whose holes are filled with anything of the sorts given. */
  static Feature form(int weight, Sort sort, String text, Sort... holes) {
    Predicate<Body> fits = body -> body.knows(sort) && Arrays.stream(holes).allMatch(body::has);
    return new Feature(sort, weight, fits, (body, depth) -> fill(body, depth, sort, text, holes));
  }

  /** A statement that needs code. */
  static Feature statement(int weight, Predicate<Body> fits, Maker maker) {
    return new Feature(Sort.STATEMENT, weight, fits, maker);
  }

  /** The same, only where the condition holds. */
  Feature where(Predicate<Body> condition) {
    return new Feature(sort, weight, fits.and(condition), maker);
  }

  private static Term fill(Body body, int depth, Sort sort, String text, Sort... holes) {
    List<Term> parts = new ArrayList<>();
    for (Sort hole : holes) {
      parts.add(body.term(hole, depth - 1));
    }
    return new Term(sort, text, parts);
  }
}
