package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the member {@code hessian}, and the class {@code Hessian} that it fills.
 *
 * <p>The gradient runs the method, once, with its side effects. Then {@code hessianRows} takes some
 * rows at a time, until it has all: it goes through the method as it was entered, with copies of
 * the arrays that the method overwrites, and reads from a transcript what the method's effects
 * gave.
 */
final class HessianMembers {
  private static final String LAYOUT = "layout";
  private static final String DIRECTIONS = "directions";
  private static final String MATRIX = "matrix";
  private static final String GRADIENT = "gradient";

  private final MemberContext outer;
  private final MemberContext context;
  private final CompanionNames names;
  private final String into;
  private final String first;
  private final EntryState entry;
  private final SeveralTangents units;

  HessianMembers(MemberContext context) {
    this.outer = context;
    this.names = context.names();
    this.context =
        context.with(
            new HolderFields(
                names.hessian(),
                List.of(
                    LAYOUT,
                    DIRECTIONS,
                    MATRIX,
                    GRADIENT,
                    EntryState.ENTRY,
                    EntryState.TRANSCRIPT)));
    this.into = names.into();
    this.first = names().take("first");
    this.entry = new EntryState(this.context);
    this.units = new SeveralTangents(this.context, DIRECTIONS, first);
  }

  /** The names in use where the method's inputs are variables. */
  private TakenNames names() {
    TakenNames taken = new TakenNames(names.parameters());
    context.model().inputs().forEach(input -> taken.reserve(input.variable()));
    taken.reserve(into);
    return taken;
  }

  private List<Input> wrt() {
    return entry.wrt();
  }

  /** Adds the members to the companion, and the class behind them. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(hessian());
    type.addMethod(hessianInto());
    context.programs().map(this::rows).ifPresent(type::addMethod);
    context.programs().flatMap(this::recorded).ifPresent(type::addMethod);
  }

  private Optional<MethodSpec> recorded(CompanionPrograms all) {
    String transcript = names().take(EntryState.TRANSCRIPT);
    return all.recorded()
        .map(program -> new GradientMembers(outer).recordedGradient(all, program, transcript));
  }

  private MethodSpec hessian() {
    return context
        .varargs(context.memberOfParameters("hessian", names.hessian()))
        .addJavadoc(
            "The value of $L, its partials and its second partials, in a new holder. The method"
                + " runs once, with its side effects.\n",
            names.link())
        .addCode(
            context.body(
                all ->
                    CodeBlock.builder()
                        .addStatement("$1T $2L = new $1T()", names.hessian(), into)
                        .addStatement(
                            "hessian($L, $L)", String.join(", ", names.parameters()), into)
                        .addStatement("return $L", into)
                        .build()))
        .build();
  }

  private MethodSpec hessianInto() {
    return context
        .memberOfParameters("hessian", names.result())
        .addParameter(names.hessian(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(this::hessianBody))
        .build();
  }

  private CodeBlock hessianBody(CompanionPrograms all) {
    TakenNames locals = new TakenNames(names.parameters());
    List.of(into, first).forEach(locals::reserve);
    String value = locals.take("value");
    boolean recorded = all.recorded().isPresent();
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement("$L.$L.begin()$L", into, LAYOUT, entry.layout())
            .addStatement("$L.$L.prepare()", into, MATRIX);
    body.add(entry.begin(all, recorded))
        .addStatement("$T $L = $L", names.result(), value, gradient(recorded))
        .beginControlFlow(
            "for (int $1L = 0; $1L < $2L.$3L.dimension(); $1L += $4L)",
            first,
            into,
            LAYOUT,
            all.width(Derivative.HESSIAN))
        .add(entry.again(all, recorded));
    return body.addStatement("hessianRows($L, $L, $L)", entry.arguments(all), first, into)
        .endControlFlow()
        .addStatement("$L.$L.mirror()", into, MATRIX)
        .addStatement("return $L", value)
        .build();
  }

  private CodeBlock gradient(boolean recorded) {
    String arguments = String.join(", ", names.parameters());
    return recorded
        ? CodeBlock.of(
            "recordedGradient($1L, $2L.$3L, $2L.$4L)",
            arguments,
            into,
            EntryState.TRANSCRIPT,
            GRADIENT)
        : CodeBlock.of("gradient($1L, $2L.$3L)", arguments, into, GRADIENT);
  }

  /** As many rows as the program has directions, from {@code first} on. */
  private MethodSpec rows(CompanionPrograms all) {
    return MethodSpec.methodBuilder("hessianRows")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameters(names.parameterSpecs())
        .addParameter(int.class, first)
        .addParameter(names.hessian(), into)
        .addCode(rowsBody(all))
        .build();
  }

