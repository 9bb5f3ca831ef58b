package dev.cotangent.processor.frontend;

import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Stage 1: the companions of the file's annotated methods, which do not exist while the file is
 * read: what a companion offers follows from signature and annotation alone. Input: a name. Output:
 * the method behind it, and the results of its members as records.
 */
final class Companions {
  private static final String GENERATED = "dev.cotangent.runtime.CotangentGenerated";

  /** The members that give derivatives. */
  static final Map<String, Derivative> MEMBERS =
      Map.of("gradient", Derivative.GRADIENT, "jvp", Derivative.JVP, "hvp", Derivative.HVP);

  private final MethodReader reader;
  private final CompanionOrigins origins;
  private final List<TypeElement> file;
  private final Set<RecordType> holders = new HashSet<>();
  private Map<String, Companion> byName;

  /**
   * @param file the types that the file declares
   */
  Companions(Elements elements, Types types, List<TypeElement> file) {
    this.reader = new MethodReader(elements, types);
    this.origins = new CompanionOrigins(elements, reader);
    this.file = file;
  }

  /** A companion, and the method that it belongs to. */
  record Companion(ExecutableElement method, MethodModel model) {}

  /** Whether the class is a companion that has been generated. */
  static boolean isOne(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(marker -> marker.getQualifiedName().contentEquals(GENERATED));
  }

  /** The companion of that name, simple or qualified. */
  Optional<Companion> named(String name) {
    if (byName == null) {
      byName = new LinkedHashMap<>();
      file.forEach(this::collect);
    }
    return Optional.ofNullable(byName.get(name));
  }

  /** The companion that a class is; empty if it is none, or nobody knows of which method. */
  Optional<Companion> of(TypeElement type) {
    return isOne(type) ? origins.of(type) : Optional.empty();
  }

  private void collect(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      // What gives arrays is not taken apart yet.
      if (reader.read(method).orElse(null) instanceof MethodReader.Reading.Complete complete
          && complete.model().isNumber()) {
        Companion companion = new Companion(method, complete.model());
        byName.putIfAbsent(complete.model().names().companion(), companion);
        byName.putIfAbsent(complete.model().names().qualifiedCompanion(), companion);
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::collect);
  }

  /** What a member gives: a record of what its accessors give. */
  RecordType holder(MethodModel model, Derivative mode) {
    Type result = model.result().orElseThrow();
    List<RecordType.Component> components = new ArrayList<>();
    components.add(new RecordType.Component("value", result));
    if (mode == Derivative.JVP) {
      components.add(new RecordType.Component("tangent", result));
    } else {
      for (MethodModel.Parameter parameter : model.wrt()) {
        Type partial =
            parameter.type() instanceof PrimitiveType number
                ? number
                : parameter.type().derivative();
        components.add(new RecordType.Component("d" + parameter.capitalised(), partial));
      }
    }
    String nested = mode == Derivative.JVP ? ".Tangent" : ".Gradient";
    RecordType holder = new RecordType(model.names().qualifiedCompanion() + nested, components);
    holders.add(holder);
    return holder;
  }

  /** The type of a companion's results that the name means, such as {@code FooBar.Gradient}. */
  Optional<RecordType> holderNamed(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : named(name.substring(0, dot))
            .flatMap(companion -> holder(companion, name.substring(dot + 1)));
  }

  /** The same for a class that is there, if it is a companion of another file. */
  Optional<RecordType> holderOf(TypeElement type, String simpleName) {
    return of(type).flatMap(companion -> holder(companion, simpleName));
  }

  private Optional<RecordType> holder(Companion companion, String simpleName) {
    Derivative mode =
        Map.of("Gradient", Derivative.GRADIENT, "Tangent", Derivative.JVP).get(simpleName);
    return Optional.ofNullable(mode)
        .filter(known -> companion.model().isNumber())
        .map(known -> holder(companion.model(), known));
  }

  /** Whether values of this type are results of a companion's members. */
  boolean isHolder(Type type) {
    return type instanceof RecordType && holders.contains(type);
  }
}
