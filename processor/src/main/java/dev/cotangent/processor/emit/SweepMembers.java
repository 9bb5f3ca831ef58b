package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.CompanionPrograms.Sweeps;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.ArrayType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the members {@code pullback}, which run the method and its forward sweep, and the two
 * private members that hold the sweeps: cotangents are chosen behind the first.
 */
final class SweepMembers {
  /** What the result is called where there is an array of its own; no parameter has that name. */
  private static final String RESULT = "the value";

  private final MemberContext context;
  private final CompanionNames names;
  private final PullbackHolder holder;
  private final String into;

  private SweepMembers(MemberContext outer) {
    this.names = outer.names();
    this.context = outer.with(PullbackHolder.fields(outer.model(), names));
    this.holder = new PullbackHolder(context);
    this.into = names.into();
  }

  /** The members, if the companion has them. */
  static Optional<SweepMembers> of(MemberContext context) {
    return context.model().offers(Derivative.VJP)
        ? Optional.of(new SweepMembers(context))
        : Optional.empty();
  }

  /** Adds the members to the companion. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(pullback());
    type.addMethod(pullbackInto());
    context
        .programs()
        .ifPresent(
            all -> {
              Sweeps sweeps = all.pullback().orElseThrow();
              type.addMethod(forward(all, sweeps));
              type.addMethod(reverse(sweeps));
            });
  }

  /** The class {@code Pullback}, with the fields that the members need. */
  TypeSpec holder() {
    return holder.emit();
  }

  private MethodSpec pullback() {
    CodeBlock arguments = CodeBlock.join(CompanionNames.expressions(names.parameters()), ", ");
    return context
        .varargs(context.memberOfParameters("pullback", names.pullback()))
        .addJavadoc(
            "The value of $L, and a holder that pulls cotangents back, as many as there are. The"
                + " method runs once, with its side effects. The holder refers to the arrays that"
                + " the method took and gave; they must stay as they are.\n",
            names.link())
        .addCode(
            context.body(
                all ->
                    CodeBlock.builder()
                        .addStatement("$1T $2L = new $1T()", names.pullback(), into)
                        .addStatement("pullback($L, $L)", arguments, into)
                        .addStatement("return $L", into)
                        .build()))
        .build();
  }

  private MethodSpec pullbackInto() {
    return context
        .memberOfParameters("pullback", names.result())
        .addParameter(names.pullback(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(all -> intoBody()))
        .build();
  }

  private CodeBlock intoBody() {
    CodeBlock arguments = CodeBlock.join(CompanionNames.expressions(names.parameters()), ", ");
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement("$L.$L.begin()", into, PullbackHolder.SWEEP)
            .addStatement("pullbackForward($L, $L)", arguments, into)
            .addStatement("$L.$L$L.end()", into, PullbackHolder.SWEEP, known());
    if (holder.keepsValue()) {
      body.addStatement("return $L", holder.value());
    }
    return body.build();
  }

  /** Calls that remember the arrays which the caller knows. */
  private CodeBlock known() {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (Input input : context.model().inputs()) {
      if (input.type() instanceof ArrayType) {
        CodeBlock array = RecordText.readOrNull(input.parameter().name(), input);
        calls.add(".keep($S, $L)", input.display(), array);
      }
    }
    for (Result result : names.results()) {
      if (result.isArray() && result.output().isEmpty()) {
        calls.add(".keep($S, $L)", display(result), holder.value(result));
      }
    }
    return calls.build();
  }

  /** What a message calls it. */
  private static String display(Result result) {
    String within = result.part().map(part -> "." + String.join(".", part.path())).orElse("");
    return result.output().map(Parameter::name).orElse(RESULT + within);
  }

  /** A cotangent of another shape is refused before anything has been pulled back. */
  private CodeBlock shapes() {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (Result result : names.results()) {
      if (result.isArray()) {
        calls.addStatement(
            "$L.$L.requireShape($S, $L)",
            into,
            PullbackHolder.SWEEP,
            display(result),
            result.cotangent());
      }
    }
    return calls.build();
  }

  private MethodSpec.Builder member(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private MethodSpec forward(CompanionPrograms all, Sweeps sweeps) {
    MemberBody body = new MemberBody(context, sweeps.forward().main());
    body.distinctArguments(all);
    body.shadows();
    body.sweepTape(PullbackHolder.SWEEP, "tape");
    ResultSink sink = ValueSink.kept(names, holder.value()).behind(List.of(), body);
    return member("pullbackForward")
        .addParameters(names.parameterSpecs())
        .addParameter(names.pullback(), into)
        .addCode(body.pooled(sink, context.helpers().pooled(sweeps.forward())))
        .build();
  }

  private MethodSpec reverse(Sweeps sweeps) {
    NumberPartials partials = new NumberPartials(context, 0, context.names().into());
    MemberBody body =
        MemberBody.ofReverseSweep(
            context, MemberBody.rounded(sweeps.reverse().main(), partials.floats()));
    CotangentReads cotangents = new CotangentReads(context, body);
    cotangents.open();
    body.enter(shapes());
    cotangents.addApart();
    for (Input input : context.model().inputs()) {
      if (input.isWrtArray()) {
        body.clear(HolderEmitter.partial(input));
      }
    }
    body.sweepTape(PullbackHolder.SWEEP, "again");
    CodeBlock done = CodeBlock.of("$L.$L.done()", into, PullbackHolder.SWEEP);
    ResultSink sink = new ResultSink(partials.deliveries(), List.of(), List.of(done));
    return member("pullbackReverse")
        .addParameters(names.cotangentSpecs())
        .addParameter(names.pullback(), into)
        .addCode(body.pooled(sink, context.helpers().pooledApart(sweeps.reverse())))
        .build();
  }
}
