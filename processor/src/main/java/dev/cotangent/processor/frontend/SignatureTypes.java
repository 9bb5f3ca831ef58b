package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of a signature: as the IR knows them, and whether they hold floating values. */
final class SignatureTypes {
  private SignatureTypes() {}

  /** The IR's type for a parameter's type; type arguments are left out. */
  static Type type(TypeMirror mirror) {
    if (mirror.getKind().isPrimitive()) {
      return PrimitiveType.valueOf(mirror.getKind().name());
    }
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return new ArrayType(type(array.getComponentType()));
    }
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return new ReferenceType(element.getQualifiedName().toString());
    }
    return new ReferenceType("java.lang.Object");
  }

  /** Whether a type of the signature does not exist (yet). */
  static boolean isErroneous(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.ERROR
        || method.getParameters().stream().anyMatch(p -> isErroneous(p.asType()));
  }

  private static boolean isErroneous(TypeMirror mirror) {
    return switch (mirror.getKind()) {
      case ERROR -> true;
      case ARRAY -> isErroneous(((javax.lang.model.type.ArrayType) mirror).getComponentType());
      case DECLARED ->
          ((DeclaredType) mirror).getTypeArguments().stream().anyMatch(SignatureTypes::isErroneous);
      default -> false;
    };
  }

  /** What a parameter means for differentiation. */
  enum Kind {
    /**
     * {@code double}, {@code float}, arrays of them of any rank, records with these among their
     * components.
     */
    DIFFERENTIABLE,
    /** It holds floating values, but in a shape without fixed components. */
    WITHOUT_COMPONENTS,
    /** It holds none. */
    PASSIVE
  }

  /** What a parameter of this type means for differentiation. */
  static Kind kind(TypeMirror mirror) {
    if (ofParameter(mirror).holdsFloating()) {
      return Kind.DIFFERENTIABLE;
    }
    return RecordShape.isFloatingRecord(mirror) ? Kind.WITHOUT_COMPONENTS : Kind.PASSIVE;
  }

  /** As {@link #type}, but a record with floating values that has fixed components is one. */
  static Type ofParameter(TypeMirror mirror) {
    return record(mirror).<Type>map(record -> record).orElseGet(() -> type(mirror));
  }

  /**
   * The record with floating values that such a type is, if each of them is reached by a fixed
   * path, wherever the record is declared.
   */
  static Optional<RecordType> record(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? new RecordShape(any -> true, SignatureTypes::component).of(element)
        : Optional.empty();
  }

  private static Optional<Type> component(TypeMirror mirror) {
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return component(array.getComponentType()).map(ArrayType::new);
    }
    return Optional.of(
        mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement
            ? TypeArguments.declared(declared, SignatureTypes::component)
            : type(mirror));
  }

  /** The type as a message names it. */
  static String display(VariableElement parameter) {
    TypeMirror mirror = parameter.asType();
    return mirror.getKind().isPrimitive()
        ? mirror.getKind().name().toLowerCase(Locale.ROOT)
        : type(mirror).toString();
  }
}
