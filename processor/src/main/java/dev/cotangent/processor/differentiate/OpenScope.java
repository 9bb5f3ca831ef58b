package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;

/**
 * A region whose reverse sweep follows its forward sweep in the same region, so that every forward
 * value is simply there: the body of the function, and the body of an accumulation loop's fused
 * second run.
 */
final class OpenScope extends Scope {
  OpenScope(Facts facts, Scope parent, Region region) {
    super(facts, parent, region);
  }

  @Override
  Value provide(Value value) {
    return value;
  }

  @Override
  int provisionCost(Value value, int limit) {
    return 0;
  }

  @Override
  int recordCost(Value value) {
    return 0;
  }
}
