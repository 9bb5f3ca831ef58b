package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the classes nested in a companion that stand for record types: the holder of the
 * partials in a record's components, and the record of scalars that the define-by-run twin takes.
 * What they are called and have follows from the record types alone.
 */
final class RecordClasses {
  private final ClassName companion;
  private final Map<RecordType, String> names = new LinkedHashMap<>();

  /** The classes for these types and the records in them. */
  RecordClasses(ClassName companion, List<Type> types) {
    this.companion = companion;
    List<RecordType> records = new ArrayList<>();
    types.forEach(type -> collect(type, records));
    for (RecordType record : records) {
      boolean alone = records.stream().filter(r -> simple(r).equals(simple(record))).count() == 1;
      String name = alone ? simple(record) : String.join("", path(record).simpleNames());
      TakenNames taken = new TakenNames(names.values());
      names.put(record, taken.take(name));
    }
  }

  private static void collect(Type type, List<RecordType> records) {
    if (type instanceof RecordType record && record.holdsFloating() && !records.contains(record)) {
      records.add(record);
      record.components().forEach(component -> collect(component.type(), records));
    }
  }

  private static ClassName path(RecordType record) {
    return JavaTypes.classNamed(record.qualifiedName());
  }

  private static String simple(RecordType record) {
    return path(record).simpleName();
  }

  /** The user's record itself. */
  static ClassName own(RecordType record) {
    return path(record);
  }

  /** The holder of the partials in such a record. */
  ClassName partials(RecordType record) {
    return companion.nestedClass(names.get(record) + "Partials");
  }

  /** The record of scalars for such a record. */
  ClassName scalars(RecordType record) {
    return companion.nestedClass(names.get(record) + "Scalars");
  }

  /** What keeps the partial in something of that type, as a field; empty if it has none. */
  List<FieldSpec> partial(Type type, String name) {
    if (!type.holdsFloating()) {
      return List.of();
    }
    if (type.isFloating()) {
      return List.of(FieldSpec.builder(JavaTypes.of(type), name, Modifier.PRIVATE).build());
    }
    TypeName of;
    CodeBlock made;
    if (type instanceof RecordType record) {
      of = partials(record);
      made = CodeBlock.of("new $T()", of);
    } else {
      PartialsType partials = PartialsType.of(type);
      of = partials.name();
      made = partials.made();
    }
    return List.of(
        FieldSpec.builder(of, name, Modifier.PRIVATE, Modifier.FINAL).initializer(made).build());
  }

  /** What a reader of partials is given for something of that type. */
  TypeName partialType(Type type) {
    return type instanceof RecordType record ? partials(record) : JavaTypes.of(type);
  }

  /** Gives what the field keeps. */
  MethodSpec.Builder accessor(Type type, String name, List<Modifier> visibility) {
    String suffix = type.isFloatingArray() ? ".array()" : "";
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .returns(partialType(type))
        .addStatement("return $L$L", name, suffix);
  }

  /** The holders, one for each record type. */
  List<TypeSpec> holders(List<Modifier> visibility) {
    return names.keySet().stream().map(record -> holder(record, visibility)).toList();
  }

  private TypeSpec holder(RecordType record, List<Modifier> visibility) {
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(partials(record))
            .addAnnotation(RuntimeNames.GENERATED)
            .addJavadoc(
                "The partials in the components of a {@link $T}; zeros and nulls if it was null.\n",
                own(record))
            .addModifiers(visibility.toArray(Modifier[]::new))
            .addModifiers(Modifier.STATIC, Modifier.FINAL);
    for (RecordType.Component component : record.components()) {
      holder.addFields(partial(component.type(), component.name()));
    }
    holder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (RecordType.Component component : record.components()) {
      if (component.type().holdsFloating()) {
        holder.addMethod(
            accessor(component.type(), component.name(), visibility)
                .addJavadoc(partialJavadoc(component.type(), component.name()))
                .build());
      }
    }
    return holder.build();
  }

  /** What the accessor for a partial says. */
  static CodeBlock partialJavadoc(Type type, String name) {
    if (type instanceof RecordType) {
      return CodeBlock.of("The partials in the components of {@code $L}.\n", name);
    }
    return CodeBlock.of(
        type.isFloatingArray()
            ? "The partials in the elements of {@code $L}; null if it was null.\n"
            : "The partial in {@code $L}.\n",
        name);
  }

  /** The records of scalars, one for each record type. */
  List<TypeSpec> mirrors(List<Modifier> visibility) {
    return names.keySet().stream().map(record -> mirror(record, visibility)).toList();
  }

  private TypeSpec mirror(RecordType record, List<Modifier> visibility) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder javadoc =
        CodeBlock.builder()
            .add("A {@link $T} over {@link $T}.\n\n", own(record), RuntimeNames.SCALAR);
    for (RecordType.Component component : record.components()) {
      components.addParameter(scalarType(component.type()), component.name());
      javadoc.add("@param $1L what is {@code $1L} there\n", component.name());
    }
    return TypeSpec.recordBuilder(scalars(record))
        .addAnnotation(RuntimeNames.GENERATED)
        .addJavadoc(javadoc.build())
        .addModifiers(visibility.toArray(Modifier[]::new))
        .addModifiers(Modifier.STATIC)
        .recordConstructor(components.build())
        .build();
  }

  /** What the twin takes for something of that type; what holds nothing floating stays. */
  TypeName scalarType(Type type) {
    if (type instanceof RecordType record) {
      return scalars(record);
    }
    return type.holdsFloating() ? ScalarMembers.scalarType(type) : JavaTypes.of(type);
  }

  /** The class for a parameter in the twin. */
  TypeName scalarType(Parameter parameter) {
    return parameter.isWrt() ? scalarType(parameter.type()) : CompanionNames.type(parameter);
  }
}
