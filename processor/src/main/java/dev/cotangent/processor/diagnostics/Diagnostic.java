package dev.cotangent.processor.diagnostics;

import dev.cotangent.processor.ir.SourceRange;
import java.util.List;

/**
 * One thing to tell the user: a code, the place in the user's file, and what fills the holes of the
 * code's texts. Two diagnostics with the same content are equal, so that a set of them shows each
 * once.
 */
public record Diagnostic(Code code, SourceRange range, List<String> arguments) {
  /** Copies the list. */
  public Diagnostic {
    arguments = List.copyOf(arguments);
  }

  /** A diagnostic at a place. */
  public static Diagnostic of(Code code, SourceRange range, String... arguments) {
    return new Diagnostic(code, range, List.of(arguments));
  }

  /** The line that the user reads: {@code [COT012] reason. Fix.} */
  public String message() {
    return "[" + code.id() + "] " + code.reason(arguments) + ". " + code.fix(arguments) + ".";
  }
}
