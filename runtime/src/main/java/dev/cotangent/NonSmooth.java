package dev.cotangent;

/**
 * The convention for a seed of exactly zero that flows into a partial which may be infinite: those
 * of {@code sqrt}, {@code cbrt}, {@code log}, {@code log10}, {@code log1p}, {@code pow}, {@code
 * asin}, {@code acos}, {@code hypot} and {@code atan2}. All other conventions at singular points
 * are the same in both cases.
 */
public enum NonSmooth {
  /**
   * A zero seed contributes zero, whatever the partial. Code such as {@code x > 0 ? sqrt(x) : 0}
   * written with a mask ({@code mask * sqrt(x)}) has a finite derivative where the mask is zero.
   */
  STRONG_ZERO,
  /** The product of seed and partial is IEEE arithmetic: zero times infinity is NaN. */
  IEEE
}
