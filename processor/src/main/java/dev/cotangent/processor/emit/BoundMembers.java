package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.BoundArguments.Vector;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.RecordType;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the member {@code bind} and the private class behind it and behind {@code check}: the
 * method as a function of one flat vector, the other arguments fixed.
 */
final class BoundMembers {
  /** The derivatives that a bound function of numbers has if the companion has them. */
  private static final List<Derivative> FURTHER =
      List.of(Derivative.JVP, Derivative.HVP, Derivative.HESSIAN);

  /** The same of arrays. */
  private static final List<Derivative> OF_ARRAYS =
      List.of(Derivative.JVP, Derivative.VJP, Derivative.JACOBIAN);

  private final MemberContext context;
  private final CompanionNames names;
  private final CompanionPrograms all;
  private final BoundFields fields;
  private final BoundArguments arguments;

  BoundMembers(MemberContext context, CompanionPrograms all) {
    this.context = context;
    this.names = context.names();
    this.all = all;
    this.fields = BoundFields.of(names);
    this.arguments = new BoundArguments(context, all, fields);
  }

  static MethodSpec bind(MemberContext context) {
    CompanionNames names = context.names();
    return context
        .varargs(context.memberOfParameters("bind", function(context)))
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

  private static ClassName function(MemberContext context) {
    return context.model().isNumber() ? RuntimeNames.FUNCTION : RuntimeNames.VECTOR_FUNCTION;
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(names.bound())
            .addAnnotation(RuntimeNames.GENERATED)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(function(context));
    addFields(type);
    type.addMethod(constructor());
    functionMethods(type);
    arguments.makers(type, Vector.POINT);
    if (context.model().offers(Derivative.JVP) || context.model().offers(Derivative.HVP)) {
      arguments.makers(type, Vector.DIRECTION);
    }
    if (all.scalar().isPresent()) {
      type.addSuperinterface(RuntimeNames.SUBJECT);
      new BoundSubjectMembers(context, fields, arguments).addTo(type);
      arguments.makers(type, Vector.INPUTS);
    }
    return type.build();
  }

  private void addFields(TypeSpec.Builder type) {
    for (Parameter parameter : kept()) {
      type.addField(
          FieldSpec.builder(
                  CompanionNames.type(parameter),
                  parameter.name(),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .build());
    }
    type.addField(
        FieldSpec.builder(
                RuntimeNames.COORDINATES, fields.coordinates(), Modifier.PRIVATE, Modifier.FINAL)
            .build());
    type.addField(
        FieldSpec.builder(names.gradient(), fields.holder(), Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", names.gradient())
            .build());
    if (context.model().offers(Derivative.HESSIAN)) {
      type.addField(
          FieldSpec.builder(names.hessian(), fields.second(), Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new $T()", names.hessian())
              .build());
    }
    if (keepsJacobian()) {
      type.addField(
          FieldSpec.builder(names.jacobian(), fields.second(), Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new $T()", names.jacobian())
              .build());
    }
  }

  /** What the function is given with each call, or takes its records' structure from. */
  private List<Parameter> kept() {
    return context.model().parameters().stream()
        .filter(parameter -> !parameter.isWrt() || parameter.type() instanceof RecordType)
        .toList();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameters(names.parameterSpecs());
    for (Parameter parameter : kept()) {
      constructor.addStatement(
          "this.$L = $L", parameter.name(), arguments.copyIfWritten(parameter, ""));
    }
    CodeBlock chain =
        arguments.wrt().stream()
            .map(
                input ->
                    CodeBlock.of(
                        ".add($S, $L)",
                        input.display(),
                        RecordText.readOrNull(input.parameter().name(), input)))
            .collect(CodeBlock.joining(""));
    return constructor
        .addStatement("$L = new $T()$L", fields.coordinates(), RuntimeNames.COORDINATES, chain)
        .build();
  }

  private MethodSpec dimension() {
    return override("dimension", int.class)
        .addStatement("return $L.dimension()", fields.coordinates())
        .build();
  }

  private boolean keepsJacobian() {
    return !context.model().isNumber() && context.model().offers(Derivative.JACOBIAN);
  }

  private void functionMethods(TypeSpec.Builder type) {
    type.addMethod(dimension());
    type.addMethod(
        override("initialPoint", double[].class)
            .addStatement("return $L.initialPoint()", fields.coordinates())
            .build());
    if (context.model().isNumber()) {
      new BoundNumberMembers(context, fields, arguments).addTo(type);
    } else {
      vectorMethods(type);
    }
    Stream<Derivative> all = context.model().isNumber() ? FURTHER.stream() : OF_ARRAYS.stream();
    List<Derivative> further = all.filter(context.model()::offers).toList();
    if (!further.isEmpty()) {
      type.addMethod(offers(further));
    }
  }

  private void vectorMethods(TypeSpec.Builder type) {
    BoundVectorMembers vectors = new BoundVectorMembers(context, fields.coordinates());
    type.addMethod(vectors.values(arguments.point()));
    if (keepsJacobian()) {
      type.addMethod(vectors.jacobian(arguments.point(), fields.thisSecond()));
      type.addMethod(vectors.directionalDerivatives(arguments.point(), fields.thisSecond()));
    }
    if (context.model().offers(Derivative.JVP)) {
      type.addMethod(
          vectors.directionalDerivative(
              arguments.point(), arguments.direction(), fields.thisHolder()));
    }
    if (context.model().offers(Derivative.VJP)) {
      CodeBlock partials = arguments.collected(fields.thisHolder(), "partials");
      type.addMethod(vectors.pullBack(arguments.point(), fields.thisHolder(), partials));
    }
  }

  private MethodSpec offers(List<Derivative> further) {
    Stream<Derivative> always =
        context.model().isNumber() ? Stream.of(Derivative.GRADIENT) : Stream.empty();
    CodeBlock modes =
        Stream.concat(always, further.stream())
            .map(mode -> CodeBlock.of("mode == $T.$L", Derivative.class, mode))
            .collect(CodeBlock.joining(" || "));
    return override("offers", boolean.class)
        .addParameter(Derivative.class, "mode")
        .addStatement("return $L", modes)
        .build();
  }

  /**
   * A method of what the class implements that takes these vectors.
   *
   * @param coordinates the name of the field that knows how many coordinates there are
   * @param coordinated how many of the vectors, the first ones, have a component for each
   */
  static MethodSpec.Builder taking(
      String name,
      java.lang.reflect.Type result,
      String coordinates,
      List<String> vectors,
      int coordinated) {
    MethodSpec.Builder member = override(name, result);
    vectors.forEach(vector -> member.addParameter(double[].class, vector));
    vectors
        .subList(0, coordinated)
        .forEach(vector -> member.addStatement("$L.require($L)", coordinates, vector));
    return member;
  }

  /** A method of what the class implements. */
  static MethodSpec.Builder override(String name, java.lang.reflect.Type result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }
}
