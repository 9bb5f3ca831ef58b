package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  private final String coordinates;
  private final String holder;
  private final String second;

  BoundMembers(MemberContext context, CompanionPrograms all) {
    this.context = context;
    this.names = context.names();
    this.all = all;
    TakenNames taken = new TakenNames(names.parameters());
    this.coordinates = taken.take("coordinates");
    this.holder = taken.take("holder");
    this.second = taken.take("second");
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
        FieldSpec.builder(RuntimeNames.COORDINATES, coordinates, Modifier.PRIVATE, Modifier.FINAL)
            .build());
    type.addField(
        FieldSpec.builder(names.gradient(), holder, Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", names.gradient())
            .build());
    if (context.model().offers(Derivative.HESSIAN)) {
      type.addField(
          FieldSpec.builder(names.hessian(), second, Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new $T()", names.hessian())
              .build());
    }
    if (keepsJacobian()) {
      type.addField(
          FieldSpec.builder(names.jacobian(), second, Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new $T()", names.jacobian())
              .build());
    }
    type.addMethod(constructor());
    functionMethods(type);
    makers(type, Vector.POINT);
    if (context.model().offers(Derivative.JVP) || context.model().offers(Derivative.HVP)) {
      makers(type, Vector.DIRECTION);
    }
    if (all.scalar().isPresent()) {
      type.addSuperinterface(RuntimeNames.SUBJECT);
      subjectMethods(type);
      makers(type, Vector.INPUTS);
    }
    return type.build();
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
      constructor.addStatement("this.$L = $L", parameter.name(), copyIfWritten(parameter, ""));
    }
    CodeBlock chain =
        wrt().stream()
            .map(
                input ->
                    CodeBlock.of(
                        ".add($S, $L)",
                        input.display(),
                        RecordText.readOrNull(input.parameter().name(), input)))
            .collect(CodeBlock.joining(""));
    return constructor
        .addStatement("$L = new $T()$L", coordinates, RuntimeNames.COORDINATES, chain)
        .build();
  }

  private MethodSpec dimension() {
    return override("dimension", int.class)
        .addStatement("return $L.dimension()", coordinates)
        .build();
  }

  private boolean keepsJacobian() {
    return !context.model().isNumber() && context.model().offers(Derivative.JACOBIAN);
  }

  private void functionMethods(TypeSpec.Builder type) {
    type.addMethod(dimension());
    type.addMethod(
        override("initialPoint", double[].class)
            .addStatement("return $L.initialPoint()", coordinates)
            .build());
    if (context.model().isNumber()) {
      numberMethods(type);
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
    BoundVectorMembers vectors = new BoundVectorMembers(context, coordinates);
    type.addMethod(vectors.values(point()));
    if (keepsJacobian()) {
      type.addMethod(vectors.jacobian(point(), "this." + second));
    }
    if (context.model().offers(Derivative.JVP)) {
      type.addMethod(vectors.directionalDerivative(point(), direction(), "this." + holder));
    }
    if (context.model().offers(Derivative.VJP)) {
      CodeBlock partials = collected("this." + holder, "partials");
      type.addMethod(vectors.pullBack(point(), "this." + holder, partials));
    }
  }

  private void numberMethods(TypeSpec.Builder type) {
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
    if (context.model().offers(Derivative.HESSIAN)) {
      type.addMethod(hessian());
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

  private MethodSpec valueAndGradient() {
    return override("valueAndGradient", double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "gradient")
        .addStatement("$L.require(point)", coordinates)
        .addStatement("$L.require(gradient)", coordinates)
        .addStatement("$T.gradient($L, $L)", names.companion(), list(point()), "this." + holder)
        .addCode(collected("this." + holder, "gradient"))
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
        .addCode(collected("this." + holder, "product"))
        .build();
  }

  private MethodSpec hessian() {
    return override("hessian", double.class)
        .addParameter(double[].class, "point")
        .addParameter(double[].class, "gradient")
        .addParameter(double[][].class, "matrix")
        .addStatement("$L.require(point)", coordinates)
        .addStatement("$L.require(gradient)", coordinates)
        .addStatement("$L.requireSquare(matrix)", coordinates)
        .addStatement("$T.hessian($L, $L)", names.companion(), list(point()), "this." + second)
        .addCode(collected("this." + second + ".gradient()", "gradient"))
        .addStatement("$L.putRows($L.matrix(), matrix)", coordinates, "this." + second)
        .addStatement("return $L.value()", "this." + second)
        .build();
  }

  private void subjectMethods(TypeSpec.Builder type) {
    type.addMethod(
        override("method", String.class)
            .addStatement("return $S", context.model().names().display() + what())
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
    if (context.programs().filter(CompanionPrograms::twinTakesDerivatives).isPresent()) {
      type.addMethod(override("twinRounds", boolean.class).addStatement("return true").build());
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
            .value(override("value", double.class).addParameter(double[].class, "point"), point()));
    type.addMethod(
        new WeighedMembers(context)
            .gradient(
                vectors("gradient"),
                point(),
                "this." + holder,
                collected("this." + holder, "gradient")));
    CodeBlock partials = partials("sum");
    type.addMethod(
        new WeighedMembers(context)
            .twin(vectors("twin").addCode(inputs()), twinArguments(), partials));
  }

  private static MethodSpec.Builder vectors(String name) {
    return override(name, double.class)
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
            list(twinArguments()))
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

  private static MethodSpec.Builder override(String name, java.lang.reflect.Type result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  /** Writes the partials from a holder into a flat vector. */
  private CodeBlock collected(String from, String vector) {
    CodeBlock.Builder statements = CodeBlock.builder();
    List<Input> wrt = wrt();
    for (int i = 0; i < wrt.size(); i++) {
      statements.addStatement(
          "$L.put($L, $L.$L, $L)", coordinates, i, from, HolderEmitter.read(wrt.get(i)), vector);
    }
    return statements.build();
  }

  private List<Input> wrt() {
    return context.model().inputs().stream().filter(Input::isWrt).toList();
  }

  private int index(Input input) {
    return wrt().indexOf(input);
  }

  private List<CodeBlock> point() {
    return arguments(parameter -> active(parameter, Vector.POINT));
  }

  /** What is filled and not differentiated begins as constants. */
  private List<CodeBlock> twinArguments() {
    List<CodeBlock> arguments =
        new ArrayList<>(arguments(parameter -> active(parameter, Vector.INPUTS)));
    List<Parameter> parameters = context.model().parameters();
    for (Parameter output : context.model().outputs()) {
      if (!output.isWrt()) {
        CodeBlock constants = constants(output, copyIfWritten(output, "this."));
        arguments.set(parameters.indexOf(output), constants);
      }
    }
    return arguments;
  }

  private static CodeBlock constants(Parameter array, CodeBlock numbers) {
    return PartialsType.isNested(array.type())
        ? CodeBlock.of(
            "($T) $T.constants($L, $L)",
            ScalarMembers.scalarType(array.type()),
            RuntimeNames.NESTS,
            numbers,
            ScalarMembers.levels(array.type()))
        : CodeBlock.of("$T.constants($L)", RuntimeNames.SCALAR, numbers);
  }

  private List<CodeBlock> direction() {
    return context.model().wrt().stream()
        .map(parameter -> active(parameter, Vector.DIRECTION))
        .toList();
  }

  /** The arguments of a call, of which the active ones are given. */
  private List<CodeBlock> arguments(Function<Parameter, CodeBlock> active) {
    return context.model().parameters().stream()
        .map(p -> p.isWrt() ? active.apply(p) : copyIfWritten(p, "this."))
        .toList();
  }

  /** What a parameter is made from. */
  private enum Vector {
    POINT("point", "At"),
    DIRECTION("direction", "Along"),
    INPUTS("inputs", "Scalars");

    private final String variable;
    private final String suffix;

    Vector(String variable, String suffix) {
      this.variable = variable;
      this.suffix = suffix;
    }
  }

  private CodeBlock active(Parameter parameter, Vector vector) {
    return parameter.type() instanceof RecordType
        ? CodeBlock.of("$L$L($L)", parameter.name(), vector.suffix, vector.variable)
        : active(new Input(parameter, List.of(), parameter.type()), vector);
  }

  private CodeBlock active(Input input, Vector vector) {
    return vector == Vector.INPUTS ? input(input) : component(input, vector == Vector.DIRECTION);
  }

  /** A method that makes a record of its components. */
  private MethodSpec maker(Parameter parameter, Vector vector) {
    RecordType type = (RecordType) parameter.type();
    Function<RecordType, TypeName> classes =
        vector == Vector.INPUTS ? names.records()::scalars : RecordClasses::own;
    Function<Input, CodeBlock> components =
        input -> input.isWrt() ? active(input, vector) : copyIfWritten(input, "this.");
    TypeName from =
        vector == Vector.INPUTS
            ? ArrayTypeName.of(RuntimeNames.SCALAR)
            : TypeName.get(double[].class);
    return MethodSpec.methodBuilder(parameter.name() + vector.suffix)
        .addModifiers(Modifier.PRIVATE)
        .returns(classes.apply(type))
        .addParameter(from, vector.variable)
        .addStatement(
            "return $L",
            RecordText.made(parameter, "this." + parameter.name(), classes, components))
        .build();
  }

  private void makers(TypeSpec.Builder type, Vector vector) {
    context.model().wrt().stream()
        .filter(parameter -> parameter.type() instanceof RecordType)
        .forEach(parameter -> type.addMethod(maker(parameter, vector)));
  }

  private CodeBlock component(Input input, boolean ofDirection) {
    int i = index(input);
    String vector = ofDirection ? "direction" : "point";
    if (!input.isWrtArray()) {
      String cast = input.type() == PrimitiveType.FLOAT ? "(float) " : "";
      return CodeBlock.of("$L$L.scalar($L, $L)", cast, coordinates, i, vector);
    }
    if (PartialsType.isNested(input.type())) {
      String rows = ofDirection ? "directionRows" : "rows";
      TypeName type = JavaTypes.of(input.type());
      return CodeBlock.of("($T) $L.$L($L, $L)", type, coordinates, rows, i, vector);
    }
    boolean isDouble = input.type().equals(input.type().derivative());
    String elements = isDouble ? "doubles" : "floats";
    String method = ofDirection ? (isDouble ? "directionDoubles" : "directionFloats") : elements;
    return CodeBlock.of("$L.$L($L, $L)", coordinates, method, i, vector);
  }

  private CodeBlock input(Input input) {
    int i = index(input);
    if (PartialsType.isNested(input.type())) {
      CodeBlock levels = ScalarMembers.levels(input.type());
      TypeName type = ScalarMembers.scalarType(input.type());
      return CodeBlock.of("($T) $L.inputRows($L, inputs, $L)", type, coordinates, i, levels);
    }
    return CodeBlock.of(
        "$L.$L($L, inputs)", coordinates, input.isWrtArray() ? "inputArray" : "input", i);
  }

  /** Arrays that the method overwrites start anew at each call. */
  private CodeBlock copyIfWritten(Parameter parameter, String qualifier) {
    List<Input> inputs = parameter.inputs();
    boolean apart = inputs.size() > 1;
    if (apart && inputs.stream().anyMatch(this::isWritten)) {
      return RecordText.made(
          parameter,
          qualifier + parameter.name(),
          RecordClasses::own,
          input -> copyIfWritten(input, qualifier));
    }
    return apart
        ? CodeBlock.of("$L$L", qualifier, parameter.name())
        : copyIfWritten(inputs.get(0), qualifier);
  }

  private boolean isWritten(Input input) {
    return all.written().contains(context.model().inputs().indexOf(input));
  }

  private CodeBlock copyIfWritten(Input input, String qualifier) {
    CodeBlock read = RecordText.read(qualifier + input.parameter().name(), input);
    return isWritten(input) ? copy(input, read) : read;
  }

  private static CodeBlock copy(Input input, CodeBlock read) {
    return PartialsType.isNested(input.type())
        ? CodeBlock.of("$T.copy($L)", RuntimeNames.NESTS, read)
        : CodeBlock.of("$1L == null ? null : $1L.clone()", read);
  }

  private static CodeBlock list(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ", ");
  }
}
