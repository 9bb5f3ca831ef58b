package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Program;

/** A transformation of programs that keeps their behaviour; each says what it proves for that. */
public interface Pass {
  /** Its name in messages: the class's, a verb and its object. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The program transformed; the given one is not changed. */
  Program run(Program program);
}
