package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which helpers need a dual, a version with tangents, and what those are called. */
final class TangentHelpers {
  private final int width;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * No helpers yet.
   *
   * @param width how many directions each dual carries
   */
  TangentHelpers(int width) {
    this.width = width;
  }

  /** How many directions each dual carries. */
  int width() {
    return width;
  }

  /** The name of the helper's dual, which will be made. */
  String dual(String helper) {
    if (asked.add(helper)) {
      pending.add(helper);
    }
    return helper + Names.TANGENT;
  }

  /** A helper whose dual is still to be made; null when there is none left. */
  String next() {
    return pending.poll();
  }

  /**
   * Whether a dual has a tangent for each value of this type that goes in, comes out, or lies on
   * the tape.
   */
  static boolean isDual(Type type) {
    return type.isFloating() || type.isFloatingArray();
  }

  /** Whether the value is a tape. */
  static boolean isTape(Value value) {
    return value.type().equals(ReferenceType.TAPE);
  }
}
