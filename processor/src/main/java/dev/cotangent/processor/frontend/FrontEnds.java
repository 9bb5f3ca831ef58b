package dev.cotangent.processor.frontend;

import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.ToolProvider;

/**
 * Chooses the front end that fits the compiler at hand. Itself it knows no trees, which are not in
 * every Java runtime.
 */
public final class FrontEnds {
  private FrontEnds() {}

  /**
   * The front end for this compiler; one that refuses every method if the compiler shows no source.
   */
  public static FrontEnd of(ProcessingEnvironment environment) {
    ProcessingEnvironment compiler = Environments.unwrap(environment);
    if (BodilessFrontEnd.fits(compiler.getClass().getName())) {
      return new BodilessFrontEnd();
    }
    try {
      return new TreeFrontEnd(compiler);
    } catch (LinkageError noTrees) {
      return withoutParser();
    } catch (IllegalArgumentException otherCompiler) {
      return ToolProvider.getSystemJavaCompiler() == null
          ? withoutParser()
          : new TextFrontEnd(environment);
    }
  }

  private static FrontEnd withoutParser() {
    return new SourcelessFrontEnd("it runs on a Java runtime without the module jdk.compiler");
  }
}
