package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Diagnostic;
import java.util.Optional;

/**
 * Abandons the statement at hand; lowering goes on behind it, so that one run finds every mistake.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  private Refusal(Diagnostic diagnostic) {
    super(diagnostic == null ? "already reported" : diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** Abandons for a reason that the user has not been told yet. */
  static Refusal because(Diagnostic diagnostic) {
    return new Refusal(diagnostic);
  }

  /** Abandons because of something that an earlier diagnostic has said. */
  static Refusal alreadyReported() {
    return new Refusal(null);
  }

  /** What to tell the user, if anything. */
  Optional<Diagnostic> diagnostic() {
    return Optional.ofNullable(diagnostic);
  }
}
