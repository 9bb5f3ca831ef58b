package dev.cotangent.processor.frontend;

import javax.annotation.processing.ProcessingEnvironment;

/** Chooses the front end that fits the compiler at hand. */
public final class FrontEnds {
  private FrontEnds() {}

  /**
   * The front end for this compiler; one that refuses every method if the compiler shows no source.
   */
  public static FrontEnd of(ProcessingEnvironment environment) {
    return new SourcelessFrontEnd("not built yet");
  }
}
