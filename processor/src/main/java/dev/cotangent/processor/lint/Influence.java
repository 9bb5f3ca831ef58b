package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Parameters whose partial is asked for and is always zero; of a record all partials. The
 * components of a record stand where their parameter stands.
 */
final class Influence implements Check {
  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    if (!scene.isMain()) {
      return;
    }
    Map<SourceRange, Boolean> influential = new LinkedHashMap<>();
    for (Value input : scene.inputs()) {
      boolean active = scene.activity().isActive(input);
      influential.merge(input.source(), active, Boolean::logicalOr);
    }
    influential.forEach(
        (place, any) -> {
          if (!any) {
            found.accept(Diagnostic.of(Code.NO_INFLUENCE, place, name(scene, place)));
          }
        });
  }

  /** The parameter's name: a record comes before its components. */
  private static String name(Scene scene, SourceRange place) {
    return scene.function().parameters().stream()
        .filter(parameter -> parameter.source().equals(place))
        .map(Value::name)
        .findFirst()
        .orElseThrow();
  }
}