  private CodeBlock rowsBody(CompanionPrograms all) {
    int width = all.width(Derivative.HESSIAN);
    List<Input> wrt = wrt();
    List<Input> arrays = wrt.stream().filter(Input::isWrtArray).toList();
    MemberBody body = new MemberBody(context, all.of(Derivative.HESSIAN).main());
    body.reserve(first);
    all.recorded().ifPresent(any -> body.add(CodeBlock.of("$L.$L", into, EntryState.TRANSCRIPT)));
    arrays.forEach(body::scratch);
    body.keptTape();
    units.add(body, width);
    CodeBlock.Builder rows = CodeBlock.builder();
    arrays.forEach(array -> arrayRows(body, array, width, rows));
    ResultSink results = numberRows(width);
    CodeBlock entries = body.pooled(results, context.helpers().pooled(all.of(Derivative.HESSIAN)));
    return entries.toBuilder().add(rows.build()).build();
  }

  /** The next parameters of the program take entries of the rows, in the columns of an array. */
  private void arrayRows(MemberBody body, Input array, int width, CodeBlock.Builder rows) {
    int index = wrt().indexOf(array);
    for (int number = 0; number < width; number++) {
      String field = units.kept(array, SeveralTangents.numbered(array, "BarDot", number));
      body.shadow(array, field, SeveralTangents.numbered(array, "BarDot", number));
      rows.addStatement(
          "$L.$L.put($L, $L, $L.$L)", into, MATRIX, units.coordinate(number), index, into, field);
    }
  }

  /** The results of the program are the other entries. */
  private ResultSink numberRows(int width) {
    List<Delivery> deliveries = new ArrayList<>();
    List<Input> wrt = wrt();
    for (int i = 0; i < wrt.size(); i++) {
      for (int number = 0; !wrt.get(i).isWrtArray() && number < width; number++) {
        CodeBlock put =
            CodeBlock.of("$L.$L.put($L, $L,", into, MATRIX, units.coordinate(number), i);
        deliveries.add(Delivery.passed(deliveries.size(), put));
      }
    }
    return ResultSink.of(deliveries.toArray(Delivery[]::new));
  }

  /** The class {@code Hessian}, with the fields that the members need. */
  TypeSpec holder() {
    TypeSpec.Builder holder =
        HolderClass.of(
                names.hessian(),
                CodeBlock.of(
                    "The value, the partials and the second partials of $L, kept for reuse.",
                    names.link()),
                "it is used again",
                context.visibility())
            .addField(HolderFields.made(names.gradient(), GRADIENT))
            .addField(HolderFields.made(RuntimeNames.LAYOUT, LAYOUT))
            .addField(HolderFields.directions(DIRECTIONS, LAYOUT))
            .addField(
                HolderFields.made(
                    RuntimeNames.HESSIAN_MATRIX,
                    CodeBlock.of("new $T($L)", RuntimeNames.HESSIAN_MATRIX, LAYOUT),
                    MATRIX));
    context
        .programs()
        .ifPresent(all -> EntryState.addFields(all, all.recorded().isPresent(), holder));
    context.holder().addTo(holder);
    holder.addMethod(HolderClass.constructor(context.visibility()));
    accessors().forEach(holder::addMethod);
    return holder.build();
  }

  private List<MethodSpec> accessors() {
    return List.of(
        accessor("value", names.result(), "gradient.value()", "The value.\n"),
        accessor("gradient", names.gradient(), "gradient", "The value and the partials.\n"),
        accessor(
            "matrix",
            ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE)),
            "matrix.array()",
            "The second partials: a row and a column for each number that is differentiated, in the"
                + " order of the parameters, arrays row by row. Symmetric to the last bit.\n"));
  }

  private MethodSpec accessor(String name, TypeName type, String expression, String javadoc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(javadoc)
        .addModifiers(context.visibility())
        .returns(type)
        .addStatement("return $L", expression)
        .build();
  }

  /** The members, if the companion has them. */
  static Optional<HessianMembers> of(MemberContext context) {
    return context.model().offers(Derivative.HESSIAN)
        ? Optional.of(new HessianMembers(context))
        : Optional.empty();
  }
}
