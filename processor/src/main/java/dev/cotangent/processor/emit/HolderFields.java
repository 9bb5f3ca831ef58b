package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the private fields of a holder in which the bodies of members keep things from call to
 * call. They are added while the bodies are written.
 */
final class HolderFields {
  private final ClassName type;
  private final TakenNames taken;
  private final List<FieldSpec> fields = new ArrayList<>();

  /**
   * No fields yet.
   *
   * @param type the holder's class
   * @param taken the names of its other fields
   */
  HolderFields(ClassName type, Collection<String> taken) {
    this.type = type;
    this.taken = new TakenNames(taken);
  }

  /** The holder's class. */
  ClassName type() {
    return type;
  }

  /** Adds a field that is made with the holder; gives its name. */
  String keep(TypeName type, String wish) {
    return keep(type, made(type), wish);
  }

  /** Adds a field that is made by the expression; gives its name. */
  String keep(TypeName type, CodeBlock made, String wish) {
    String name = taken.take(wish);
    fields.add(made(type, made, name));
    return name;
  }

  /** Adds a field for a {@code double} array that is made when it is needed. */
  String keepArray(String wish) {
    String name = taken.take(wish);
    fields.add(FieldSpec.builder(double[].class, name, Modifier.PRIVATE).build());
    return name;
  }

  private static CodeBlock made(TypeName type) {
    return CodeBlock.of("new $T()", type);
  }

  /** A field that is made with its holder, by the constructor without parameters. */
  static FieldSpec made(TypeName type, String name) {
    return made(type, made(type), name);
  }

  /** A field that is made with its holder. */
  static FieldSpec made(TypeName type, CodeBlock made, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer(made)
        .build();
  }

  /** A field for directions in the space of the inputs that a layout has. */
  static FieldSpec directions(String name, String layout) {
    CodeBlock made = CodeBlock.of("new $T($L)", RuntimeNames.DIRECTIONS, layout);
    return made(RuntimeNames.DIRECTIONS, made, name);
  }

  /** Adds the fields to the holder's class. */
  void addTo(TypeSpec.Builder holder) {
    fields.forEach(holder::addField);
  }
}
