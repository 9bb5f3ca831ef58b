package dev.cotangent.processor.random;

import static dev.cotangent.processor.random.Feature.form;
import static dev.cotangent.processor.random.Sort.BOOLEAN;
import static dev.cotangent.processor.random.Sort.DOUBLE;
import static dev.cotangent.processor.random.Sort.FLOAT;
import static dev.cotangent.processor.random.Sort.INT;
import static dev.cotangent.processor.random.Sort.LONG;
import static dev.cotangent.processor.random.Sort.NUMBER;

import java.util.List;

/** Floating arithmetic. What could leave the domain or grow beyond bounds is rare. */
final class Numbers {
  private static final String OF_BITS = "Double.longBitsToDouble";
  private static final String BITS = "Double.doubleToRawLongBits";

  /**
   * Of no number near zero: there the slope is beyond 1e300, and what cancels takes all else with
   * it.
   */
  private static final String FRACTION =
      OF_BITS + "(" + BITS + "(2.5 + Math.sin(#)) & 0xfffffffffffffL | 1023L << 52)";

  static final List<Feature> FEATURES =
      List.of(
          form(8, DOUBLE, "(# + #)", DOUBLE, NUMBER),
          form(5, DOUBLE, "(# - #)", NUMBER, DOUBLE),
          form(10, DOUBLE, "(# * #)", DOUBLE, DOUBLE),
          form(3, DOUBLE, "(# * #)", DOUBLE, NUMBER),
          form(4, DOUBLE, "(# / (2.5 + Math.sin(#)))", NUMBER, DOUBLE),
          form(1, DOUBLE, "(# / #)", DOUBLE, NUMBER).where(Body::isWild),
          form(1, DOUBLE, "(# % 1.75)", DOUBLE),
          form(1, DOUBLE, "(# % #)", NUMBER, DOUBLE).where(Body::isWild),
          form(2, DOUBLE, "(- #)", DOUBLE),
          form(4, DOUBLE, "(# ? # : #)", BOOLEAN, DOUBLE, NUMBER),
          form(2, DOUBLE, "(# ? # : #)", BOOLEAN, NUMBER, DOUBLE),
          form(5, DOUBLE, "Math.sin(#)", NUMBER),
          form(2, DOUBLE, "Math.cos(#)", DOUBLE),
          form(1, DOUBLE, "StrictMath.cos(#)", DOUBLE),
          form(4, DOUBLE, "Math.tanh(#)", DOUBLE),
          form(2, DOUBLE, "Math.atan(#)", DOUBLE),
          form(2, DOUBLE, "Math.exp(Math.sin(#))", DOUBLE),
          form(1, DOUBLE, "Math.exp(#)", DOUBLE).where(Body::isWild),
          form(1, DOUBLE, "Math.expm1(Math.cos(#))", DOUBLE),
          form(2, DOUBLE, "Math.sqrt(0.5 + Math.abs(#))", DOUBLE),
          form(1, DOUBLE, "Math.sqrt(#)", DOUBLE).where(Body::isWild),
          form(2, DOUBLE, "Math.log(1.5 + Math.abs(#))", DOUBLE),
          form(1, DOUBLE, "Math.log1p(Math.abs(#))", DOUBLE),
          form(1, DOUBLE, "Math.cbrt(#)", DOUBLE).where(Body::isWild),
          form(1, DOUBLE, "Math.pow(0.5 + Math.abs(#), Math.sin(#))", DOUBLE, NUMBER),
          form(1, DOUBLE, "Math.pow(#, 2)", DOUBLE),
          form(1, DOUBLE, "Math.pow(#, (# & 3))", DOUBLE, INT).where(Body::isWild),
          form(1, DOUBLE, "Math.hypot(#, #)", DOUBLE, NUMBER),
          form(1, DOUBLE, "Math.atan2(#, #)", DOUBLE, DOUBLE),
          form(1, DOUBLE, "Math.fma(#, #, #)", DOUBLE, DOUBLE, DOUBLE),
          form(2, DOUBLE, "Math.max(#, #)", DOUBLE, NUMBER),
          form(2, DOUBLE, "Math.min(#, #)", DOUBLE, DOUBLE),
          form(2, DOUBLE, "Math.abs(#)", DOUBLE),
          form(1, DOUBLE, "Math.sinh(Math.sin(#))", DOUBLE),
          form(1, DOUBLE, "Math.asin(Math.sin(#) / 2)", DOUBLE),
          form(1, DOUBLE, "Math.copySign(#, #)", DOUBLE, DOUBLE),
          form(1, DOUBLE, "Math.floor(#)", DOUBLE),
          form(1, DOUBLE, "Math.signum(#)", DOUBLE),
          form(1, DOUBLE, "Math.rint(#)", DOUBLE),
          form(1, DOUBLE, "Math.scalb(#, (# & 3))", DOUBLE, INT),
          form(1, DOUBLE, "Double.sum(#, #)", DOUBLE, DOUBLE),
          form(2, DOUBLE, "(double) #", NUMBER),
          form(1, DOUBLE, "((float) # * 1.0)", DOUBLE),
          form(1, DOUBLE, "Math.IEEEremainder(#, 1.5)", DOUBLE),
          form(1, DOUBLE, "Math.cosh(Math.sin(#))", DOUBLE),
          form(1, DOUBLE, "Math.tan(Math.sin(#))", DOUBLE),
          form(1, DOUBLE, "Math.acos(Math.sin(#) / 2)", DOUBLE),
          form(1, DOUBLE, "Math.log10(1.5 + Math.abs(#))", DOUBLE),
          form(1, DOUBLE, "Math.toRadians(#)", DOUBLE),
          form(1, DOUBLE, "Math.nextUp(#)", DOUBLE),
          // To an integer, as libraries do it, and by parts of the bits.
          form(1, DOUBLE, "(8 * Math.tanh(#) + 0x1p52 - 0x1p52)", DOUBLE),
          form(1, DOUBLE, "(0x1.8p52 + 8 * Math.sin(#) - 0x1.8p52)", DOUBLE),
          form(1, DOUBLE, OF_BITS + "(" + BITS + "(#) & Long.MAX_VALUE)", DOUBLE),
          form(1, DOUBLE, FRACTION, DOUBLE),
          form(1, INT, "(int) (" + BITS + "(#) >> 63)", DOUBLE),
          form(1, INT, "((int) (" + BITS + "(#) >> 52) & 0x7ff)", DOUBLE),
          form(1, DOUBLE, "StrictMath.exp(Math.sin(#))", NUMBER),
          form(1, DOUBLE, "(1.0 * (# / 3))", INT),
          form(1, DOUBLE, "(#)", DOUBLE),
          form(1, DOUBLE, "(+ #)", DOUBLE),
          // What overflows is not chosen.
          form(1, DOUBLE, "Math.min(Math.exp(900 * #), 10)", DOUBLE),
          form(1, DOUBLE, "Math.max(-2, # - Math.exp(# * 1000))", DOUBLE, DOUBLE),
          form(1, FLOAT, "(# % 1.25f)", FLOAT),
          form(1, FLOAT, "Float.sum(#, #)", FLOAT, FLOAT),
          form(1, FLOAT, "Math.min(#, #)", FLOAT, INT),
          form(1, FLOAT, "(float) #", LONG),
          form(4, FLOAT, "(# + #)", FLOAT, FLOAT),
          form(4, FLOAT, "(# * #)", FLOAT, FLOAT),
          form(2, FLOAT, "(# - #)", INT, FLOAT),
          form(1, FLOAT, "(# / (2 + # * #))", FLOAT, INT, FLOAT),
          form(1, FLOAT, "(# * #)", FLOAT, LONG),
          form(5, FLOAT, "(float) #", DOUBLE),
          form(2, FLOAT, "(float) Math.sin(#)", FLOAT),
          form(1, FLOAT, "Math.abs(#)", FLOAT),
          form(1, FLOAT, "Math.max(#, #)", FLOAT, FLOAT),
          form(2, FLOAT, "(# ? # : #)", BOOLEAN, FLOAT, FLOAT),
          form(1, FLOAT, "(- #)", FLOAT));

  private Numbers() {}
}
