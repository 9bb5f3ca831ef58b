package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/**
 * The front end of a compiler that only looks at signatures, such as Bazel's header compiler
 * Turbine. It throws the bodies of methods away, those of companions too: what is written needs the
 * right signatures and nothing in them. A full compilation of the same source follows.
 */
record BodilessFrontEnd() implements FrontEnd {
  /** Whether such a compiler made the environment. */
  static boolean fits(String environmentClass) {
    return environmentClass.startsWith("com.google.turbine.");
  }

  @Override
  public boolean hasSource(ExecutableElement method) {
    return true;
  }

  @Override
  public Lowered lower(ExecutableElement method) {
    return new Lowered.Bodiless();
  }

  @Override
  public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
    return false;
  }
}
