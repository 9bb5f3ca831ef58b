package dev.cotangent.processor;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.Optional;

/** What the processor needs beside itself: build tools put it there, scripts may forget it. */
enum Libraries {
  RUNTIME("dev.cotangent:cotangent-runtime", "dev.cotangent.Derivative"),
  JAVAPOET("com.palantir.javapoet:javapoet", "com.palantir.javapoet.JavaFile");

  private final String artifact;
  private final String witness;

  /**
   * A library.
   *
   * @param artifact its coordinates
   * @param witness one of its classes
   */
  Libraries(String artifact, String witness) {
    this.artifact = artifact;
    this.witness = witness;
  }

  /** What to report if one is missing. */
  static Optional<Diagnostic> missing() {
    for (Libraries library : values()) {
      try {
        Class.forName(library.witness, false, Libraries.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError absent) {
        return Optional.of(Diagnostic.of(Code.LIBRARY_MISSING, SourceRange.NONE, library.artifact));
      }
    }
    return Optional.empty();
  }
}
