package dev.cotangent.processor.frontend;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.VariableElement;

/**
 * Reads the attributes of one annotation, mostly {@code @Differentiable}, as written, through
 * mirrors: what they name may not exist yet. What cannot be read counts as not given; the compiler
 * reports it itself.
 */
final class AnnotationReader {
  static final String NON_DIFFERENTIABLE = "dev.cotangent.NonDifferentiable";
  static final String DIFFERENTIABLE = "dev.cotangent.Differentiable";

  private final AnnotationMirror mirror;

  private AnnotationReader(AnnotationMirror mirror) {
    this.mirror = mirror;
  }

  /** The reader of the method's annotation, or nothing if it has none. */
  static Optional<AnnotationReader> of(ExecutableElement method) {
    return of(method, DIFFERENTIABLE);
  }

  /** The reader of the element's annotation of that qualified name, or nothing if it has none. */
  static Optional<AnnotationReader> of(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isNamed(mirror.getAnnotationType().asElement(), annotation))
        .findFirst()
        .map(AnnotationReader::new);
  }

  private static boolean isNamed(Element type, String name) {
    return type instanceof QualifiedNameable named && named.getQualifiedName().contentEquals(name);
  }

  /** The annotation itself, as a place for reports. */
  AnnotationMirror mirror() {
    return mirror;
  }

  /**
   * The elements of an attribute's array with their places; one element without braces is an array
   * of one.
   */
  List<AnnotationValue> values(String attribute) {
    AnnotationValue whole = value(attribute);
    if (whole == null) {
      return List.of();
    }
    if (whole.getValue() instanceof List<?> list) {
      List<AnnotationValue> values = new ArrayList<>();
      for (Object element : list) {
        values.add((AnnotationValue) element);
      }
      return values;
    }
    return List.of(whole);
  }

  /** The attribute's value, or null if it is not written. */
  AnnotationValue value(String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** The derivatives asked for; none written means the gradient. */
  Set<Derivative> modes() {
    Set<Derivative> modes = EnumSet.noneOf(Derivative.class);
    for (AnnotationValue value : values("value")) {
      constant(Derivative.class, value).ifPresent(modes::add);
    }
    return modes.isEmpty() ? EnumSet.of(Derivative.GRADIENT) : modes;
  }

  /** The convention at singular points. */
  NonSmooth nonSmooth() {
    AnnotationValue value = value("nonSmooth");
    return value == null
        ? NonSmooth.STRONG_ZERO
        : constant(NonSmooth.class, value).orElse(NonSmooth.STRONG_ZERO);
  }

  /** The codes to keep silent about. */
  Set<String> suppress() {
    Set<String> codes = new LinkedHashSet<>();
    for (AnnotationValue value : values("suppress")) {
      codes.add(String.valueOf(value.getValue()));
    }
    return codes;
  }

  /** The enum constant that a value names. */
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, AnnotationValue value) {
    if (value.getValue() instanceof VariableElement field) {
      for (E constant : type.getEnumConstants()) {
        if (field.getSimpleName().contentEquals(constant.name())) {
          return Optional.of(constant);
        }
      }
    }
    return Optional.empty();
  }
}
