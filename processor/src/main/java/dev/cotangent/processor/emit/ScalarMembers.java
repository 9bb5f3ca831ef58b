package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;

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
    MethodSpec.Builder member = context.member("scalar", RuntimeNames.SCALAR);
    for (Parameter parameter : context.model().parameters()) {
      member.addParameter(scalarType(parameter), parameter.name());
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
    MemberBody body = new MemberBody(context, program.main());
    body.enter(context.distinctArguments(all, ScalarMembers::typeInTwin));
    return body.plain(ResultSink.RETURNED, context.helpers().twin(program));
  }

  private static TypeName scalarType(Parameter parameter) {
    if (!parameter.isWrt()) {
      return CompanionNames.type(parameter);
    }
    return parameter.isWrtArray() ? ArrayTypeName.of(RuntimeNames.SCALAR) : RuntimeNames.SCALAR;
  }

  private static Type typeInTwin(Parameter parameter) {
    return parameter.isWrt() ? ReferenceType.SCALAR : parameter.type();
  }

  MethodSpec check() {
    return context
        .varargs(context.memberOfParameters("check", RuntimeNames.GRADIENT_CHECK))
        .addJavadoc(
            "Compares the generated adjoint, the {@link $T} twin and finite differences of $L at"
                + " this point, on copies of the arguments.\n",
            RuntimeNames.SCALAR,
            names.link())
        .addCode(context.body(all -> all.scalar().isPresent() ? checkBody() : switchedOff()))
        .build();
  }

  private CodeBlock checkBody() {
    return CodeBlock.builder()
        .addStatement(
            "return $T.run(new $T($L))",
            RuntimeNames.GRADIENT_CHECK,
            names.bound(),
            String.join(", ", names.parameters()))
        .build();
  }

  private CodeBlock switchedOff() {
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
