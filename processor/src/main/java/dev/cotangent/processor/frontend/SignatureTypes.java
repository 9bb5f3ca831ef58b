package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
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
    /** {@code double}, {@code float}, and arrays of them of any rank. */
    DIFFERENTIABLE,
    /** It holds floating values, but in a shape that cannot be differentiated yet. */
    NOT_YET,
    /** It holds none. */
    PASSIVE
  }

  /** What a parameter of this type means for differentiation. */
  static Kind kind(TypeMirror mirror) {
    Type type = type(mirror);
    if (type.isFloating() || type.isFloatingArray()) {
      return Kind.DIFFERENTIABLE;
    }
    return isFloatingRecord(mirror, 0) ? Kind.NOT_YET : Kind.PASSIVE;
  }

  private static boolean isFloatingRecord(TypeMirror mirror, int depth) {
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return isFloatingRecord(array.getComponentType(), depth);
    }
    if (depth > 8
        || !(mirror instanceof DeclaredType declared)
        || declared.asElement().getKind() != ElementKind.RECORD) {
      return false;
    }
    return ((TypeElement) declared.asElement())
        .getRecordComponents().stream()
            .map(component -> component.asType())
            .anyMatch(
                type ->
                    type(type).isFloating()
                        || type(type).isFloatingArray()
                        || isFloatingRecord(type, depth + 1));
  }

  /** The type as a message names it. */
  static String display(VariableElement parameter) {
    TypeMirror mirror = parameter.asType();
    return mirror.getKind().isPrimitive()
        ? mirror.getKind().name().toLowerCase(Locale.ROOT)
        : type(mirror).toString();
  }
}
