package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.Program;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the members {@code jacobian} and what they call: one run of the method for the values,
 * then forward mode along several unit vectors for as many columns, or a unit cotangent pulled back
 * for a row, again and again; which of them is decided when sizes are known. And {@code jvps},
 * which takes the directions from its caller.
 */
final class JacobianMembers {
  private static final String COLUMNS = "jacobianColumns";
  private static final String COLUMN = "jacobianColumn";
  private static final TypeName DIRECTIONS = ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE));

  private final MemberContext context;
  private final CompanionNames names;
  private final JacobianHolder holder;
  private final String into;
  private final String first;
  private final String lanes;
  private final String directions;

  private JacobianMembers(MemberContext outer) {
    this.names = outer.names();
    this.context = outer.with(JacobianHolder.fields(outer.model(), names));
    this.holder = new JacobianHolder(context);
    this.into = names.into();
    TakenNames taken = names();
    this.first = taken.take("first");
    this.lanes = taken.take("lanes");
    this.directions = taken.take("directions");
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
    type.addMethod(jvps());
    type.addMethod(jvpsInto());
    Optional<CompanionPrograms.Jacobian> programs =
        context.programs().flatMap(CompanionPrograms::jacobian);
    programs.ifPresent(
        all -> {
          all.values().ifPresent(values -> type.addMethod(values(all, values)));
          JacobianSweeps sweeps = new JacobianSweeps(context, all, first);
          all.columns().ifPresent(columns -> type.addMethod(columns(sweeps, all, columns)));
          all.single()
              .map(column -> new JacobianColumns(sweeps, column).member(COLUMN))
              .ifPresent(type::addMethod);
          all.rows().ifPresent(rows -> type.addMethod(new JacobianRows(sweeps, rows).member()));
          all.sweeps().ifPresent(rows -> sweeps.rows(rows).forEach(type::addMethod));
        });
  }

  private MethodSpec columns(
      JacobianSweeps sweeps, CompanionPrograms.Jacobian all, CompanionPrograms.Derived columns) {
    return all.lanes()
        ? new JacobianLanes(sweeps, columns.program(), lanes).member()
        : new JacobianColumns(sweeps, columns).member(COLUMNS);
  }

  private JacobianRuns runs(CompanionPrograms all) {
    return new JacobianRuns(holder, all, all.jacobian().orElseThrow(), first, lanes);
  }

  /** The class {@code Jacobian}, with the fields that the members need. */
  TypeSpec holder() {
    return holder.emit();
  }

  private MethodSpec jacobian() {
    return context
        .varargs(context.memberOfParameters("jacobian", names.jacobian()))
        .addJavadoc(
            "The value of $L and all its partials, in a new holder. The method runs once, with its"
                + " side effects.\n",
            names.link())
        .addCode(context.body(all -> inNewHolder("jacobian", CodeBlock.of(""))))
        .build();
  }

  private CodeBlock inNewHolder(String member, CodeBlock more) {
    CodeBlock arguments = CodeBlock.join(CompanionNames.expressions(names.parameters()), ", ");
    return CodeBlock.builder()
        .addStatement("$1T $2L = new $1T()", names.jacobian(), into)
        .addStatement("$L($L, $L$L)", member, arguments, more, into)
        .addStatement("return $L", into)
        .build();
  }

  private MethodSpec jacobianInto() {
    return context
        .memberOfParameters("jacobian", names.result())
        .addParameter(names.jacobian(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(all -> jacobianBody(runs(all))))
        .build();
  }

  private CodeBlock jacobianBody(JacobianRuns runs) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .add(runs.begin())
            .addStatement("$L.$L.units()", into, JacobianHolder.DIRECTIONS);
    return runs.programs().columns().isPresent()
        ? body.add(runs.firstRun())
            .add(room(runs))
            .add(inTheCheaperWay(runs, runs.programs().columns().get().width()))
            .add(runs.giveValue())
            .build()
        : body.add(allRows(runs)).add(runs.giveValue()).build();
  }

  private CodeBlock room(JacobianRuns runs) {
    return CodeBlock.builder()
        .add(runs.shapes())
        .addStatement("$L.$L.prepare()", into, JacobianHolder.BLOCKS)
        .build();
  }

  private CodeBlock allRows(JacobianRuns runs) {
    return CodeBlock.builder().add(runs.onlyRun()).add(room(runs)).add(runs.rows()).build();
  }

  private CodeBlock inTheCheaperWay(JacobianRuns runs, int width) {
    boolean lanes = runs.programs().lanes();
    String question = lanes ? "byLanes()" : "byColumns(" + width + ")";
    return CodeBlock.builder()
        .beginControlFlow("if ($L.$L.$L)", into, JacobianHolder.BLOCKS, question)
        .add(lanes ? runs.alongLanes(COLUMNS) : runs.alongDirections(COLUMNS, width))
        .nextControlFlow("else")
        .add(runs.byRows())
        .endControlFlow()
        .build();
  }

  private MethodSpec jvps() {
    return context
        .memberOfParameters("jvps", names.jacobian())
        .addParameter(DIRECTIONS, directions)
        .addJavadoc(
            "The value of $L and its derivatives along several directions at once, in a new holder."
                + " Each direction has a component for each number that is differentiated, in the"
                + " order of the parameters, arrays row by row. The method runs once, with its side"
                + " effects.\n",
            names.link())
        .addCode(context.body(all -> inNewHolder("jvps", CodeBlock.of("$L, ", directions))))
        .build();
  }

  private MethodSpec jvpsInto() {
    return context
        .memberOfParameters("jvps", names.result())
        .addParameter(DIRECTIONS, directions)
        .addParameter(names.jacobian(), into)
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(all -> jvpsBody(runs(all))))
        .build();
  }

  private CodeBlock jvpsBody(JacobianRuns runs) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .add(runs.begin())
            .addStatement("$L.$L.along($L)", into, JacobianHolder.DIRECTIONS, directions);
    if (runs.programs().columns().isEmpty()) {
      return body.add(allRows(runs))
          .addStatement(
              "$1L.$2L.multiply($1L.$3L)", into, JacobianHolder.BLOCKS, JacobianHolder.DIRECTIONS)
          .add(runs.giveValue())
          .build();
    }
    CompanionPrograms.Derived along = runs.programs().along().orElseThrow();
    String member = runs.programs().lanes() ? COLUMN : COLUMNS;
    return body.add(runs.firstRun())
        .add(runs.shapes())
        .addStatement(
            "$1L.$2L.prepare($1L.$3L.count())",
            into,
            JacobianHolder.BLOCKS,
            JacobianHolder.DIRECTIONS)
        .add(runs.alongDirections(member, along.width()))
        .add(runs.giveValue())
        .build();
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
