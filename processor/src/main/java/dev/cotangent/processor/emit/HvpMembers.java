package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage 7: the members {@code hvp}: the product of the Hessian with a vector, alone or beside the
 * gradient.
 */
final class HvpMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final String into;
  private final String beside;

  HvpMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
    this.into = names.into();
    this.beside = names.beside();
  }

  List<MethodSpec> all() {
    return List.of(hvp(), hvpInto(), hvpBesideGradient());
  }

  private MethodSpec hvp() {
    List<String> arguments = new ArrayList<>(names.parameters());
    arguments.addAll(names.tangents());
    return context
        .memberOfParameters("hvp", names.gradient())
        .addParameters(names.tangentSpecs())
        .addJavadoc(
            "The product of the Hessian of $L with a vector, in a new holder: {@code value()} is"
                + " ∇f·v, and the partials are the blocks of H·v.\n",
            names.link())
        .addCode(context.intoNewHolder("hvp", arguments))
        .build();
  }

  private MethodSpec hvpInto() {
    return context
        .memberOfParameters("hvp", names.result())
        .addParameters(names.tangentSpecs())
        .addParameter(names.gradient(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives ∇f·v. An array that the holder gave"
                + " out before must not be among the arguments.\n")
        .addCode(context.body(this::alone))
        .build();
  }

  private MethodSpec hvpBesideGradient() {
    return context
        .memberOfParameters("hvp", names.result())
        .addParameters(names.tangentSpecs())
        .addParameter(names.gradient(), into)
        .addParameter(names.gradient(), beside)
        .addJavadoc(
            "The same, and the value and the gradient at the same point into a second holder: the"
                + " method runs once for both. Gives ∇f·v.\n\n"
                + "@throws $T if there is one holder for both\n",
            IllegalArgumentException.class)
        .addCode(context.body(this::both))
        .build();
  }

  private CodeBlock alone(CompanionPrograms all) {
    MemberBody body = body(all.of(Derivative.HVP), 0);
    body.distinctArguments(all);
    TangentReads tangents = tangents(body, all);
    tangents.avoid(into);
    arrays().forEach(body::scratch);
    finish(body, tangents);
    return body.pooled(
        ResultSink.of(results(0).toArray(Delivery[]::new)),
        context.helpers().pooled(all.of(Derivative.HVP)));
  }

  private CodeBlock both(CompanionPrograms all) {
    Program program = all.gradientAndProduct().orElseThrow();
    NumberPartials gradient = new NumberPartials(context, 1, beside);
    MemberBody body = body(program, 1 + gradient.count(), gradient.floats());
    body.reserve(beside);
    body.enter(
        CodeBlock.builder()
            .addStatement("$T.requireTwoHolders($L, $L)", RuntimeNames.ARGUMENTS, into, beside)
            .build());
    body.distinctArguments(all);
    TangentReads tangents = tangents(body, all);
    tangents.avoid(into);
    tangents.avoid(beside);
    arrays()
        .forEach(
            array ->
                body.shadow(array, beside, HolderEmitter.partial(array), array.variable() + "Bar"));
    finish(body, tangents);
    List<Delivery> deliveries = new ArrayList<>(gradient.deliveries());
    deliveries.add(Delivery.assigned(0, CodeBlock.of("$L.value", beside)));
    deliveries.addAll(results(1 + gradient.count()));
    return body.pooled(
        ResultSink.of(deliveries.toArray(Delivery[]::new)), context.helpers().pooled(program));
  }

  /**
   * A body with what belongs to the product rounded to the method's types.
   *
   * @param first which result is ∇f·v, with the partials behind it
   * @param others what else is rounded
   */
  private MemberBody body(Program program, int first, List<Integer> others) {
    List<Integer> rounded = new ArrayList<>(others);
    rounded.addAll(new NumberPartials(context, first + 1, into).floats());
    if (names.results().get(0).isFloat()) {
      rounded.add(first);
    }
    return new MemberBody(context, MemberBody.rounded(program.main(), rounded));
  }

  private MemberBody body(Program program, int first) {
    return body(program, first, List.of());
  }

  private Stream<Input> arrays() {
    return context.model().inputs().stream().filter(Input::isWrtArray);
  }

  private TangentReads tangents(MemberBody body, CompanionPrograms all) {
    return new TangentReads(context, body, !all.written().isEmpty(), true);
  }

  /** The parameters behind the gradient's shadows. */
  private void finish(MemberBody body, TangentReads tangents) {
    body.keptTape();
    tangents.add();
    arrays()
        .forEach(
            array -> body.shadow(array, HolderEmitter.partial(array), array.variable() + "BarDot"));
  }

  /** The product into the holder, ∇f·v last. */
  private List<Delivery> results(int first) {
    List<Delivery> deliveries =
        new ArrayList<>(new NumberPartials(context, first + 1, into).deliveries());
    deliveries.add(Delivery.assignedAndReturned(first, CodeBlock.of("$L.value", into)));
    return deliveries;
  }
}
