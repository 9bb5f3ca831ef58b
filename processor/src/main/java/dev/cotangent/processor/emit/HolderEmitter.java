package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
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
  private final TakenNames taken;
  private final List<FieldSpec> kept = new ArrayList<>();

  HolderEmitter(MethodModel model, CompanionNames names) {
    this.model = model;
    this.names = names;
    this.taken = new TakenNames(List.of("value"));
    model.wrt().forEach(parameter -> taken.reserve(partial(parameter)));
  }

  /** The name of the field and of the method for a parameter's partial. */
  static String partial(Parameter parameter) {
    return "d" + parameter.capitalised();
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

  private static FieldSpec partials(Parameter parameter) {
    PartialsType type = PartialsType.of(parameter.type());
    return made(type.name(), type.made(), partial(parameter));
  }

  /** The class, with everything that was kept so far. */
  TypeSpec emit(List<Modifier> visibility) {
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(names.gradient())
            .addJavadoc(javadoc())
            .addModifiers(visibility.toArray(Modifier[]::new))
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addField(FieldSpec.builder(names.result(), "value", Modifier.PRIVATE).build());
    for (Parameter parameter : model.wrt()) {
      holder.addField(
          parameter.isWrtArray()
              ? partials(parameter)
              : FieldSpec.builder(
                      CompanionNames.type(parameter), partial(parameter), Modifier.PRIVATE)
                  .build());
    }
    kept.forEach(holder::addField);
    holder.addMethod(
        MethodSpec.constructorBuilder()
            .addJavadoc("An empty holder.\n")
            .addModifiers(visibility)
            .build());
    holder.addMethod(
        accessor("value", names.result(), visibility).addJavadoc("The value.\n").build());
    for (Parameter parameter : model.wrt()) {
      holder.addMethod(
          accessor(partial(parameter), CompanionNames.type(parameter), visibility)
              .addJavadoc(partialJavadoc(parameter))
              .build());
    }
    return holder.build();
  }

  private static MethodSpec.Builder accessor(
      String name, TypeName type, List<Modifier> visibility) {
    String suffix = type instanceof ArrayTypeName ? ".array()" : "";
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .returns(type)
        .addStatement("return $L$L", name, suffix);
  }

  private CodeBlock javadoc() {
    return CodeBlock.of(
        "The value and the partials of $L, kept for reuse.\n\n"
            + "<p>A holder belongs to one thread. Its arrays hold what they hold until it is used"
            + " again.\n",
        names.link());
  }

  private static String partialJavadoc(Parameter parameter) {
    return parameter.isWrtArray()
        ? "The partials in the elements of {@code " + parameter.name() + "}; null if it was null.\n"
        : "The partial in {@code " + parameter.name() + "}.\n";
  }
}
