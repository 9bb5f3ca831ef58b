package dev.cotangent.processor.explain;

import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.SourceText;
import dev.cotangent.processor.ir.Program;
import java.util.List;

/**
 * Stage 8, input: what there is to tell of a method.
 *
 * @param model its signature
 * @param source the file that it stands in
 * @param method its program, as the user wrote it, helpers inlined
 * @param adjoint the program of its reverse mode, simplified
 * @param notes what lint finds if it looks for everything
 * @param companion the text of the companion
 */
public record Explanation(
    MethodModel model,
    SourceText source,
    Program method,
    Program adjoint,
    List<Diagnostic> notes,
    String companion) {
  /** Copies the list. */
  public Explanation {
    notes = List.copyOf(notes);
  }
}
