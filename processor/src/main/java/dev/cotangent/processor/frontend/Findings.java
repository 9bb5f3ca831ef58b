package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The diagnostics of one method and its helpers, each once. */
final class Findings {
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  /** Adds one. */
  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** Adds what a refusal has to say. */
  void add(Refusal refusal) {
    refusal.diagnostic().ifPresent(this::add);
  }

  /** Whether any is an error. */
  boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
  }

  /** Whether some name could not be found. */
  boolean hasUnknownNames() {
    return diagnostics.stream().anyMatch(d -> d.code() == Code.UNKNOWN_NAME);
  }

  /** All of them, in source order. */
  List<Diagnostic> inSourceOrder() {
    return diagnostics.stream()
        .sorted(Comparator.comparingInt(diagnostic -> diagnostic.range().start()))
        .toList();
  }
}
