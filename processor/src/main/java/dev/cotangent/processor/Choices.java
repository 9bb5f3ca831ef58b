package dev.cotangent.processor;

import dev.cotangent.processor.differentiate.Strategy;
import dev.cotangent.processor.simplify.SplitLargeFunctions;
import java.util.Set;

/**
 * What the pipeline does where more than one way is right. The processor always takes the standard;
 * tests vary it, since nothing but speed and looks may depend on it.
 *
 * @param strategy how reverse mode records
 * @param omitted names of steps and passes that are left out
 * @param largest the estimated bytecode, in bytes, up to which a method stays whole
 * @param vectors whether loops use the Vector API, where the user asks for it
 */
record Choices(Strategy strategy, Set<String> omitted, int largest, boolean vectors) {
  static final Choices STANDARD =
      new Choices(Strategy.STANDARD, Set.of(), SplitLargeFunctions.LARGEST);

  /** Choices without vectors. */
  Choices(Strategy strategy, Set<String> omitted, int largest) {
    this(strategy, omitted, largest, false);
  }

  /** The same with vectors. */
  Choices withVectors() {
    return new Choices(strategy, omitted, largest, true);
  }

  boolean keeps(String name) {
    return !omitted.contains(name);
  }
}
