package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Stage 7: the members {@code value} and {@code gradient}, whose results go into a holder. */
final class GradientMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final String into;

  GradientMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
    this.into = names.into();
  }

  MethodSpec value() {
    return context
        .varargs(context.memberOfParameters("value", names.result()))
        .addJavadoc(
            context.model().outputs().size() == 1
                ? CodeBlock.of("Calls $L and gives the array that it fills.\n", names.link())
                : CodeBlock.of("Calls $L.\n", names.link()))
        .addCode(context.body(all -> valueBody()))
        .build();
  }

  private CodeBlock valueBody() {
    CodeBlock call = names.callOfUser(CompanionNames.expressions(names.parameters()));
    List<Parameter> outputs = context.model().outputs();
    CodeBlock.Builder body = CodeBlock.builder();
    if (outputs.isEmpty()) {
      return body.addStatement("return $L", call).build();
    }
    body.addStatement(call);
    if (outputs.size() == 1) {
      body.addStatement("return $L", outputs.get(0).name());
    }
    return body.build();
  }

  MethodSpec gradient() {
    return context
        .varargs(context.memberOfParameters("gradient", names.gradient()))
        .addJavadoc(
            "The value of $L and its partials, in a new holder. The method runs once, with its side"
                + " effects.\n",
            names.link())
        .addCode(context.intoNewHolder("gradient", names.parameters()))
        .build();
  }

  MethodSpec gradientInto() {
    return context
        .memberOfParameters("gradient", names.result())
        .addParameter(names.gradient(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(all -> gradientBody(all, all.of(Derivative.GRADIENT), List.of())))
        .build();
  }

  /**
   * The gradient into a holder, which also writes a transcript.
   *
   * @param transcript the transcript's name, unlike any parameter's
   */
  MethodSpec recordedGradient(CompanionPrograms all, Program recorded, String transcript) {
    return MethodSpec.methodBuilder("recordedGradient")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(names.result())
        .addParameters(names.parameterSpecs())
        .addParameter(RuntimeNames.TRANSCRIPT, transcript)
        .addParameter(names.gradient(), into)
        .addCode(gradientBody(all, recorded, List.of(transcript)))
        .build();
  }

  private CodeBlock gradientBody(CompanionPrograms all, Program program, List<String> extra) {
    Function function = MemberBody.rounded(program.main(), partials().floats());
    MemberBody body = new MemberBody(context, function);
    extra.forEach(body::parameter);
    body.distinctArguments(all);
    body.shadows();
    body.keptTape();
    return body.pooled(results(), context.helpers().pooled(program));
  }

  /** Behind the value. */
  private NumberPartials partials() {
    return new NumberPartials(context, 1, into);
  }

  /** Into the holder, the value last; the first result is the value. */
  private ResultSink results() {
    List<Delivery> deliveries = new ArrayList<>(partials().deliveries());
    CodeBlock value = CodeBlock.of("$L.value", into);
    deliveries.add(Delivery.assignedAndReturned(0, value));
    return ResultSink.of(deliveries.toArray(Delivery[]::new));
  }
}
