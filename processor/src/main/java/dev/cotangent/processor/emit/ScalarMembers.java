package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.List;

/**
 * Stage 7: the members {@code scalar} and {@code check}, which a build may leave without bodies.
 */
final class ScalarMembers {
  private final MemberContext context;
  private final CompanionNames names;

  ScalarMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
  }

  MethodSpec scalar() {
    MethodSpec.Builder member = context.member("scalar", names.twinResult());
    for (Parameter parameter : context.model().parameters()) {
      TypeName type =
          context.model().outputs().contains(parameter)
              ? scalarType(parameter.type())
              : names.records().scalarType(parameter);
      member.addParameter(type, parameter.name());
    }
    return context
        .varargs(member)
        .addJavadoc("The define-by-run twin of $L.\n", names.link())
        .addCode(
            context.body(
                all ->
                    all.scalar()
                        .map(program -> scalarBody(program, all))
                        .orElseGet(this::switchedOff)))
        .build();
  }

  private CodeBlock scalarBody(Program program, CompanionPrograms all) {
    MemberBody body = new MemberBody(context, program.main(), this::typeInTwin);
    body.distinctArguments(all, input -> isLifted(input) ? ReferenceType.SCALAR : input.type());
    List<Input> inputs = context.model().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      Type type = program.main().parameters().get(i).type();
      if (!isLifted(input) && type.equals(scalars(input.type()))) {
        liftInside(i, input, body);
      }
    }
    return body.plain(results(body), context.helpers().twin(program));
  }

  /** A record of scalars for a record. */
  private ResultSink results(MemberBody body) {
    if (names.returnedParts().isEmpty()) {
      return names.givesValue() ? ResultSink.RETURNED : ResultSink.of();
    }
    ReturnedRecord record =
        ReturnedRecord.delivered(names, body, part -> names.records().scalarType(part.type()));
    CodeBlock made = record.made(names.records()::scalars, record::value);
    return new ResultSink(
        record.deliveries(), record.read(), List.of(CodeBlock.of("return $L", made)));
  }

  private static Type scalars(Type type) {
    return type instanceof ArrayType array
        ? new ArrayType(scalars(array.element()))
        : ReferenceType.SCALAR;
  }

  /** An array of numbers whose elements come to depend on what is differentiated. */
  private static void liftInside(int index, Input input, MemberBody body) {
    CodeBlock numbers = body.input(index);
    TypeName type = scalarType(input.type());
    boolean nested = PartialsType.isNested(input.type());
    CodeBlock made =
        nested
            ? CodeBlock.of(
                "($T) $T.constants($L, $L)",
                type,
                RuntimeNames.NESTS,
                numbers,
                levels(input.type()))
            : CodeBlock.of("$T.constants($L)", RuntimeNames.SCALAR, numbers);
    CodeBlock scalars = body.replace(index, type, input.variable() + "Scalars", made);
    TypeName store = nested ? RuntimeNames.NESTS : RuntimeNames.SCALAR;
    body.leave(
        CodeBlock.builder().addStatement("$T.store($L, $L)", store, scalars, numbers).build());
  }

  /** What is differentiated, and what is filled with what depends on it. */
  private boolean isLifted(Input input) {
    return input.isWrt() || context.model().isOutput(input);
  }

  private TypeName typeInTwin(Input input) {
    if (!input.parameter().isWrt()) {
      return JavaTypes.of(input.type());
    }
    return input
        .recordType()
        .<TypeName>map(names.records()::scalars)
        .orElseGet(() -> names.records().scalarType(input.type()));
  }

  /** The twin's type of what is lifted. */
  static TypeName scalarType(Type type) {
    return type instanceof ArrayType array
        ? ArrayTypeName.of(scalarType(array.element()))
        : RuntimeNames.SCALAR;
  }

  /** What makes the arrays of arrays of scalars that stand for such a type, outermost first. */
  static CodeBlock levels(Type type) {
    CodeBlock level = CodeBlock.of("$T::new", scalarType(type));
    ArrayType array = (ArrayType) type;
    return PartialsType.isNested(array.element())
        ? CodeBlock.of("$L, $L", level, levels(array.element()))
        : level;
  }

  MethodSpec check() {
    return context
        .varargs(context.memberOfParameters("check", RuntimeNames.GRADIENT_CHECK))
        .addJavadoc(
            "Compares the generated adjoint, the {@link $T} twin and finite differences of $L at"
                + " this point, on copies of the arguments.\n",
            RuntimeNames.SCALAR,
            names.link())
        .addCode(context.body(all -> all.scalar().isPresent() ? checkBody(all) : switchedOff()))
        .build();
  }

  private CodeBlock checkBody(CompanionPrograms all) {
    return CodeBlock.builder()
        .add(distinctRows(all))
        .addStatement(
            "return $T.run(new $T($L))",
            RuntimeNames.GRADIENT_CHECK,
            names.bound(),
            String.join(", ", names.parameters()))
        .build();
  }

  /** What the other members take for granted where the method writes to arrays. */
  private CodeBlock distinctRows(CompanionPrograms all) {
    List<Input> arrays =
        context.model().inputs().stream().filter(i -> i.type().isFloatingArray()).toList();
    boolean asks =
        !all.written().isEmpty()
            && arrays.stream().anyMatch(array -> PartialsType.isNested(array.type()));
    CodeBlock list =
        arrays.stream()
            .map(array -> RecordText.readOrNull(array.parameter().name(), array))
            .collect(CodeBlock.joining(", "));
    // A single array of arrays would be taken for the list itself.
    CodeBlock argument = arrays.size() == 1 ? CodeBlock.of("(Object) $L", list) : list;
    return asks
        ? CodeBlock.builder()
            .addStatement("$T.requireDistinctRows($L)", RuntimeNames.ARGUMENTS, argument)
            .build()
        : CodeBlock.of("");
  }

  /** What stands for a body that the build does without. */
  CodeBlock switchedOff() {
    return CodeBlock.builder()
        .addStatement(
            "throw new $T($S)",
            UnsupportedOperationException.class,
            "compiled with -Acotangent.check=false: compile "
                + context.model().names().display()
                + " without it to have the Scalar twin and the check")
        .build();
  }
}
