package dev.cotangent.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the method whose companion a class is, in another file or in a class file. Input: the
 * companion. Output: the method, by its declaration alone.
 */
final class CompanionOrigins {
  private final Elements elements;
  private final MethodReader reader;
  private final Map<TypeElement, Optional<Companions.Companion>> known = new HashMap<>();

  CompanionOrigins(Elements elements, MethodReader reader) {
    this.elements = elements;
    this.reader = reader;
  }

  /** The method; empty if its class is not there any more. */
  Optional<Companions.Companion> of(TypeElement companion) {
    return known.computeIfAbsent(companion, this::find);
  }

  /**
   * A companion's name begins with that of the class, unless the user chose it: only then the whole
   * package is looked through.
   */
  private Optional<Companions.Companion> find(TypeElement companion) {
    PackageElement place = elements.getPackageOf(companion);
    String name = companion.getSimpleName().toString();
    String prefix = place.isUnnamed() ? "" : place.getQualifiedName() + ".";
    List<TypeElement> likely =
        IntStream.range(1, name.length())
            .mapToObj(end -> elements.getTypeElement(prefix + name.substring(0, end)))
            .filter(type -> type != null)
            .toList();
    return in(likely.stream(), companion)
        .or(() -> in(ElementFilter.typesIn(place.getEnclosedElements()).stream(), companion));
  }

  private Optional<Companions.Companion> in(Stream<TypeElement> types, TypeElement companion) {
    return types.flatMap(type -> in(type, companion)).findFirst();
  }

  private Stream<Companions.Companion> in(TypeElement type, TypeElement companion) {
    List<? extends Element> members = type.getEnclosedElements();
    return Stream.concat(
        ElementFilter.methodsIn(members).stream().flatMap(method -> read(method, companion)),
        ElementFilter.typesIn(members).stream().flatMap(inner -> in(inner, companion)));
  }

  private Stream<Companions.Companion> read(ExecutableElement method, TypeElement companion) {
    return reader.read(method).orElse(null) instanceof MethodReader.Reading.Complete complete
            && companion
                .getQualifiedName()
                .contentEquals(complete.model().names().qualifiedCompanion())
        ? Stream.of(new Companions.Companion(method, complete.model()))
        : Stream.empty();
  }
}
