package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the member {@code bind} and the private class behind it and behind {@code check}: the
 * method as a function of one flat vector, the other arguments fixed.
 */
final class BoundMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final CompanionPrograms all;
  private final String coordinates;
  private final String holder;

  BoundMembers(MemberContext context, CompanionPrograms all) {
    this.context = context;
    this.names = context.names();
    this.all = all;
    TakenNames taken = new TakenNames(names.parameters());
    this.coordinates = taken.take("coordinates");
    this.holder = taken.take("holder");
  }

  static MethodSpec bind(MemberContext context) {
    CompanionNames names = context.names();
    return context
        .varargs(context.memberOfParameters("bind", RuntimeNames.FUNCTION))
        .addJavadoc(
            "The function of one flat vector that $L is: the parameters that are differentiated, in"
                + " order, arrays flattened. The arguments give the initial point, the lengths of"
                + " arrays, and the other parameters, which are read at each call.\n",
            names.link())
        .addCode(
            context.body(
                all ->
                    CodeBlock.builder()
                        .addStatement(
                            "return new $T($L)",
                            names.bound(),
                            String.join(", ", names.parameters()))
                        .build()))
        .build();
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.bound())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(RuntimeNames.FUNCTION);
    for (Parameter parameter : passive()) {
      type.addField(
          FieldSpec.builder(
                  CompanionNames.type(parameter),
                  parameter.name(),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .build());
    }
    type.addField(
        FieldSpec.builder(RuntimeNames.COORDINATES, coordinates, Modifier.PRIVATE, Modifier.FINAL)
            .build());
    type.addField(
        FieldSpec.builder(names.gradient(), holder, Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", names.gradient())
            .build());
    type.addMethod(constructor());
    functionMethods(type);
    if (all.scalar().isPresent()) {
      type.addSuperinterface(RuntimeNames.SUBJECT);
      subjectMethods(type);
    }
    return type.build();
  }

  private List<Parameter> passive() {
    return context.model().parameters().stream().filter(parameter -> !parameter.isWrt()).toList();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameters(names.parameterSpecs());
    for (Parameter parameter : passive()) {
      constructor.addStatement("this.$1L = $2L", parameter.name(), copyIfWritten(parameter, ""));
    }
    CodeBlock chain =
        context.model().wrt().stream()
            .map(parameter -> CodeBlock.of(".add($S, $L)", parameter.name(), parameter.name()))
            .collect(CodeBlock.joining(""));
    return constructor
        .addStatement("$L = new $T()$L", coordinates, RuntimeNames.COORDINATES, chain)
        .build();
  }

  private void functionMethods(TypeSpec.Builder type) {
    type.addMethod(
        override("dimension", int.class)
            .addStatement("return $L.dimension()", coordinates)
            .build());
    type.addMethod(
        override("initialPoint", double[].class)
            .addStatement("return $L.initialPoint()", coordinates)
            .build());
    type.addMethod(
        override("value", double.class)
            .addParameter(double[].class, "point")
            .addStatement("$L.require(point)", coordinates)
            .addStatement("return $T.value($L)", names.companion(), list(point()))
            .build());
    type.addMethod(valueAndGradient());
    if (context.model().offers(Derivative.JVP)) {
      type.addMethod(directionalDerivative());
    }
    if (context.model().offers(Derivative.HVP)) {
      type.addMethod(hessianVectorProduct());
    }
  }

  private MethodSpec valueAndGradient() {
    return override("valueAndGradient", double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "gradient")
        .addStatement("$L.require(point)", coordinates)
        .addStatement("$L.require(gradient)", coordinates)
        .addStatement("$T.gradient($L, $L)", names.companion(), list(point()), "this." + holder)
        .addCode(collected("gradient"))
        .addStatement("return $L.value()", "this." + holder)
        .build();
  }

  private MethodSpec directionalDerivative() {
    return override("directionalDerivative", double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "direction")
        .addStatement("$L.require(point)", coordinates)
        .addStatement("$L.require(direction)", coordinates)
        .addStatement(
            "return $T.jvp($L, $L).tangent()", names.companion(), list(point()), list(direction()))
        .build();
  }

  private MethodSpec hessianVectorProduct() {
    return override("hessianVectorProduct", void.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "direction")
        .addParameter(double[].class, "product")
        .addStatement("$L.require(point)", coordinates)
        .addStatement("$L.require(direction)", coordinates)
        .addStatement("$L.require(product)", coordinates)
        .addStatement(
            "$T.hvp($L, $L, $L)",
            names.companion(),
            list(point()),
            list(direction()),
            "this." + holder)
        .addCode(collected("product"))
        .build();
  }

  private void subjectMethods(TypeSpec.Builder type) {
    type.addMethod(
        override("method", String.class)
            .addStatement("return $S", context.model().names().display())
            .build());
    type.addMethod(
        override("label", String.class)
            .addParameter(int.class, "k")
            .addStatement("return $L.label(k)", coordinates)
            .build());
    type.addMethod(
        override("single", boolean.class)
            .addParameter(int.class, "k")
            .addStatement("return $L.single(k)", coordinates)
            .build());
    type.addMethod(
        override("point", double[].class)
            .addStatement("return $L.initialPoint()", coordinates)
            .build());
    type.addMethod(
        override("gradient", double.class)
            .addParameter(double[].class, "point")
            .addParameter(double[].class, "gradient")
            .addStatement("return valueAndGradient(point, gradient)")
            .build());
    type.addMethod(twin());
  }

  private MethodSpec twin() {
    return override("twin", double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "gradient")
        .addStatement("$T[] inputs = $L.inputs(point)", RuntimeNames.SCALAR, coordinates)
        .addStatement(
            "$T result = $T.scalar($L)",
            RuntimeNames.SCALAR,
            names.companion(),
            list(arguments(this::input)))
        .addStatement(
            "return $L.partials(result, $T.$L, inputs, gradient)",
            coordinates,
            RuntimeNames.NON_SMOOTH,
            context.model().nonSmooth().name())
        .build();
  }

  private static MethodSpec.Builder override(String name, java.lang.reflect.Type result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  /** Writes the partials from the holder into a flat vector. */
  private CodeBlock collected(String vector) {
    CodeBlock.Builder statements = CodeBlock.builder();
    List<Parameter> wrt = context.model().wrt();
    for (int i = 0; i < wrt.size(); i++) {
      statements.addStatement(
          "$L.put($L, $L.$L(), $L)",
          coordinates,
          i,
          "this." + holder,
          HolderEmitter.partial(wrt.get(i)),
          vector);
    }
    return statements.build();
  }

  /** How the argument for the i-th parameter that is differentiated is written. */
  @FunctionalInterface
  private interface ActiveArgument {
    CodeBlock of(int i, Parameter parameter);
  }

  private List<CodeBlock> point() {
    return arguments((i, parameter) -> component(i, parameter, false));
  }

  private List<CodeBlock> arguments(ActiveArgument active) {
    List<CodeBlock> arguments = new ArrayList<>();
    int i = 0;
    for (Parameter parameter : context.model().parameters()) {
      arguments.add(
          parameter.isWrt() ? active.of(i++, parameter) : copyIfWritten(parameter, "this."));
    }
    return arguments;
  }

  private List<CodeBlock> direction() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : context.model().wrt()) {
      arguments.add(component(arguments.size(), parameter, true));
    }
    return arguments;
  }

  private CodeBlock component(int i, Parameter parameter, boolean ofDirection) {
    String vector = ofDirection ? "direction" : "point";
    if (!parameter.isWrtArray()) {
      String cast = parameter.type() == PrimitiveType.FLOAT ? "(float) " : "";
      return CodeBlock.of("$L$L.scalar($L, $L)", cast, coordinates, i, vector);
    }
    if (PartialsType.isNested(parameter.type())) {
      String rows = ofDirection ? "directionRows" : "rows";
      TypeName type = JavaTypes.of(parameter.type());
      return CodeBlock.of("($T) $L.$L($L, $L)", type, coordinates, rows, i, vector);
    }
    boolean isDouble = parameter.type().equals(parameter.type().derivative());
    String elements = isDouble ? "doubles" : "floats";
    String method = ofDirection ? (isDouble ? "directionDoubles" : "directionFloats") : elements;
    return CodeBlock.of("$L.$L($L, $L)", coordinates, method, i, vector);
  }

  private CodeBlock input(int i, Parameter parameter) {
    if (PartialsType.isNested(parameter.type())) {
      CodeBlock levels = ScalarMembers.levels(parameter.type());
      TypeName type = ScalarMembers.scalarType(parameter.type());
      return CodeBlock.of("($T) $L.inputRows($L, inputs, $L)", type, coordinates, i, levels);
    }
    return CodeBlock.of(
        "$L.$L($L, inputs)", coordinates, parameter.isWrtArray() ? "inputArray" : "input", i);
  }

  /** Arrays that the method overwrites start anew at each call. */
  private CodeBlock copyIfWritten(Parameter parameter, String qualifier) {
    CodeBlock read = CodeBlock.of("$L$L", qualifier, parameter.name());
    return all.written().contains(parameter.name()) ? copy(parameter, read) : read;
  }

  private static CodeBlock copy(Parameter parameter, CodeBlock read) {
    return PartialsType.isNested(parameter.type())
        ? CodeBlock.of("$T.copy($L)", RuntimeNames.NESTS, read)
        : CodeBlock.of("$1L == null ? null : $1L.clone()", read);
  }

  private static CodeBlock list(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ", ");
  }
}
