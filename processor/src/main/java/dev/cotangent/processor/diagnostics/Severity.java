package dev.cotangent.processor.diagnostics;

/** How much a diagnostic matters. */
public enum Severity {
  /** The method is not differentiated. */
  ERROR,
  /** Probably a mistake of the user's; the method is differentiated. */
  WARNING,
  /** Worth knowing. */
  NOTE
}
