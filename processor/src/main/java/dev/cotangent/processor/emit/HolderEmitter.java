package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the nested class {@code Gradient}. Its methods follow from the method's signature; its
 * private fields also hold what the bodies of the members keep from call to call.
 */
final class HolderEmitter {
  /** The private method that rounds the partials of {@code float} arrays and gives the value. */
  static final String NARROWED = "narrowed";

  private final MethodModel model;
  private final CompanionNames names;
  private final TakenNames taken;
  private final List<FieldSpec> kept = new ArrayList<>();
  private final Map<String, String> wideBuffers = new HashMap<>();

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
  String keep(ClassName type, String wish) {
    String name = taken.take(wish);
    kept.add(
        FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", type)
            .build());
    return name;
  }

  /** Adds a private field for an array that is made when it is needed; gives its name. */
  String keepArray(String wish) {
    String name = taken.take(wish);
    kept.add(FieldSpec.builder(ArrayTypeName.of(TypeName.DOUBLE), name, Modifier.PRIVATE).build());
    return name;
  }

  /** The field in which the partials of a {@code float} array are added up in double. */
  String wideBuffer(Parameter array) {
    return wideBuffers.computeIfAbsent(array.name(), name -> keepArray(name + "Wide"));
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
      holder.addField(CompanionNames.type(parameter), partial(parameter), Modifier.PRIVATE);
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
    if (!wideBuffers.isEmpty()) {
      holder.addMethod(narrowed());
    }
    return holder.build();
  }

  private MethodSpec narrowed() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(NARROWED).addModifiers(Modifier.PRIVATE).returns(names.result());
    for (Parameter parameter : model.wrt()) {
      if (wideBuffers.containsKey(parameter.name())) {
        method.addStatement(
            "$1L = $2T.narrowed($1L, $3L)",
            partial(parameter),
            RuntimeNames.SHADOWS,
            wideBuffers.get(parameter.name()));
      }
    }
    return method.addStatement("return value").build();
  }

  private static MethodSpec.Builder accessor(
      String name, TypeName type, List<Modifier> visibility) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .returns(type)
        .addStatement("return $L", name);
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
