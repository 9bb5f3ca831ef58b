package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.MathCall;

/**
 * What a value still has of the mantissa of a number that it was made from. Sign and exponent of a
 * number are constant but for jumps; the mantissa moves with it.
 *
 * @param mask the bits that may move
 * @param whole the call that gave the bits of a number, if the value differs from these by what is
 *     constant but for jumps, so that it moves as they do; else null
 */
record MovingBits(long mask, MathCall whole) {
  /** Constant but for jumps. */
  static final MovingBits NONE = new MovingBits(0, null);

  /** Anything. */
  static final MovingBits ANY = new MovingBits(-1, null);

  private static final long MANTISSA_OF_DOUBLE = 0xfffffffffffffL;
  private static final long MANTISSA_OF_FLOAT = 0x7fffff;

  /** The bits of a number. */
  static MovingBits of(MathCall call) {
    return new MovingBits(mantissa(call), call);
  }

  private static long mantissa(MathCall call) {
    return call.name().startsWith("double") ? MANTISSA_OF_DOUBLE : MANTISSA_OF_FLOAT;
  }

  boolean isNone() {
    return mask == 0;
  }

  /** Of a value that may be either. */
  MovingBits or(MovingBits other) {
    return new MovingBits(mask | other.mask, whole == other.whole ? whole : null);
  }

  /** Behind {@code &} with a value that may have these bits. */
  MovingBits within(long possible, boolean known) {
    boolean keeps = known && whole != null && (possible & mantissa(whole)) == mantissa(whole);
    return new MovingBits(mask & possible, keeps ? whole : null);
  }

  /** Behind {@code |} or {@code ^} with a constant that may have these bits. */
  MovingBits besides(long possible) {
    boolean keeps = whole != null && (possible & mantissa(whole)) == 0;
    return new MovingBits(mask, keeps ? whole : null);
  }

  /** Behind the addition of a constant: what is carried over changes other bits seldom. */
  MovingBits shifted() {
    return whole == null ? carried() : this;
  }

  /** Behind arithmetic that carries from a bit to the higher ones. */
  MovingBits carried() {
    return new MovingBits(-Long.lowestOneBit(mask), null);
  }

  /** With another mask and nothing else known. */
  static MovingBits masked(long mask) {
    return new MovingBits(mask, null);
  }
}
