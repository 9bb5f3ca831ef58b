package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Calls of helpers: for their result, or for what they do to their arrays. */
final class Calls {
  static final List<Feature> FEATURES = features();

  private Calls() {}

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (Sort sort : Sort.VALUES) {
      features.add(
          new Feature(
              sort,
              8,
              body -> !body.callable(sort).isEmpty(),
              (body, depth) -> body.call(body.pick(body.callable(sort)), sort, depth)));
    }
    features.add(
        Feature.statement(
            12,
            body -> !body.callable(null).isEmpty(),
            (body, depth) -> body.call(body.pick(body.callable(null)), Sort.STATEMENT, depth)));
    return features;
  }
}
