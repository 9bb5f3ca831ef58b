package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Diagnostic;
import java.util.function.Consumer;

/** Looks for one concern in one function. */
@FunctionalInterface
interface Check {
  /** Hands what it finds to {@code found}; the same thing may be found twice. */
  void examine(Scene scene, Consumer<Diagnostic> found);
}
