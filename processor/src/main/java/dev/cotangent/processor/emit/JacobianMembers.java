package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the members {@code jacobian} and what they call: one run of the method for the values,
 * then forward mode along several unit vectors for as many columns, or a unit cotangent pulled back
 * for a row, again and again; which of them is decided when sizes are known. A run after the first
 * starts from the arguments at entry, and reads from a transcript what the method's effects gave.
 */
final class JacobianMembers {
  private static final CodeBlock TRUE = CodeBlock.of("true");

  private final MemberContext context;
  private final CompanionNames names;
  private final JacobianHolder holder;
  private final String into;
  private final String first;
  private final String lanes;
  private final EntryState entry;

  private JacobianMembers(MemberContext outer) {
    this.names = outer.names();
    this.context = outer.with(JacobianHolder.fields(outer.model(), names));
    this.holder = new JacobianHolder(context);
    this.into = names.into();
    TakenNames taken = names();
    this.first = taken.take("first");
    this.lanes = taken.take("lanes");
    this.entry = new EntryState(context);
  }

  /** The names in use where the method's inputs are variables. */
  private TakenNames names() {
    TakenNames taken = new TakenNames(names.parameters());
    context.model().inputs().forEach(input -> taken.reserve(input.variable()));
    taken.reserve(into);
    return taken;
  }

  /** The members, if the companion has them. */
  static Optional<JacobianMembers> of(MemberContext context) {
    return context.model().offers(Derivative.JACOBIAN)
        ? Optional.of(new JacobianMembers(context))
        : Optional.empty();
  }

  /** Adds the members to the companion. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(jacobian());
    type.addMethod(jacobianInto());
    Optional<CompanionPrograms.Jacobian> programs =
        context.programs().flatMap(CompanionPrograms::jacobian);
    programs.ifPresent(
        all -> {
          all.values().ifPresent(values -> type.addMethod(values(all, values)));
          JacobianSweeps sweeps = new JacobianSweeps(context, all, first);
          all.columns().ifPresent(columns -> type.addMethod(columns(sweeps, all, columns)));
          all.rows().ifPresent(rows -> type.addMethod(new JacobianRows(sweeps, rows).member()));
          all.sweeps().ifPresent(rows -> sweeps.rows(rows).forEach(type::addMethod));
        });
  }

  private MethodSpec columns(
      JacobianSweeps sweeps, CompanionPrograms.Jacobian all, CompanionPrograms.Derived columns) {
    return all.lanes()
        ? new JacobianLanes(sweeps, columns.program(), lanes).member()
        : new JacobianColumns(sweeps, columns).member();
  }

  /** The class {@code Jacobian}, with the fields that the members need. */
  TypeSpec holder() {
    return holder.emit();
  }

  private MethodSpec jacobian() {
    CodeBlock arguments = CodeBlock.join(CompanionNames.expressions(names.parameters()), ", ");
    return context
        .varargs(context.memberOfParameters("jacobian", names.jacobian()))
        .addJavadoc(
            "The value of $L and all its partials, in a new holder. The method runs once, with its"
                + " side effects.\n",
            names.link())
        .addCode(
            context.body(
                all ->
                    CodeBlock.builder()
                        .addStatement("$1T $2L = new $1T()", names.jacobian(), into)
                        .addStatement("jacobian($L, $L)", arguments, into)
                        .addStatement("return $L", into)
                        .build()))
        .build();
  }

  private MethodSpec jacobianInto() {
    return context
        .memberOfParameters("jacobian", names.result())
        .addParameter(names.jacobian(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(all -> jacobianBody(all, all.jacobian().orElseThrow())))
        .build();
  }

  private CodeBlock jacobianBody(CompanionPrograms all, CompanionPrograms.Jacobian programs) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement("$L.$L.begin()$L", into, JacobianHolder.INPUTS, entry.layout());
    if (programs.columns().isPresent()) {
      body.add(entry.begin(all, programs.recorded()))
          .add(firstRun(programs))
          .add(room())
          .add(inTheCheaperWay(all, programs, programs.columns().get()));
    } else {
      List<CodeBlock> arguments = CompanionNames.expressions(names.parameters());
      body.add(forward(CodeBlock.join(arguments, ", "))).add(room()).add(rows());
    }
    if (names.givesValue()) {
      boolean fills = !context.model().outputs().isEmpty();
      body.addStatement("return $L", fills ? holder.value(0) : holder.keptValue());
    }
    return body.build();
  }

  /** When the results have their shapes. */
  private CodeBlock room() {
    return CodeBlock.builder()
        .addStatement("$L.$L.begin()$L", into, JacobianHolder.RESULTS, results())
        .addStatement("$L.$L.prepare()", into, JacobianHolder.BLOCKS)
        .build();
  }

  private CodeBlock inTheCheaperWay(
      CompanionPrograms all,
      CompanionPrograms.Jacobian programs,
      CompanionPrograms.Derived columns) {
    String question = programs.lanes() ? "byLanes()" : "byColumns(" + columns.width() + ")";
    return CodeBlock.builder()
        .beginControlFlow("if ($L.$L.$L)", into, JacobianHolder.BLOCKS, question)
        .add(
            programs.lanes()
                ? severalLanes(all, programs)
                : columns(all, programs, columns.width()))
        .nextControlFlow("else")
        .add(
            programs
                .rows()
                .map(rows -> severalRows(all, programs, rows.width()))
                .orElseGet(() -> rowByRow(all, programs)))
        .endControlFlow()
        .build();
  }

