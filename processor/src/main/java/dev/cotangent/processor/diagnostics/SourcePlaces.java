package dev.cotangent.processor.diagnostics;

import dev.cotangent.processor.ir.SourceRange;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/** Whoever can print a message at a place inside a method's source; the front end that read it. */
@FunctionalInterface
public interface SourcePlaces {
  /** Knows no place. */
  SourcePlaces NONE = (kind, message, method, range) -> false;

  /**
   * Prints the message at the tree of this range in the file of {@code method}.
   *
   * @return whether the place was found; if not, nothing was printed
   */
  boolean print(Kind kind, String message, ExecutableElement method, SourceRange range);
}
