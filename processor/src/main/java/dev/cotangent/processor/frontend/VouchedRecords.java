package dev.cotangent.processor.frontend;

import dev.cotangent.processor.frontend.MethodReader.Reading;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Stage 1: the records of other files that are nothing but their components, which is known without
 * their bodies: an annotated method in the same outermost class differentiates with respect to
 * them. The compilation of that file has looked at the bodies, or will before it succeeds. Of a
 * class file there must be the companion to show for it.
 */
final class VouchedRecords {
  private final Elements elements;
  private final MethodReader reader;
  private final Predicate<ExecutableElement> hasSource;
  private final Map<TypeElement, Boolean> known = new HashMap<>();

  /**
   * @param hasSource whether a method is being compiled
   */
  VouchedRecords(Elements elements, Types types, Predicate<ExecutableElement> hasSource) {
    this.elements = elements;
    this.reader = new MethodReader(elements, types);
    this.hasSource = hasSource;
  }

  boolean contains(TypeElement record) {
    if (record.getKind() != ElementKind.RECORD) {
      return false;
    }
    return known.computeIfAbsent(record, r -> isVouchedFor(outermost(r), r));
  }

  private static TypeElement outermost(TypeElement type) {
    TypeElement at = type;
    while (at.getEnclosingElement() instanceof TypeElement outer) {
      at = outer;
    }
    return at;
  }

  private boolean isVouchedFor(TypeElement place, TypeElement record) {
    return ElementFilter.methodsIn(place.getEnclosedElements()).stream()
            .anyMatch(method -> vouches(method, record))
        || ElementFilter.typesIn(place.getEnclosedElements()).stream()
            .anyMatch(inner -> isVouchedFor(inner, record));
  }

  private boolean vouches(ExecutableElement method, TypeElement record) {
    return reader
        .read(method)
        .filter(Reading.Complete.class::isInstance)
        .map(Reading.Complete.class::cast)
        .filter(reading -> reading.findings().isEmpty() && isCompiled(method, reading.model()))
        .filter(reading -> takes(reading.model(), record.getQualifiedName().toString()))
        .isPresent();
  }

  private boolean isCompiled(ExecutableElement method, MethodModel model) {
    String link = model.names().qualifiedCompanion() + "." + LinkMember.CLASS;
    return hasSource.test(method) || elements.getTypeElement(link) != null;
  }

  private static boolean takes(MethodModel model, String record) {
    return model.wrt().stream().anyMatch(parameter -> holds(parameter.type(), record));
  }

  /** Whether the type is the record of that name, or one with such a component. */
  private static boolean holds(Type type, String name) {
    return type instanceof RecordType record
        && (record.qualifiedName().equals(name)
            || record.components().stream().anyMatch(c -> holds(c.type(), name)));
  }
}
