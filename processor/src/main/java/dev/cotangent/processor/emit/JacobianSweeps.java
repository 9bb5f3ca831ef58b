package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: what the private members that fill a Jacobian have in common, and those that fill it by
 * rows one after the other, by unit cotangents that are pulled back behind one forward sweep.
 *
 * @param context what every member needs
 * @param programs what the members run
 * @param first the variable that has the first column, or the row
 */
record JacobianSweeps(MemberContext context, CompanionPrograms.Jacobian programs, String first) {
  String into() {
    return context.names().into();
  }

  SeveralTangents units() {
    return new SeveralTangents(context, JacobianHolder.DIRECTIONS, first);
  }

  /**
   * A member that takes what the method takes, and the first column or row.
   *
   * @param more names of further numbers that it takes
   */
  MethodSpec.Builder member(String name, String... more) {
    MethodSpec.Builder member =
        sweep(name).addParameters(context.names().parameterSpecs()).addParameter(int.class, first);
    List.of(more).forEach(number -> member.addParameter(int.class, number));
    return member.addParameter(context.names().jacobian(), into());
  }

  /** A body that begins with what the method takes. */
  MemberBody body(Program program) {
    MemberBody body = new MemberBody(context, program.main());
    body.reserve(first);
    if (programs.recorded()) {
      body.add(CodeBlock.of("$L.$L", into(), EntryState.TRANSCRIPT));
    }
    return body;
  }

  /** An array of a result's shape. */
  CodeBlock shape(MemberBody body, int result) {
    Optional<Parameter> output = context.names().results().get(result).output();
    return context.model().inputs().stream()
        .filter(input -> output.filter(o -> o == input.parameter()).isPresent())
        .map(body::kept)
        .findFirst()
        .orElse(new JacobianHolder(context).value(result));
  }

  /** The forward sweep that is common to all rows, and what gives the row {@code first}. */
  List<MethodSpec> rows(CompanionPrograms.Sweeps rows) {
    Map<Input, String> partials = new LinkedHashMap<>();
    for (Input input : new EntryState(context).wrt()) {
      if (input.isWrtArray()) {
        partials.put(input, units().kept(input, input.variable() + "Bar"));
      }
    }
    return List.of(forward(rows.forward(), partials), row(rows.reverse(), partials));
  }

  private MethodSpec forward(Program program, Map<Input, String> partials) {
    MemberBody body = body(program);
    boolean only = programs.columns().isEmpty();
    if (only) {
      context.programs().ifPresent(body::distinctArguments);
    }
    partials.forEach((input, field) -> body.shadow(input, field, input.variable() + "Bar"));
    body.sweepTape(JacobianHolder.ROWS, "tape");
    HelperMethods.Family helpers = context.helpers().pooled(program);
    return sweep("jacobianForward")
        .addParameters(context.names().parameterSpecs())
        .addParameter(context.names().jacobian(), into())
        .addCode(body.pooled(only ? value(body) : ResultSink.of(), helpers))
        .build();
  }

  /** The value of a sweep that is the method's only run. */
  private ResultSink value(MemberBody body) {
    CodeBlock place = new JacobianHolder(context).keptValue();
    return ValueSink.kept(context.names(), place).behind(List.of(), body);
  }

  private MethodSpec row(Program program, Map<Input, String> partials) {
    MemberBody body = MemberBody.ofReverseSweep(context, program.main());
    body.reserve(first);
    partials.values().forEach(field -> body.clear(field));
    cotangents(body);
    body.sweepTape(JacobianHolder.ROWS, "again");
    List<Input> wrt = new EntryState(context).wrt();
    List<Delivery> deliveries = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    for (int i = 0; i < wrt.size(); i++) {
      CodeBlock put = CodeBlock.of("$L.$L.put($L, $L,", into(), JacobianHolder.BLOCKS, first, i);
      if (wrt.get(i).isWrtArray()) {
        closing.add(CodeBlock.of("$L $L.$L)", put, into(), partials.get(wrt.get(i))));
      } else {
        deliveries.add(Delivery.passed(deliveries.size(), put));
      }
    }
    closing.add(CodeBlock.of("$L.$L.done()", into(), JacobianHolder.ROWS));
    ResultSink sink = new ResultSink(deliveries, List.of(), closing);
    HelperMethods.Family helpers = context.helpers().pooledApart(program);
    return sweep("jacobianRow")
        .addParameters(outputs())
        .addParameter(int.class, first)
        .addParameter(context.names().jacobian(), into())
        .addCode(body.pooled(sink, helpers))
        .build();
  }

  /** A row needs of the arguments the shapes of those that are results. */
  private List<ParameterSpec> outputs() {
    return context.model().outputs().stream()
        .map(output -> ParameterSpec.builder(CompanionNames.type(output), output.name()).build())
        .toList();
  }

  private static MethodSpec.Builder sweep(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  /** The next parameters of the function are the cotangents: those of a unit vector. */
  private void cotangents(MemberBody body) {
    for (int i = 0; i < context.names().results().size(); i++) {
      Result result = context.names().results().get(i);
      if (result.isArray()) {
        body.add(arrayCotangent(body, result, i));
      } else {
        CodeBlock unit =
            CodeBlock.of("$L.$L.unit($L, $L)", into(), JacobianHolder.RESULTS, i, first);
        body.variable(TypeName.DOUBLE, result.cotangent(), unit);
      }
    }
  }

  /** One of the result's own shape. */
  private CodeBlock arrayCotangent(MemberBody body, Result result, int index) {
    PartialsType type = PartialsType.of(result.type());
    CodeBlock kept =
        CodeBlock.of(
            "$L.$L", into(), context.holder().keep(type.name(), type.made(), result.cotangent()));
    String name = body.local(result.cotangent());
    String layout = into() + "." + JacobianHolder.RESULTS;
    CodeBlock shape = new JacobianHolder(context).value(index);
    body.enter(
        CodeBlock.builder()
            .addStatement("$L.unit($L, $L.index($L, $L))", kept, shape, layout, index, first)
            .addStatement("$T $L = $L.array()", JavaTypes.of(result.type()), name, kept)
            .build());
    return CodeBlock.of("$L", name);
  }
}
