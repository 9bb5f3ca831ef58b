package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/** The front end of a compiler that shows no source: refuses every method, and says why. */
record SourcelessFrontEnd(String reason) implements FrontEnd {
  @Override
  public boolean hasSource(ExecutableElement method) {
    return true;
  }

  @Override
  public Lowered lower(ExecutableElement method) {
    return refused(method, reason);
  }

  /** The refusal of a method whose source is not to be had. */
  static Lowered refused(ExecutableElement method, String reason) {
    String name = method.getSimpleName().toString();
    return new Lowered.Refused(
        List.of(Diagnostic.of(Code.NO_SOURCE, SourceRange.NONE, name, reason)));
  }

  @Override
  public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
    return false;
  }
}
