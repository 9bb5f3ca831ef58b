package dev.cotangent.processor.random;

import java.util.List;

/**
 * A method that others may call.
 *
 * @param result what it returns; null if nothing
 * @param recursive whether it has one more parameter, before the others, that counts its depth down
 */
record Signature(String name, Sort result, List<Sort> parameters, boolean recursive) {
  /** The name of that parameter. */
  static final String FUEL = "depth";
}
