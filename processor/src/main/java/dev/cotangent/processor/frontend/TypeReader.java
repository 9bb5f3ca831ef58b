package dev.cotangent.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The way between types as the compiler's model and trees have them, and the IR's types. */
final class TypeReader {
  private final Types types;
  private final Elements elements;

  TypeReader(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /**
   * The IR type; empty for {@code void}, for type variables and for types that are not known (yet).
   */
  Optional<Type> read(TypeMirror mirror) {
    if (mirror.getKind().isPrimitive()) {
      return Optional.of(PrimitiveType.valueOf(mirror.getKind().name()));
    }
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return read(array.getComponentType()).map(ArrayType::new);
    }
    if (mirror.getKind() == TypeKind.DECLARED
        && ((DeclaredType) mirror).asElement() instanceof TypeElement element) {
      return Optional.of(new ReferenceType(element.getQualifiedName().toString()));
    }
    return Optional.empty();
  }

  /** The IR type that a type's tree means; empty if a name in it is not known. */
  Optional<Type> read(Tree tree, NameResolver names) {
    if (tree instanceof AnnotatedTypeTree annotated) {
      return read(annotated.getUnderlyingType(), names);
    }
    if (tree instanceof PrimitiveTypeTree primitive) {
      return Optional.of(PrimitiveType.valueOf(primitive.getPrimitiveTypeKind().name()));
    }
    if (tree instanceof ArrayTypeTree array) {
      return read(array.getType(), names).map(ArrayType::new);
    }
    return typeElement(tree, names)
        .map(element -> new ReferenceType(element.getQualifiedName().toString()));
  }

  private Optional<TypeElement> typeElement(Tree tree, NameResolver names) {
    if (tree instanceof IdentifierTree identifier) {
      return names.type(identifier.getName().toString());
    }
    if (tree instanceof MemberSelectTree select) {
      return typeElement(select.getExpression(), names)
          .flatMap(owner -> names.members().memberType(owner, select.getIdentifier().toString()))
          .or(() -> names.qualifiedType(select.toString()));
    }
    return Optional.empty();
  }

  /** The compiler's type for an IR type. */
  TypeMirror mirror(Type type) {
    if (type instanceof PrimitiveType primitive) {
      return types.getPrimitiveType(TypeKind.valueOf(primitive.name()));
    }
    if (type instanceof ArrayType array) {
      return types.getArrayType(mirror(array.element()));
    }
    if (type.equals(ConversionRules.NULL)) {
      return types.getNullType();
    }
    TypeElement element = elements.getTypeElement(((ReferenceType) type).qualifiedName());
    return element == null ? types.getNoType(TypeKind.NONE) : types.erasure(element.asType());
  }

  /**
   * Whether a value of the IR type may be passed, without boxing, where the compiler's type is
   * declared.
   */
  boolean isPassable(Type from, TypeMirror to) {
    if (from instanceof PrimitiveType primitive && to.getKind().isPrimitive()) {
      return ConversionRules.widens(primitive, PrimitiveType.valueOf(to.getKind().name()));
    }
    TypeMirror mirror = mirror(from);
    boolean references =
        from.isReference() && mirror.getKind() != TypeKind.NONE && !to.getKind().isPrimitive();
    return references && types.isSubtype(mirror, types.erasure(to));
  }

  /** Whether a value of the IR type may be passed there, by boxing or unboxing if need be. */
  boolean isPassableBoxed(Type from, TypeMirror to) {
    if (isPassable(from, to)) {
      return true;
    }
    if (from instanceof PrimitiveType && !to.getKind().isPrimitive()) {
      TypeElement box = types.boxedClass((javax.lang.model.type.PrimitiveType) mirror(from));
      return types.isSubtype(box.asType(), types.erasure(to));
    }
    return unboxed(from).filter(unboxed -> isPassable(unboxed, to)).isPresent();
  }

  private Optional<Type> unboxed(Type type) {
    if (!(type instanceof ReferenceType) || type.equals(ConversionRules.NULL)) {
      return Optional.empty();
    }
    try {
      return read(types.unboxedType(mirror(type)));
    } catch (IllegalArgumentException notABox) {
      return Optional.empty();
    }
  }
}
