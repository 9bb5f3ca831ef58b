package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Binary;
import java.util.function.Consumer;

/** Comparisons of active numbers: the derivative is that of the side which they choose. */
final class Branches implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    scene.forEach(
        op -> {
          if (op instanceof Binary binary
              && binary.operator().isComparison()
              && scene.hasVariedOperand(op)) {
            found.accept(Diagnostic.of(Code.ACTIVE_BRANCH, op.source()));
          }
        });
  }
}
