package dev.cotangent.processor.frontend;

import javax.annotation.processing.ProcessingEnvironment;

/** Chooses the front end that fits the compiler at hand. */
public final class FrontEnds {
  private FrontEnds() {}

  /**
   * The front end for this compiler; one that refuses every method if the compiler shows no source.
   */
  public static FrontEnd of(ProcessingEnvironment environment) {
    try {
      return new TreeFrontEnd(Environments.unwrap(environment));
    } catch (LinkageError noTrees) {
      return new SourcelessFrontEnd("it runs without the module jdk.compiler");
    } catch (IllegalArgumentException otherCompiler) {
      return new SourcelessFrontEnd("it is not javac");
    }
  }
}