  private CodeBlock rowByRow(CompanionPrograms all, CompanionPrograms.Jacobian programs) {
    return CodeBlock.builder()
        .add(entry.again(all, programs.recorded()))
        .add(forward(entry.arguments(all)))
        .add(rows())
        .build();
  }

  private CodeBlock firstRun(CompanionPrograms.Jacobian programs) {
    List<CodeBlock> arguments = new ArrayList<>(CompanionNames.expressions(names.parameters()));
    if (programs.recorded()) {
      arguments.add(CodeBlock.of("$L.$L", into, EntryState.TRANSCRIPT));
    }
    CodeBlock call =
        programs.values().isPresent()
            ? CodeBlock.of("jacobianValue($L)", CodeBlock.join(arguments, ", "))
            : names.callOfUser(arguments);
    CodeBlock.Builder run = CodeBlock.builder();
    boolean fills = programs.values().isEmpty() && !context.model().outputs().isEmpty();
    if (fills && holder.keepsValue()) {
      // The user's method gives nothing.
      run.addStatement(call);
      call = holder.value(0);
    }
    return holder.keepsValue()
        ? run.addStatement("$L.$L = $L", into, JacobianHolder.VALUE, call).build()
        : run.addStatement(call).build();
  }

  /** Calls that add each result to a layout. */
  private CodeBlock results() {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      calls.add(
          result.isArray()
              ? CodeBlock.of(".array($L)", holder.value(i))
              : CodeBlock.of(".number($L)", result.part().map(this::exists).orElse(TRUE)));
    }
    return calls.build();
  }

  /** Whether there is such a number: a component of a null record is none. */
  private CodeBlock exists(Input part) {
    String value = into + "." + JacobianHolder.VALUE;
    return part.owners().stream()
        .map(owner -> CodeBlock.of("$L != null", RecordText.read(value, owner)))
        .collect(CodeBlock.joining(" && "));
  }

  private CodeBlock columns(CompanionPrograms all, CompanionPrograms.Jacobian programs, int width) {
    return several(all, programs, loop(JacobianHolder.INPUTS, width), "jacobianColumns", first);
  }

  private CodeBlock severalLanes(CompanionPrograms all, CompanionPrograms.Jacobian programs) {
    String loop =
        "for (int %1$s = 0; %1$s < %2$s.%3$s.dimension(); %1$s += %4$s)"
            .formatted(first, into, JacobianHolder.INPUTS, lanes);
    return CodeBlock.builder()
        .addStatement("int $L = $L.$L.lanes()", lanes, into, JacobianHolder.INPUTS)
        .add(several(all, programs, loop, "jacobianColumns", first + ", " + lanes))
        .build();
  }

  private CodeBlock severalRows(
      CompanionPrograms all, CompanionPrograms.Jacobian programs, int width) {
    return several(all, programs, loop(JacobianHolder.RESULTS, width), "jacobianRows", first);
  }

  private CodeBlock several(
      CompanionPrograms all,
      CompanionPrograms.Jacobian programs,
      String loop,
      String member,
      String which) {
    return CodeBlock.builder()
        .beginControlFlow(loop)
        .add(entry.again(all, programs.recorded()))
        .addStatement("$L($L, $L, $L)", member, entry.arguments(all), which, into)
        .endControlFlow()
        .build();
  }

  private CodeBlock forward(CodeBlock arguments) {
    return CodeBlock.builder()
        .addStatement("$L.$L.begin()", into, JacobianHolder.ROWS)
        .addStatement("jacobianForward($L, $L)", arguments, into)
        .addStatement("$L.$L.end()", into, JacobianHolder.ROWS)
        .build();
  }

  private CodeBlock rows() {
    List<CodeBlock> arguments = new ArrayList<>();
    context.model().outputs().forEach(output -> arguments.add(CodeBlock.of("$L", output.name())));
    arguments.add(CodeBlock.of("$L, $L", first, into));
    return CodeBlock.builder()
        .beginControlFlow(loop(JacobianHolder.RESULTS, 1))
        .addStatement("jacobianRow($L)", CodeBlock.join(arguments, ", "))
        .endControlFlow()
        .build();
  }

  private String loop(String layout, int step) {
    String next = step == 1 ? first + "++" : first + " += " + step;
    return "for (int %1$s = 0; %1$s < %2$s.%3$s.dimension(); %4$s)"
        .formatted(first, into, layout, next);
  }

  /** The first run, where it is not the user's method itself. */
  private MethodSpec values(CompanionPrograms.Jacobian programs, Program values) {
    MethodSpec.Builder member =
        MethodSpec.methodBuilder("jacobianValue")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(names.result())
            .addParameters(names.parameterSpecs());
    MemberBody body = new MemberBody(context, values.main());
    if (programs.recorded()) {
      String transcript = names().take(EntryState.TRANSCRIPT);
      member.addParameter(RuntimeNames.TRANSCRIPT, transcript);
      body.parameter(transcript);
    }
    context.programs().ifPresent(body::distinctArguments);
    ResultSink sink = ValueSink.returned(names).behind(List.of(), body);
    HelperMethods.Family helpers = context.helpers().plain(values);
    return member.addCode(body.plain(sink, helpers)).build();
  }
}
