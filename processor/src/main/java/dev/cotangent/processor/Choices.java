package dev.cotangent.processor;

import dev.cotangent.processor.differentiate.Strategy;
import java.util.Set;

/**
 * What the pipeline does where more than one way is right. The processor always takes the standard;
 * tests vary it, since nothing but speed and looks may depend on it.
 *
 * @param strategy how reverse mode records
 * @param omitted names of steps and passes that are left out
 */
record Choices(Strategy strategy, Set<String> omitted) {
  static final Choices STANDARD = new Choices(Strategy.STANDARD, Set.of());

  boolean keeps(String name) {
    return !omitted.contains(name);
  }
}
