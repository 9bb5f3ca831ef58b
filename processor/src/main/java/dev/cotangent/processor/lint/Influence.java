package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Value;
import java.util.function.Consumer;

/** Parameters whose partial is asked for and is always zero. */
final class Influence implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    if (!scene.isMain()) {
      return;
    }
    for (Value input : scene.inputs()) {
      if (!scene.activity().isActive(input)) {
        found.accept(Diagnostic.of(Code.NO_INFLUENCE, input.source(), input.name()));
      }
    }
  }
}
