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
      features.add(call(8, sort, sort));
    }
    features.add(call(12, null, Sort.STATEMENT));
    return features;
  }

  private static Feature call(int weight, Sort result, Sort sort) {
    return new Feature(
        sort,
        weight,
        body -> !body.callees().returning(result, body).isEmpty(),
        (body, depth) -> {
          Signature callee = body.pick(body.callees().returning(result, body));
          return body.callees().call(callee, sort, body, depth);
        });
  }
}
