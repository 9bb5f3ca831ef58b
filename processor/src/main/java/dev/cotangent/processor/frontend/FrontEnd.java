package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.SourcePlaces;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Stage 1. Turns a method of the current round into a program of the IR, and places of the IR back
 * into positions of the source. Elements belong to a round: a deferred method is looked up again
 * and given anew.
 */
public interface FrontEnd extends SourcePlaces {
  /** Tells of the annotated methods of a round, before anything else is asked about them. */
  default void begin(Collection<ExecutableElement> methods) {}

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
