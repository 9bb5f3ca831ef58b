package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.SourcePlaces;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Stage 1. Turns a method of the current round into a program of the IR, and places of the IR back
 * into positions of the source. Elements belong to a round: a deferred method is looked up again
 * and given anew.
 */
public interface FrontEnd extends SourcePlaces {
  /**
   * Whether the method is being compiled from source. A method of a class file, which a compiler
   * may hand to processors too, is not and needs no companion.
   */
  boolean hasSource(ExecutableElement method);

  /**
   * The program of the method and of the helpers that it calls in its file, or why there is none.
   */
  Lowered lower(ExecutableElement method);

  /** The text of the file that declares the method; empty if the compiler does not show it. */
  default Optional<SourceText> source(ExecutableElement method) {
    return Optional.empty();
  }
}
