package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Stage 1: what records consist of. Input: a record's element. Output: its {@link RecordType}, if
 * each floating value in it is reached by a fixed path of accessors: it has no type parameters,
 * does not contain itself, and holds no arrays of records with floating values.
 */
final class RecordShape {
  private final Predicate<TypeElement> known;
  private final Function<TypeMirror, Optional<Type>> others;
  private final Set<TypeElement> open = new HashSet<>();

  /**
   * @param known which records may be taken apart
   * @param others the types of components that are no such records
   */
  RecordShape(Predicate<TypeElement> known, Function<TypeMirror, Optional<Type>> others) {
    this.known = known;
    this.others = others;
  }

  /** The record that the element declares; empty if it has no such shape or nothing floating. */
  Optional<RecordType> of(TypeElement element) {
    return taken(element).filter(RecordType::holdsFloating);
  }

  private Optional<RecordType> taken(TypeElement element) {
    boolean plain =
        element.getKind() == ElementKind.RECORD
            && element.getTypeParameters().isEmpty()
            && known.test(element);
    if (!plain || !open.add(element)) {
      return Optional.empty();
    }
    try {
      return components(element);
    } finally {
      open.remove(element);
    }
  }

  private Optional<RecordType> components(TypeElement element) {
    List<RecordType.Component> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      Optional<Type> type = component(component.asType());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      components.add(new RecordType.Component(component.getSimpleName().toString(), type.get()));
    }
    return Optional.of(new RecordType(element.getQualifiedName().toString(), components));
  }

  private Optional<Type> component(TypeMirror mirror) {
    Optional<TypeElement> inner = floatingRecord(mirror, new HashSet<>());
    if (inner.isEmpty()) {
      return others.apply(mirror);
    }
    return mirror instanceof ArrayType
        ? Optional.empty()
        : taken(inner.get()).map(Type.class::cast);
  }

  /** Whether the type is a record, or an array of records, with floating values in it. */
  static boolean isFloatingRecord(TypeMirror mirror) {
    return floatingRecord(mirror, new HashSet<>()).isPresent();
  }

  private static Optional<TypeElement> floatingRecord(TypeMirror mirror, Set<TypeElement> seen) {
    if (mirror instanceof ArrayType array) {
      return floatingRecord(array.getComponentType(), seen);
    }
    return mirror instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
            && seen.add(element)
            && element.getRecordComponents().stream()
                .map(RecordComponentElement::asType)
                .anyMatch(type -> isFloating(type) || floatingRecord(type, seen).isPresent())
        ? Optional.of(element)
        : Optional.empty();
  }

  private static boolean isFloating(TypeMirror mirror) {
    return mirror instanceof ArrayType array
        ? isFloating(array.getComponentType())
        : SignatureTypes.type(mirror).isFloating();
  }
}
