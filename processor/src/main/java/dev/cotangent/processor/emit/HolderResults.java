package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.frontend.MethodModel;
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
    tangents().forEach(r -> fields.addAll(names.records().partial(r.type(), r.tangent())));
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
    for (Result result : tangents()) {
      accessors.add(
          names
              .records()
              .accessor(result.type(), result.tangent(), visibility)
              .addJavadoc(javadoc(result))
              .build());
    }
    return accessors;
  }

  private static CodeBlock javadoc(Result result) {
    String of = result.output().map(output -> " of {@code " + output.name() + "}").orElse("");
    return CodeBlock.of("The derivative$L along the direction of the last {@code jvp}.\n", of);
  }

  private boolean hasValue() {
    return model.result().isPresent();
  }

  private List<Result> tangents() {
    return model.offers(Derivative.JVP) ? names.results() : List.of();
  }
}
