package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;

/** Stage 7: the members {@code vjp}, which pull a cotangent of the results back into a holder. */
final class PullbackMembers {
  private final MemberContext context;
  private final CompanionNames names;

  PullbackMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
  }

  MethodSpec vjp() {
    List<String> arguments = new ArrayList<>(names.parameters());
    arguments.addAll(names.cotangents());
    return context
        .memberOfParameters("vjp", names.gradient())
        .addParameters(names.cotangentSpecs())
        .addJavadoc(
            "The value of $L and its cotangent pulled back to the parameters that are"
                + " differentiated, in a new holder: the partials of the sum of the products of"
                + " results and cotangents. A cotangent has its result's shape and is only read."
                + " The method runs once, with its side effects.\n",
            names.link())
        .addCode(context.intoNewHolder("vjp", arguments))
        .build();
  }

  MethodSpec vjpInto() {
    return context
        .memberOfParameters("vjp", names.result())
        .addParameters(names.cotangentSpecs())
        .addParameter(names.gradient(), names.into())
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(this::vjpBody))
        .build();
  }

  private CodeBlock vjpBody(CompanionPrograms all) {
    Program program = all.of(Derivative.VJP);
    NumberPartials partials = new NumberPartials(context, names.resultCount(), names.into());
    MemberBody body =
        new MemberBody(context, MemberBody.rounded(program.main(), partials.floats()));
    body.distinctArguments(all);
    CotangentReads cotangents = new CotangentReads(context, body);
    cotangents.open();
    cotangents.avoid();
    body.shadows();
    cotangents.add(!all.written().isEmpty());
    body.keptTape();
    CodeBlock value = CodeBlock.of("$L.value", names.into());
    ResultSink sink = ValueSink.keptAndReturned(names, value).behind(partials.deliveries(), body);
    return body.pooled(sink, context.helpers().pooled(program));
  }
}
