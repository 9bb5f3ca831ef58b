package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the nested class {@code Jacobian}: the value, and a matrix for each parameter. Its
 * methods follow from the method's signature.
 *
 * @param context what every member needs; its fields are this holder's
 */
record JacobianHolder(MemberContext context) {
  static final String INPUTS = "inputs";
  static final String DIRECTIONS = "directions";
  static final String RESULTS = "results";
  static final String BLOCKS = "blocks";
  static final String ROWS = "rows";
  static final String VALUE = "value";
  private static final String SWEEP = "sweep";
  private static final TypeName MATRIX = ArrayTypeName.of(ArrayTypeName.of(TypeName.DOUBLE));

  /** The fields of such a holder. */
  static HolderFields fields(MethodModel model, CompanionNames names) {
    List<String> taken =
        new ArrayList<>(
            List.of(
                INPUTS,
                DIRECTIONS,
                RESULTS,
                BLOCKS,
                ROWS,
                EntryState.ENTRY,
                EntryState.TRANSCRIPT,
                VALUE,
                SWEEP));
    model.wrt().forEach(parameter -> taken.add(HolderEmitter.partial(parameter)));
    return new HolderFields(names.jacobian(), taken);
  }

  /** Whether there is one value. */
  boolean keepsValue() {
    return context.names().givesValue();
  }

  /** Where the only value is kept. */
  CodeBlock keptValue() {
    return CodeBlock.of("$L.$L", context.names().into(), VALUE);
  }

  /** What a result is read from behind the first run: an array that is filled, or the holder. */
  CodeBlock value(int result) {
    CompanionNames names = context.names();
    Result at = names.results().get(result);
    if (at.part().isPresent()) {
      // It may stand where the program reads its length.
      return CodeBlock.of(
          "($L)", RecordText.readOrNull(names.into() + "." + VALUE, at.part().get()));
    }
    return at.output().map(output -> CodeBlock.of("$L", output.name())).orElse(keptValue());
  }

  /** The class, with the fields that the members need. */
  TypeSpec emit() {
    CompanionNames names = context.names();
    Modifier[] visibility = context.visibility().toArray(Modifier[]::new);
    TypeSpec.Builder holder =
        HolderClass.of(
                names.jacobian(),
                CodeBlock.of("The value and all partials of $L, kept for reuse.", names.link()),
                "it is used again",
                context.visibility())
            .addField(HolderFields.made(RuntimeNames.LAYOUT, INPUTS))
            .addField(HolderFields.directions(DIRECTIONS, INPUTS))
            .addField(HolderFields.made(RuntimeNames.LAYOUT, RESULTS))
            .addField(HolderFields.made(RuntimeNames.FORWARD_SWEEP, ROWS))
            .addField(RuntimeNames.JACOBIAN_BLOCKS, BLOCKS, Modifier.PRIVATE, Modifier.FINAL);
    if (keepsValue()) {
      holder.addField(names.result(), VALUE, Modifier.PRIVATE);
    }
    context
        .programs()
        .ifPresent(
            all ->
                EntryState.addFields(
                    all,
                    all.jacobian().filter(CompanionPrograms.Jacobian::recorded).isPresent(),
                    holder));
    context.holder().addTo(holder);
    holder.addMethod(defaultConstructor(visibility)).addMethod(constructor(visibility));
    accessors().forEach(holder::addMethod);
    return holder.build();
  }

  private List<MethodSpec> accessors() {
    CompanionNames names = context.names();
    List<MethodSpec> all = new ArrayList<>();
    if (keepsValue()) {
      all.add(accessor(VALUE, names.result(), CodeBlock.of(VALUE), CodeBlock.of("The value.\n")));
    }
    List<Parameter> wrt = context.model().wrt();
    for (int i = 0; i < wrt.size(); i++) {
      all.add(block(wrt.get(i), i));
    }
    all.add(
        accessor(
            "along",
            MATRIX,
            CodeBlock.of("$L.derivatives()", BLOCKS),
            CodeBlock.of(
                "The derivatives along the directions that {@code jvps} was given last: a row for"
                    + " each direction, with an entry for each element of the result.\n")));
    return all;
  }

  private static MethodSpec defaultConstructor(Modifier... visibility) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("An empty holder, to be filled in the cheapest way.\n")
        .addModifiers(visibility)
        .addStatement("this($T.CHEAPEST)", RuntimeNames.SWEEP)
        .build();
  }

  private MethodSpec constructor(Modifier... visibility) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("An empty holder, to be filled in that way.\n")
        .addModifiers(visibility)
        .addParameter(RuntimeNames.SWEEP, SWEEP)
        .addStatement(
            "this.$L = new $T($L, $L, $L, $L)",
            BLOCKS,
            RuntimeNames.JACOBIAN_BLOCKS,
            INPUTS,
            RESULTS,
            SWEEP,
            firstInputs())
        .build();
  }

  /** The number of each parameter's first input among those that are differentiated. */
  private CodeBlock firstInputs() {
    List<Parameter> inputs =
        context.model().inputs().stream().filter(Input::isWrt).map(Input::parameter).toList();
    return context.model().wrt().stream()
        .map(parameter -> CodeBlock.of("$L", inputs.indexOf(parameter)))
        .collect(CodeBlock.joining(", "));
  }

  private MethodSpec block(Parameter parameter, int index) {
    return accessor(
        HolderEmitter.partial(parameter),
        MATRIX,
        CodeBlock.of("$L.block($L)", BLOCKS, index),
        CodeBlock.of(
            "The partials with respect to {@code $L}: a row for each element of the result, a"
                + " column for each of the parameter; arrays of arrays row by row.\n",
            parameter.name()));
  }

  private MethodSpec accessor(String name, TypeName type, CodeBlock expression, CodeBlock javadoc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(javadoc)
        .addModifiers(context.visibility())
        .returns(type)
        .addStatement("return $L", expression)
        .build();
  }
}
