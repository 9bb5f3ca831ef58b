package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import java.util.List;

/** Stage 7: what the class behind {@code bind} computes of a method that gives one number. */
final class BoundNumberMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final BoundFields fields;
  private final BoundArguments arguments;
  private final String coordinates;

  BoundNumberMembers(MemberContext context, BoundFields fields, BoundArguments arguments) {
    this.context = context;
    this.names = context.names();
    this.fields = fields;
    this.arguments = arguments;
    this.coordinates = fields.coordinates();
  }

  /** Adds them. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(
        member("value", double.class, "point")
            .addStatement("return $T.value($L)", names.companion(), list(arguments.point()))
            .build());
    type.addMethod(valueAndGradient());
    if (context.model().offers(Derivative.JVP)) {
      type.addMethod(directionalDerivative());
    }
    if (context.model().offers(Derivative.HVP)) {
      type.addMethod(hessianVectorProduct());
    }
    if (context.model().offers(Derivative.HESSIAN)) {
      type.addMethod(hessian());
    }
  }

  private MethodSpec valueAndGradient() {
    return member("valueAndGradient", double.class, "point", "gradient")
        .addStatement(
            "$T.gradient($L, $L)", names.companion(), list(arguments.point()), fields.thisHolder())
        .addCode(arguments.collected(fields.thisHolder(), "gradient"))
        .addStatement("return $L.value()", fields.thisHolder())
        .build();
  }

  private MethodSpec directionalDerivative() {
    return member("directionalDerivative", double.class, "point", "direction")
        .addStatement(
            "return $T.jvp($L, $L).tangent()",
            names.companion(),
            list(arguments.point()),
            list(arguments.direction()))
        .build();
  }

  private MethodSpec hessianVectorProduct() {
    return member("hessianVectorProduct", void.class, "point", "direction", "product")
        .addStatement(
            "$T.hvp($L, $L, $L)",
            names.companion(),
            list(arguments.point()),
            list(arguments.direction()),
            fields.thisHolder())
        .addCode(arguments.collected(fields.thisHolder(), "product"))
        .build();
  }

  private MethodSpec hessian() {
    return member("hessian", double.class, "point", "gradient")
        .addParameter(double[][].class, "matrix")
        .addStatement("$L.requireSquare(matrix)", coordinates)
        .addStatement(
            "$T.hessian($L, $L)", names.companion(), list(arguments.point()), fields.thisSecond())
        .addCode(arguments.collected(fields.thisSecond() + ".gradient()", "gradient"))
        .addStatement("$L.putRows($L.matrix(), matrix)", coordinates, fields.thisSecond())
        .addStatement("return $L.value()", fields.thisSecond())
        .build();
  }

  private MethodSpec.Builder member(String name, java.lang.reflect.Type result, String... vectors) {
    return BoundMembers.taking(name, result, coordinates, List.of(vectors), vectors.length);
  }

  private static CodeBlock list(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ", ");
  }
}
