package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
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
  private final TakenNames taken;
  private final List<FieldSpec> kept = new ArrayList<>();

  HolderEmitter(MethodModel model, CompanionNames names) {
    this.model = model;
    this.names = names;
    this.results = new HolderResults(model, names);
    this.taken = new TakenNames(results.names());
    model.wrt().forEach(parameter -> taken.reserve(partial(parameter)));
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

  /** Adds a private field that is made with the holder; gives its name. */
  String keep(TypeName type, String wish) {
    return keep(type, CodeBlock.of("new $T()", type), wish);
  }

  /** Adds a private field that is made by the expression; gives its name. */
  String keep(TypeName type, CodeBlock made, String wish) {
    String name = taken.take(wish);
    kept.add(made(type, made, name));
    return name;
  }

  /** Adds a private field for a {@code double} array that is made when it is needed. */
  String keepArray(String wish) {
    String name = taken.take(wish);
    kept.add(FieldSpec.builder(double[].class, name, Modifier.PRIVATE).build());
    return name;
  }

  private static FieldSpec made(TypeName type, CodeBlock made, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(made)
        .build();
  }

  /** The class, with everything that was kept so far. */
  TypeSpec emit(List<Modifier> visibility) {
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(names.gradient())
            .addJavadoc(javadoc())
            .addModifiers(visibility.toArray(Modifier[]::new))
            .addModifiers(Modifier.STATIC, Modifier.FINAL);
    results.fields().forEach(holder::addField);
    for (Parameter parameter : model.wrt()) {
      holder.addFields(names.records().partial(parameter.type(), partial(parameter)));
    }
    kept.forEach(holder::addField);
    holder.addMethod(
        MethodSpec.constructorBuilder()
            .addJavadoc("An empty holder.\n")
            .addModifiers(visibility)
            .build());
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

  private CodeBlock javadoc() {
    return CodeBlock.of(
        "The value and the partials of $L, kept for reuse.\n\n"
            + "<p>A holder belongs to one thread. Its arrays hold what they hold until it is used"
            + " again.\n",
        names.link());
  }
}
