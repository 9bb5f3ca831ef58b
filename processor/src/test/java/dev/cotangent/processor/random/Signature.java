package dev.cotangent.processor.random;

import java.util.List;

/**
 * A method that others may call.
 *
 * @param owner its class
 * @param name as it is called, with its class where that is another one
 * @param result what it returns; null if nothing
 * @param recursive whether it has one more parameter, before the others, that counts its depth down
 * @param spread whether the last parameter takes any number of numbers
 */
record Signature(
    String owner,
    String name,
    Sort result,
    List<Sort> parameters,
    boolean recursive,
    boolean spread) {
  /** The name of that parameter. */
  static final String FUEL = "depth";

  /** As other classes call it. */
  Signature seenFromElsewhere() {
    return new Signature(owner, owner + '.' + name, result, parameters, recursive, spread);
  }
}
