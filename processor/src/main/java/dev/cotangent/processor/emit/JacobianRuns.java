package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.frontend.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: the runs of a method behind the public members that give its Jacobian or products with
 * it: one for the values, then others along several directions or for several rows. A run after the
 * first starts from the arguments at entry, and reads from a transcript what the method's effects
 * gave.
 *
 * @param holder what is filled
 * @param all the companion's programs
 * @param programs those of the Jacobian
 * @param first the variable that has the first column, or the row
 * @param lanes the variable that has the number of columns
 */
record JacobianRuns(
    JacobianHolder holder,
    CompanionPrograms all,
    CompanionPrograms.Jacobian programs,
    String first,
    String lanes) {
  private static final CodeBlock TRUE = CodeBlock.of("true");

  private MemberContext context() {
    return holder.context();
  }

  private CompanionNames names() {
    return context().names();
  }

  private String into() {
    return names().into();
  }

  private EntryState entry() {
    return new EntryState(context());
  }

  /** Where the inputs stand, before anything runs. */
  CodeBlock begin() {
    return CodeBlock.builder()
        .addStatement("$L.$L.begin()$L", into(), JacobianHolder.INPUTS, entry().layout())
        .build();
  }

  /** When the results have their shapes. */
  CodeBlock shapes() {
    return CodeBlock.builder()
        .addStatement("$L.$L.begin()$L", into(), JacobianHolder.RESULTS, results())
        .build();
  }

  /** The only run that there may be: the forward sweep of the rows. */
  CodeBlock onlyRun() {
    return forward(CodeBlock.join(CompanionNames.expressions(names().parameters()), ", "));
  }

  /** All rows, several for each run, or one after the other. */
  CodeBlock byRows() {
    return programs.rows().map(rows -> severalRows(rows.width())).orElseGet(this::rowByRow);
  }

  private CodeBlock rowByRow() {
    return CodeBlock.builder()
        .add(entry().again(all, programs.recorded()))
        .add(forward(entry().arguments(all)))
        .add(rows())
        .build();
  }

  /** What gives the values, and what further runs begin with. */
  CodeBlock firstRun() {
    return CodeBlock.builder().add(entry().begin(all, programs.recorded())).add(values()).build();
  }

  private CodeBlock values() {
    List<CodeBlock> arguments = new ArrayList<>(CompanionNames.expressions(names().parameters()));
    if (programs.recorded()) {
      arguments.add(CodeBlock.of("$L.$L", into(), EntryState.TRANSCRIPT));
    }
    CodeBlock call =
        programs.values().isPresent()
            ? CodeBlock.of("jacobianValue($L)", CodeBlock.join(arguments, ", "))
            : names().callOfUser(arguments);
    CodeBlock.Builder run = CodeBlock.builder();
    boolean fills = programs.values().isEmpty() && !context().model().outputs().isEmpty();
    if (fills && holder().keepsValue()) {
      // The user's method gives nothing.
      run.addStatement(call);
      call = holder().value(0);
    }
    return holder().keepsValue()
        ? run.addStatement("$L.$L = $L", into(), JacobianHolder.VALUE, call).build()
        : run.addStatement(call).build();
  }

  /** Calls that add each result to a layout. */
  private CodeBlock results() {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int i = 0; i < names().results().size(); i++) {
      Result result = names().results().get(i);
      calls.add(
          result.isArray()
              ? CodeBlock.of(".array($L)", holder().value(i))
              : CodeBlock.of(".number($L)", result.part().map(this::exists).orElse(TRUE)));
    }
    return calls.build();
  }

  /** Whether there is such a number: a component of a null record is none. */
  private CodeBlock exists(Input part) {
    String value = into() + "." + JacobianHolder.VALUE;
    return part.owners().stream()
        .map(owner -> CodeBlock.of("$L != null", RecordText.read(value, owner)))
        .collect(CodeBlock.joining(" && "));
  }

  /**
   * A run for as many directions as it carries, again and again.
   *
   * @param member what runs
   */
  CodeBlock alongDirections(String member, int width) {
    String count = into() + "." + JacobianHolder.DIRECTIONS + ".count()";
    return several(loop(count, width), member, first);
  }

  /**
   * A run for the columns of as many unit vectors as pay, again and again.
   *
   * @param member what runs
   */
  CodeBlock alongLanes(String member) {
    String loop =
        "for (int %1$s = 0; %1$s < %2$s.%3$s.dimension(); %1$s += %4$s)"
            .formatted(first, into(), JacobianHolder.INPUTS, lanes);
    return CodeBlock.builder()
        .addStatement("int $L = $L.$L.lanes()", lanes, into(), JacobianHolder.INPUTS)
        .add(several(loop, member, first + ", " + lanes))
        .build();
  }

  private CodeBlock severalRows(int width) {
    return several(loop(dimension(), width), "jacobianRows", first);
  }

  private String dimension() {
    return into() + "." + JacobianHolder.RESULTS + ".dimension()";
  }

  private CodeBlock several(String loop, String member, String which) {
    return CodeBlock.builder()
        .beginControlFlow(loop)
        .add(entry().again(all, programs.recorded()))
        .addStatement("$L($L, $L, $L)", member, entry().arguments(all), which, into())
        .endControlFlow()
        .build();
  }

  private CodeBlock forward(CodeBlock arguments) {
    return CodeBlock.builder()
        .addStatement("$L.$L.begin()", into(), JacobianHolder.ROWS)
        .addStatement("jacobianForward($L, $L)", arguments, into())
        .addStatement("$L.$L.end()", into(), JacobianHolder.ROWS)
        .build();
  }

  /** One row after the other, behind one forward sweep. */
  CodeBlock rows() {
    List<CodeBlock> arguments = new ArrayList<>();
    context().model().outputs().forEach(output -> arguments.add(CodeBlock.of("$L", output.name())));
    arguments.add(CodeBlock.of("$L, $L", first, into()));
    return CodeBlock.builder()
        .beginControlFlow(loop(dimension(), 1))
        .addStatement("jacobianRow($L)", CodeBlock.join(arguments, ", "))
        .endControlFlow()
        .build();
  }

  private String loop(String count, int step) {
    String next = step == 1 ? first + "++" : first + " += " + step;
    return "for (int %1$s = 0; %1$s < %2$s; %3$s)".formatted(first, count, next);
  }

  /** What the public members end with. */
  CodeBlock giveValue() {
    if (!names().givesValue()) {
      return CodeBlock.of("");
    }
    boolean fills = !context().model().outputs().isEmpty();
    CodeBlock value = fills ? holder().value(0) : holder().keptValue();
    return CodeBlock.builder().addStatement("return $L", value).build();
  }
}
