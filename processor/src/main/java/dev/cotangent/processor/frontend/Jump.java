package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;

/**
 * Where control goes from the end of a path through a statement.
 *
 * @param kind how it leaves
 * @param target the loop, switch or labelled statement (without its label) that the jump names, for
 *     an exception the switch expression around it; null where there is none
 */
record Jump(Kind kind, Tree target) {
  /** The ways to leave a statement. */
  enum Kind {
    /** By its end. */
    NEXT,
    /** To behind the target. */
    BREAK,
    /** To the next round of the target. */
    CONTINUE,
    /** To behind the target, a switch expression, with its value. */
    YIELD,
    /** To the caller. */
    RETURN,
    /** To whoever catches the exception. */
    THROW
  }

  /** Going on with what stands behind. */
  static final Jump NEXT = new Jump(Kind.NEXT, null);

  /** Leaving the method. */
  static final Jump RETURN = new Jump(Kind.RETURN, null);

  /** Throwing an exception: nothing waits for what is yielded. */
  static final Jump THROW = new Jump(Kind.THROW, null);

  /** Leaving the statement to go on behind it. */
  static Jump breakOf(Tree target) {
    return new Jump(Kind.BREAK, target);
  }

  /** Going on with the loop's next round. */
  static Jump continueOf(Tree target) {
    return new Jump(Kind.CONTINUE, target);
  }
}
