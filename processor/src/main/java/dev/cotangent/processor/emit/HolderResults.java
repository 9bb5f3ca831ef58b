package dev.cotangent.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Stage 7: what the holder keeps of the method's results: the value, and the last tangents. */
final class HolderResults {
  private static final String VALUE = "value";

  private final MethodModel model;
  private final CompanionNames names;

  HolderResults(MethodModel model, CompanionNames names) {
    this.model = model;
    this.names = names;
  }

  /** The names of the fields. */
  List<String> names() {
    return fields().stream().map(FieldSpec::name).toList();
  }

  List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    if (hasValue()) {
      fields.add(FieldSpec.builder(names.result(), VALUE, Modifier.PRIVATE).build());
    }
    tangents().forEach(t -> fields.addAll(names.records().partial(t.type, t.name)));
    return fields;
  }

  List<MethodSpec> accessors(List<Modifier> visibility) {
    List<MethodSpec> accessors = new ArrayList<>();
    if (hasValue()) {
      String which = model.outputs().isEmpty() ? "The value.\n" : "The array that was filled.\n";
      accessors.add(
          MethodSpec.methodBuilder(VALUE)
              .addModifiers(visibility)
              .returns(names.result())
              .addStatement("return $L", VALUE)
              .addJavadoc(which)
              .build());
    }
    for (Kept tangent : tangents()) {
      accessors.add(
          names
              .records()
              .accessor(tangent.type, tangent.name, visibility)
              .addJavadoc(
                  "The derivative$L along the direction of the last {@code jvp}.\n", tangent.of)
              .build());
    }
    return accessors;
  }

  private boolean hasValue() {
    return model.result().isPresent();
  }

  /** What is kept: of which type, under which name, and what its documentation adds. */
  private record Kept(Type type, String name, String of) {
    static Kept of(Result result) {
      String of = result.output().map(output -> " of {@code " + output.name() + "}").orElse("");
      return new Kept(result.type(), result.tangent(), of);
    }
  }

  /** One of each result; those in a record are in a holder for such records. */
  private List<Kept> tangents() {
    if (!model.offers(Derivative.JVP)) {
      return List.of();
    }
    return model
        .returned()
        .record()
        .map(record -> List.of(new Kept(record, "tangent", "")))
        .orElseGet(() -> names.results().stream().map(Kept::of).toList());
  }
}
