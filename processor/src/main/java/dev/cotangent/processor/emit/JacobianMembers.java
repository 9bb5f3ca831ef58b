package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
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
  private final MemberContext context;
  private final CompanionNames names;
  private final JacobianHolder holder;
  private final String into;
  private final String first;
  private final EntryState entry;
  private final UnitTangents units;

  private JacobianMembers(MemberContext outer) {
    this.names = outer.names();
    this.context = outer.with(JacobianHolder.fields(outer.model(), names));
    this.holder = new JacobianHolder(context);
    this.into = names.into();
    TakenNames taken = new TakenNames(names.parameters());
    context.model().inputs().forEach(input -> taken.reserve(input.variable()));
    taken.reserve(into);
    this.first = taken.take("first");
    this.entry = new EntryState(context, JacobianHolder.ENTRY);
    this.units = new UnitTangents(context, JacobianHolder.INPUTS, first);
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
          all.values().ifPresent(values -> type.addMethod(values(all)));
          type.addMethod(columns(all));
          type.addMethod(row(all));
        });
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
    if (!all.written().isEmpty()) {
      body.addStatement("$L.$L.begin()$L", into, JacobianHolder.ENTRY, entry.kept(all));
    }
    if (programs.recorded()) {
      body.addStatement("$L.$L.begin()", into, JacobianHolder.TRANSCRIPT);
    }
    valuesStatements(programs).forEach(body::addStatement);
    body.addStatement("$L.$L.begin()$L", into, JacobianHolder.RESULTS, results())
        .addStatement("$L.$L.prepare()", into, JacobianHolder.BLOCKS)
        .beginControlFlow(
            "if ($L.$L.byColumns($L))", into, JacobianHolder.BLOCKS, programs.columns().width())
        .add(loop(all, programs, JacobianHolder.INPUTS, programs.columns().width(), "Columns"))
        .nextControlFlow("else")
        .add(loop(all, programs, JacobianHolder.RESULTS, 1, "Row"))
        .endControlFlow();
    if (names.results().size() == 1) {
      body.addStatement("return $L", value(0));
    }
    return body.build();
  }

  private List<CodeBlock> valuesStatements(CompanionPrograms.Jacobian programs) {
    List<CodeBlock> arguments = CompanionNames.expressions(names.parameters());
    CodeBlock call = names.callOfUser(arguments);
    if (programs.values().isPresent()) {
      String transcript = programs.recorded() ? into + "." + JacobianHolder.TRANSCRIPT : "";
      List<CodeBlock> all = new ArrayList<>(arguments);
      if (programs.recorded()) {
        all.add(CodeBlock.of("$L", transcript));
      }
      call = CodeBlock.of("jacobianValue($L)", CodeBlock.join(all, ", "));
    }
    return List.of(
        holder.keepsValue() ? CodeBlock.of("$L.$L = $L", into, JacobianHolder.VALUE, call) : call);
  }

  /** What a result is read from behind the first run: an array that is filled, or the holder. */
  private CodeBlock value(int result) {
    return names
        .results()
        .get(result)
        .output()
        .map(output -> CodeBlock.of("$L", output.name()))
        .orElse(CodeBlock.of("$L.$L", into, JacobianHolder.VALUE));
  }

  /** Calls that add each result to a layout. */
  private CodeBlock results() {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int i = 0; i < names.results().size(); i++) {
      calls.add(
          names.results().get(i).isArray()
              ? CodeBlock.of(".array($L)", value(i))
              : CodeBlock.of(".number(true)"));
    }
    return calls.build();
  }

  private CodeBlock loop(
      CompanionPrograms all,
      CompanionPrograms.Jacobian programs,
      String layout,
      int step,
      String member) {
    CodeBlock.Builder loop =
        CodeBlock.builder()
            .beginControlFlow(
                "for (int $1L = 0; $1L < $2L.$3L.dimension(); $4L)",
                first,
                into,
                layout,
                step == 1 ? first + "++" : first + " += " + step);
    if (!all.written().isEmpty()) {
      loop.addStatement("$L.$L.restore()", into, JacobianHolder.ENTRY);
    }
    if (programs.recorded()) {
      loop.addStatement("$L.$L.rewind()", into, JacobianHolder.TRANSCRIPT);
    }
    return loop.addStatement("jacobian$L($L, $L, $L)", member, entry.arguments(all), first, into)
        .endControlFlow()
        .build();
  }

  /** The first run, where it is not the user's method itself. */
  private MethodSpec values(CompanionPrograms.Jacobian programs) {
    MethodSpec.Builder member =
        MethodSpec.methodBuilder("jacobianValue")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(names.result())
            .addParameters(names.parameterSpecs());
    MemberBody body = new MemberBody(context, programs.values().orElseThrow().main());
    if (programs.recorded()) {
      TakenNames taken = new TakenNames(names.parameters());
      context.model().inputs().forEach(input -> taken.reserve(input.variable()));
      String transcript = taken.take(JacobianHolder.TRANSCRIPT);
      member.addParameter(RuntimeNames.TRANSCRIPT, transcript);
      body.parameter(transcript);
    }
    context.programs().ifPresent(body::distinctArguments);
    boolean returns = names.results().size() == 1;
    ResultSink sink = returns ? ResultSink.RETURNED : ResultSink.of();
    HelperMethods.Family helpers = context.helpers().plain(programs.values().orElseThrow());
    return member.addCode(body.plain(sink, helpers)).build();
  }

  private MethodSpec.Builder member(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameters(names.parameterSpecs())
        .addParameter(int.class, first)
        .addParameter(names.jacobian(), into);
  }

  private MemberBody body(CompanionPrograms.Jacobian programs, CompanionPrograms.Derived derived) {
    MemberBody body = new MemberBody(context, derived.program().main());
    body.reserve(first);
    if (programs.recorded()) {
      body.add(CodeBlock.of("$L.$L", into, JacobianHolder.TRANSCRIPT));
    }
    return body;
  }

  /** As many columns as the program has directions, from {@code first} on. */
  private MethodSpec columns(CompanionPrograms.Jacobian programs) {
    int width = programs.columns().width();
    MemberBody body = body(programs, programs.columns());
    units.add(body, width);
    body.keptTape();
    List<Delivery> deliveries = new ArrayList<>();
    List<Integer> read = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      for (int number = 0; number < width; number++) {
        int index = i * width + number;
        String column = units.coordinate(number);
        CodeBlock put =
            CodeBlock.of("$L.$L.putColumn($L, $L,", into, JacobianHolder.BLOCKS, column, i);
        if (!result.isArray()) {
          deliveries.add(Delivery.passed(index, put));
          continue;
        }
        CodeBlock tangent = tangent(body, result, index, deliveries, read);
        closing.add(CodeBlock.of("$L $L, $L)", put, tangent, shape(body, i)));
      }
    }
    ResultSink sink = new ResultSink(deliveries, read, closing);
    HelperMethods.Family helpers = context.helpers().pooled(programs.columns().program());
    return member("jacobianColumns").addCode(body.pooled(sink, helpers)).build();
  }

  /** A tangent that is no parameter goes into a local variable. */
  private static CodeBlock tangent(
      MemberBody body, Result result, int index, List<Delivery> deliveries, List<Integer> read) {
    Optional<CodeBlock> parameter = body.parameter(index);
    if (parameter.isPresent()) {
      read.add(index);
      return parameter.get();
    }
    String name = body.local(result.tangent());
    deliveries.add(
        new Delivery(
            index, CodeBlock.of("$T $L =", JavaTypes.of(result.type().derivative()), name)));
    return CodeBlock.of("$L", name);
  }

  /** An array of a result's shape. */
  private CodeBlock shape(MemberBody body, int result) {
    Optional<Parameter> output = names.results().get(result).output();
    return context.model().inputs().stream()
        .filter(input -> output.filter(o -> o == input.parameter()).isPresent())
        .map(body::argument)
        .findFirst()
        .orElse(value(result));
  }

  /** The row {@code first}. */
  private MethodSpec row(CompanionPrograms.Jacobian programs) {
    MemberBody body = body(programs, new CompanionPrograms.Derived(programs.row(), 1));
    List<Input> wrt = entry.wrt();
    List<Delivery> deliveries = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    for (int i = 0; i < wrt.size(); i++) {
      Input input = wrt.get(i);
      CodeBlock put = CodeBlock.of("$L.$L.put($L, $L,", into, JacobianHolder.BLOCKS, first, i);
      if (input.isWrtArray()) {
        String field = units.kept(input, input.variable() + "Bar");
        body.shadow(input, field, input.variable() + "Bar");
        closing.add(CodeBlock.of("$L $L.$L)", put, into, field));
      } else {
        deliveries.add(Delivery.passed(deliveries.size(), put));
      }
    }
    cotangents(body);
    body.keptTape();
    ResultSink sink = new ResultSink(deliveries, List.of(), closing);
    HelperMethods.Family helpers = context.helpers().pooled(programs.row());
    return member("jacobianRow").addCode(body.pooled(sink, helpers)).build();
  }

  /** The next parameters of the function are the cotangents: those of a unit vector. */
  private void cotangents(MemberBody body) {
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      if (result.isArray()) {
        body.add(arrayCotangent(body, result, i));
      } else {
        CodeBlock unit = CodeBlock.of("$L.$L.unit($L, $L)", into, JacobianHolder.RESULTS, i, first);
        body.variable(TypeName.DOUBLE, result.cotangent(), unit);
      }
    }
  }

  /** One of the result's own shape. */
  private CodeBlock arrayCotangent(MemberBody body, Result result, int index) {
    PartialsType type = PartialsType.of(result.type());
    CodeBlock kept =
        CodeBlock.of(
            "$L.$L", into, context.holder().keep(type.name(), type.made(), result.cotangent()));
    String name = body.local(result.cotangent());
    String layout = into + "." + JacobianHolder.RESULTS;
    body.enter(
        CodeBlock.builder()
            .addStatement(
                "$L.unit($L, $L.index($L, $L))", kept, shape(body, index), layout, index, first)
            .addStatement("$T $L = $L.array()", JavaTypes.of(result.type()), name, kept)
            .build());
    return CodeBlock.of("$L", name);
  }
}
