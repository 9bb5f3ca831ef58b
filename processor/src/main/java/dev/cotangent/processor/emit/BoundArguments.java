package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the way between flat vectors and the arguments of the companion's members, in the class
 * behind {@code bind}.
 */
final class BoundArguments {
  private final MemberContext context;
  private final CompanionNames names;
  private final CompanionPrograms all;
  private final String coordinates;

  BoundArguments(MemberContext context, CompanionPrograms all, BoundFields fields) {
    this.context = context;
    this.names = context.names();
    this.all = all;
    this.coordinates = fields.coordinates();
  }

  /** What the flat vector consists of. */
  List<Input> wrt() {
    return context.model().inputs().stream().filter(Input::isWrt).toList();
  }

  private int index(Input input) {
    return wrt().indexOf(input);
  }

  /** The arguments at a point. */
  List<CodeBlock> point() {
    return arguments(parameter -> active(parameter, Vector.POINT));
  }

  /** The arguments of the twin. What is filled and not differentiated begins as constants. */
  List<CodeBlock> twin() {
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

  /** The tangents along a direction. */
  List<CodeBlock> direction() {
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
  enum Vector {
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

  /** Adds the methods that make records of a flat vector. */
  void makers(TypeSpec.Builder type, Vector vector) {
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
  CodeBlock copyIfWritten(Parameter parameter, String qualifier) {
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

  /** Writes the partials from a holder into a flat vector. */
  CodeBlock collected(String from, String vector) {
    CodeBlock.Builder statements = CodeBlock.builder();
    List<Input> wrt = wrt();
    for (int i = 0; i < wrt.size(); i++) {
      statements.addStatement(
          "$L.put($L, $L.$L, $L)", coordinates, i, from, HolderEmitter.read(wrt.get(i)), vector);
    }
    return statements.build();
  }
}
