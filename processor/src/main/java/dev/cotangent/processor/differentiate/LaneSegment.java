package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Straight-line code that is done in each lane, collected into one loop over the lanes. Whatever is
 * the same for all of them stands before the loop. Lanes share no memory, so that each sees its own
 * operations in their order.
 */
final class LaneSegment {
  private final Builder out;
  private final Value lanes;
  private final Builder body = new Builder();
  private final Map<Value, Value> numbers = new IdentityHashMap<>();
  private Value lane = lane(SourceRange.NONE);

  /**
   * An empty segment.
   *
   * @param out where the loop will stand
   * @param lanes how many lanes there are
   */
  LaneSegment(Builder out, Value lanes) {
    this.out = out;
    this.lanes = lanes;
  }

  private static Value lane(SourceRange source) {
    return new Value(PrimitiveType.INT, "lane", source);
  }

  /** Where the operations stand that each lane does. */
  Builder body(SourceRange source) {
    if (body.ops().isEmpty()) {
      lane = lane(source);
    }
    return body.at(source);
  }

  /** What a number of the old function is in the lane at hand; null if it is only in its row. */
  Value number(Value old) {
    return numbers.get(old);
  }

  /** From now on that is what the number is. */
  void define(Value old, Value number) {
    numbers.put(old, number);
  }

  /** The lane's element of a row. */
  Value load(Value row) {
    return body.load(row, lane);
  }

  /** Overwrites the lane's element of a row. */
  void store(Value row, Value number) {
    body.store(row, lane, number);
  }

  /** Writes the loop. */
  void close() {
    if (!body.ops().isEmpty()) {
      out.append(
          new For(
              out.constant(0),
              lanes,
              1,
              BinaryOperator.LESS,
              List.of(),
              body.region(List.of(lane), List.of()),
              List.of(),
              body.source()));
    }
  }
}
