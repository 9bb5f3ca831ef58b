package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/**
 * Stage 7: what the class behind {@code bind} is asked by {@code check}, beside the function that
 * it is: the twin, and what to call things.
 */
final class BoundSubjectMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final BoundFields fields;
  private final BoundArguments arguments;
  private final String coordinates;

  BoundSubjectMembers(MemberContext context, BoundFields fields, BoundArguments arguments) {
    this.context = context;
    this.names = context.names();
    this.fields = fields;
    this.arguments = arguments;
    this.coordinates = fields.coordinates();
  }

  /** Adds them. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(
        BoundMembers.override("method", String.class)
            .addStatement("return $S", context.model().names().display() + what())
            .build());
    type.addMethod(
        BoundMembers.override("label", String.class)
            .addParameter(int.class, "k")
            .addStatement("return $L.label(k)", coordinates)
            .build());
    type.addMethod(
        BoundMembers.override("single", boolean.class)
            .addParameter(int.class, "k")
            .addStatement("return $L.single(k)", coordinates)
            .build());
    type.addMethod(
        BoundMembers.override("point", double[].class)
            .addStatement("return $L.initialPoint()", coordinates)
            .build());
    if (context.programs().filter(CompanionPrograms::twinTakesDerivatives).isPresent()) {
      type.addMethod(
          BoundMembers.override("twinRounds", boolean.class).addStatement("return true").build());
    }
    if (context.model().isNumber()) {
      type.addMethod(
          vectors("gradient").addStatement("return valueAndGradient(point, gradient)").build());
      type.addMethod(twin());
    } else {
      weighedMethods(type);
    }
  }

  private String what() {
    return context.model().isNumber() ? "" : ", a weighted sum of its results";
  }

  private void weighedMethods(TypeSpec.Builder type) {
    type.addMethod(
        new WeighedMembers(context)
            .value(
                BoundMembers.override("value", double.class).addParameter(double[].class, "point"),
                arguments.point()));
    type.addMethod(
        new WeighedMembers(context)
            .gradient(
                vectors("gradient"),
                arguments.point(),
                fields.thisHolder(),
                arguments.collected(fields.thisHolder(), "gradient")));
    CodeBlock partials = partials("sum");
    type.addMethod(
        new WeighedMembers(context)
            .twin(vectors("twin").addCode(inputs()), arguments.twin(), partials));
  }

  private static MethodSpec.Builder vectors(String name) {
    return BoundMembers.override(name, double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "gradient");
  }

  private MethodSpec twin() {
    return vectors("twin")
        .addCode(inputs())
        .addStatement(
            "$T result = $T.scalar($L)",
            RuntimeNames.SCALAR,
            names.companion(),
            CodeBlock.join(arguments.twin(), ", "))
        .addStatement("return $L", partials("result"))
        .build();
  }

  private CodeBlock inputs() {
    return CodeBlock.builder()
        .addStatement("$T[] inputs = $L.inputs(point)", RuntimeNames.SCALAR, coordinates)
        .build();
  }

  private CodeBlock partials(String result) {
    return CodeBlock.of(
        "$L.partials($L, $T.$L, inputs, gradient)",
        coordinates,
        result,
        RuntimeNames.NON_SMOOTH,
        context.model().nonSmooth().name());
  }
}
