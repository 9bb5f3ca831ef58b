package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Stage 7: the member {@code jvp} and the record {@code Tangent} that it gives. */
final class TangentMembers {
  private final MemberContext context;
  private final CompanionNames names;

  TangentMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
  }

  MethodSpec jvp() {
    return context
        .memberOfParameters("jvp", names.tangent())
        .addParameters(names.tangentSpecs())
        .addJavadoc(
            "The value of $L and its derivative along a direction, given by one tangent for each"
                + " parameter that is differentiated. The method runs once, with its side"
                + " effects.\n",
            names.link())
        .addCode(context.body(this::jvpBody))
        .build();
  }

  private CodeBlock jvpBody(CompanionPrograms all) {
    Program program = all.of(Derivative.JVP);
    boolean isFloat = context.model().result() == PrimitiveType.FLOAT;
    Function function = MemberBody.rounded(program.main(), isFloat ? List.of(1) : List.of());
    MemberBody body = new MemberBody(context, function);
    body.distinctArguments(all);
    new TangentReads(context, body, !all.written().isEmpty(), false).add();
    body.freshTape();
    String value = body.local("value");
    String tangent = body.local("tangent");
    ResultSink results =
        new ResultSink(
            List.of(
                new Delivery(0, CodeBlock.of("$T $L =", names.result(), value)),
                new Delivery(1, CodeBlock.of("$T $L =", names.result(), tangent))),
            CodeBlock.of("return new $T($L, $L)", names.tangent(), value, tangent));
    return body.plain(results, context.helpers().plain(program));
  }

  TypeSpec tangent() {
    return TypeSpec.recordBuilder(names.tangent())
        .addModifiers(context.visibility().toArray(Modifier[]::new))
        .addModifiers(Modifier.STATIC)
        .addJavadoc(
            """
            The value of $L and its derivative along a direction.

            @param value the value
            @param tangent the derivative along the direction
            """,
            names.link())
        .recordConstructor(
            MethodSpec.constructorBuilder()
                .addParameter(names.result(), "value")
                .addParameter(names.result(), "tangent")
                .build())
        .build();
  }
}
