package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Consumer;

/** Arguments, differentiated ones, that the method overwrites. */
final class Overwrites implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    if (!scene.isMain()) {
      return;
    }
    List<Value> arrays =
        scene.inputs().stream().filter(input -> input.type().isReference()).toList();
    scene.forEach(
        op ->
            arrays.stream()
                .filter(array -> mayWrite(op, array, scene))
                .forEach(
                    array ->
                        found.accept(
                            Diagnostic.of(Code.INPUT_OVERWRITTEN, op.source(), array.name()))));
  }

  private static boolean mayWrite(Op op, Value array, Scene scene) {
    Value wanted = scene.aliases().classOf(array);
    return scene.helpers().written(op).stream()
        .anyMatch(written -> scene.aliases().classOf(written.array()) == wanted);
  }
}
