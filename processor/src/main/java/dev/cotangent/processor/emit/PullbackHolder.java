package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the nested class {@code Pullback}: the value, and the partials of the cotangent that was
 * pulled back last. Its methods follow from the method's signature.
 *
 * @param context what every member needs; its fields are this holder's
 */
record PullbackHolder(MemberContext context) {
  static final String SWEEP = "sweep";
  private static final String VALUE = "value";

  /** The fields of such a holder. */
  static HolderFields fields(MethodModel model, CompanionNames names) {
    List<String> taken = new ArrayList<>(List.of(SWEEP, VALUE));
    model.wrt().forEach(parameter -> taken.add(HolderEmitter.partial(parameter)));
    return new HolderFields(names.pullback(), taken);
  }

  /** Whether there is one value. */
  boolean keepsValue() {
    return context.names().givesValue();
  }

  /** Where it is kept. */
  CodeBlock value() {
    return CodeBlock.of("$L.$L", context.names().into(), VALUE);
  }

  /** Where an array among what the method returned is kept. */
  CodeBlock value(Result result) {
    return result
        .part()
        .map(part -> RecordText.readOrNull(context.names().into() + "." + VALUE, part))
        .orElse(value());
  }

  /** The class, with the fields that the members need. */
  TypeSpec emit() {
    CompanionNames names = context.names();
    Modifier[] visibility = context.visibility().toArray(Modifier[]::new);
    TypeSpec.Builder holder =
        HolderClass.of(
                names.pullback(),
                CodeBlock.of(
                    "The value of $L, and what its forward sweep keeps: cotangents can be pulled"
                        + " back one after the other, and the method does not run again.",
                    names.link()),
                "the next cotangent is pulled back",
                context.visibility())
            .addField(HolderFields.made(RuntimeNames.FORWARD_SWEEP, SWEEP));
    if (keepsValue()) {
      holder.addField(names.result(), VALUE, Modifier.PRIVATE);
    }
    List<Parameter> wrt = context.model().wrt();
    wrt.forEach(p -> holder.addFields(names.records().partial(p.type(), partial(p))));
    context.holder().addTo(holder);
    holder.addMethod(HolderClass.constructor(context.visibility()));
    if (keepsValue()) {
      holder.addMethod(value(visibility));
    }
    holder.addMethod(pull(visibility));
    wrt.forEach(parameter -> holder.addMethod(accessor(parameter)));
    return holder.build();
  }

  private static String partial(Parameter parameter) {
    return HolderEmitter.partial(parameter);
  }

  private MethodSpec value(Modifier... visibility) {
    return MethodSpec.methodBuilder(VALUE)
        .addJavadoc("The value.\n")
        .addModifiers(visibility)
        .returns(context.names().result())
        .addStatement("return $L", VALUE)
        .build();
  }

  private MethodSpec pull(Modifier... visibility) {
    CompanionNames names = context.names();
    List<CodeBlock> arguments = new ArrayList<>();
    names.cotangents().forEach(cotangent -> arguments.add(CodeBlock.of("$L", cotangent)));
    arguments.add(CodeBlock.of("this"));
    return MethodSpec.methodBuilder("pull")
        .addJavadoc(
            "Pulls a cotangent of the results back: gives this holder with the partials of the sum"
                + " of the products of results and cotangents. A cotangent has its result's shape"
                + " and is only read.\n\n"
                + "@throws $T if no forward sweep has ended without an exception, or if an array"
                + " that the method took or gave has changed since\n",
            IllegalStateException.class)
        .addModifiers(visibility)
        .returns(names.pullback())
        .addParameters(names.cotangentSpecs())
        .addCode(
            context.body(
                all ->
                    CodeBlock.builder()
                        .addStatement(
                            "$T.pullbackReverse($L)",
                            names.companion(),
                            CodeBlock.join(arguments, ", "))
                        .addStatement("return this")
                        .build()))
        .build();
  }

  private MethodSpec accessor(Parameter parameter) {
    return context
        .names()
        .records()
        .accessor(parameter.type(), partial(parameter), context.visibility())
        .addJavadoc(RecordClasses.partialJavadoc(parameter.type(), parameter.name()))
        .build();
  }
}
