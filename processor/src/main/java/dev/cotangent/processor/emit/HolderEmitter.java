package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Lists;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the nested class {@code Gradient}. Its methods follow from the method's signature; its
 * private fields also hold what the bodies of the members keep from call to call.
 */
final class HolderEmitter {
  private final MethodModel model;
  private final CompanionNames names;
  private final HolderResults results;

  HolderEmitter(MethodModel model, CompanionNames names) {
    this.model = model;
    this.names = names;
    this.results = new HolderResults(model, names);
  }

  /** The fields of such a holder, none of which bears the name of a result or a partial. */
  static HolderFields fields(MethodModel model, CompanionNames names) {
    List<String> taken = new ArrayList<>(new HolderResults(model, names).names());
    model.wrt().forEach(parameter -> taken.add(partial(parameter)));
    return new HolderFields(names.gradient(), taken);
  }

  /** The name of the field and of the method for a parameter's partial. */
  static String partial(Parameter parameter) {
    return "d" + parameter.capitalised();
  }

  /** The field for an input's partial, as it is reached from the holder. */
  static String partial(Input input) {
    return String.join(".", Lists.concat(List.of(partial(input.parameter())), input.path()));
  }

  /** The methods that lead from the holder to an input's partial. */
  static String read(Input input) {
    return partial(input).replace(".", "().") + "()";
  }

  /** The class, with the fields that the members need. */
  TypeSpec emit(HolderFields kept, List<Modifier> visibility) {
    TypeSpec.Builder holder =
        HolderClass.of(
            names.gradient(),
            CodeBlock.of("The value and the partials of $L, kept for reuse.", names.link()),
            "it is used again",
            visibility);
    results.fields().forEach(holder::addField);
    for (Parameter parameter : model.wrt()) {
      holder.addFields(names.records().partial(parameter.type(), partial(parameter)));
    }
    kept.addTo(holder);
    holder.addMethod(HolderClass.constructor(visibility));
    results.accessors(visibility).forEach(holder::addMethod);
    for (Parameter parameter : model.wrt()) {
      holder.addMethod(
          names
              .records()
              .accessor(parameter.type(), partial(parameter), visibility)
              .addJavadoc(RecordClasses.partialJavadoc(parameter.type(), parameter.name()))
              .build());
    }
    return holder.build();
  }
}
