package dev.cotangent.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The way between types as the compiler's model and trees have them, and the IR's types. */
final class TypeReader {
  /** The type of every object. */
  static final ReferenceType OBJECT = new ReferenceType("java.lang.Object");

  private final Types types;
  private final Elements elements;

  private final FileRecords records;

  TypeReader(Types types, Elements elements, FileRecords records) {
    this.types = types;
    this.elements = elements;
    this.records = records;
  }

  /**
   * The IR type; empty for {@code void}, for type variables and for types that are not known (yet).
   */
  Optional<Type> read(TypeMirror mirror) {
    if (mirror.getKind().isPrimitive()) {
      return Optional.of(PrimitiveType.valueOf(mirror.getKind().name()));
    }
    if (mirror instanceof javax.lang.model.type.ArrayType array) {
      return read(array.getComponentType()).map(TypeReader::arrayOf);
    }
    return mirror.getKind() == TypeKind.DECLARED
        ? Optional.of(declared((DeclaredType) mirror))
        : Optional.empty();
  }

  private Type declared(DeclaredType mirror) {
    return records
        .type((TypeElement) mirror.asElement(), this)
        .<Type>map(record -> record)
        .orElseGet(() -> TypeArguments.declared(mirror, this::read));
  }

  /** As {@link #read(TypeMirror)}, but what a type variable stands for is its bound. */
  Optional<Type> readBound(TypeMirror mirror) {
    if (mirror instanceof TypeVariable variable) {
      return readBound(variable.getUpperBound());
    }
    if (mirror instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? Optional.of(OBJECT)
          : readBound(wildcard.getExtendsBound());
    }
    if (mirror instanceof IntersectionType intersection) {
      return readBound(intersection.getBounds().get(0));
    }
    return read(mirror);
  }

  /** The type of the objects that hold values of this type, where it is a record's. */
  static Type asObject(Type type) {
    return type instanceof RecordType record ? record.asObject() : type;
  }

  /** Arrays hold records as objects. */
  private static Type arrayOf(Type element) {
    return new ArrayType(asObject(element));
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
      return read(array.getType(), names).map(TypeReader::arrayOf);
    }
    if (tree instanceof ParameterizedTypeTree generic) {
      return typeElement(generic.getType(), names)
          .flatMap(element -> TypeArguments.of(element, generic, this, names));
    }
    return typeElement(tree, names).map(this::written);
  }

  private Type written(TypeElement element) {
    return records
        .type(element, this)
        .<Type>map(record -> record)
        .orElseGet(() -> new ReferenceType(element.getQualifiedName().toString()));
  }

  /** The class that a type's tree names. */
  Optional<TypeElement> typeElement(Tree tree, NameResolver names) {
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
    ReferenceType reference = (ReferenceType) asObject(type);
    TypeElement element = elements.getTypeElement(reference.qualifiedName());
    if (element == null) {
      return types.getNoType(TypeKind.NONE);
    }
    TypeMirror[] arguments =
        reference.arguments().stream().map(this::mirror).toArray(TypeMirror[]::new);
    return arguments.length == 0
        ? types.erasure(element.asType())
        : types.getDeclaredType(element, arguments);
  }

  private TypeMirror mirror(TypeArgument argument) {
    TypeMirror type = mirror(argument.type());
    if (argument.equals(TypeArgument.ANY)) {
      return types.getWildcardType(null, null);
    }
    return switch (argument.kind()) {
      case EXACT -> type;
      case EXTENDS -> types.getWildcardType(type, null);
      case SUPER -> types.getWildcardType(null, type);
    };
  }

  /** The class of a reference type; null if it is not known. */
  TypeElement element(ReferenceType type) {
    return elements.getTypeElement(type.qualifiedName());
  }

  /** The member's type as a member of the type; its declared one if the type does not have it. */
  TypeMirror member(DeclaredType site, Element member) {
    return declaring(site, member.getEnclosingElement())
        .map(owner -> types.asMemberOf(owner, member))
        .orElseGet(member::asType);
  }

  /**
   * The type itself or the supertype that is an instance of the class. Eclipse's older compilers do
   * not look into interfaces for what a type inherits, so nobody may ask them to.
   */
  private Optional<DeclaredType> declaring(DeclaredType site, Element owner) {
    return site.asElement().equals(owner)
        ? Optional.of(site)
        : types.directSupertypes(site).stream()
            .flatMap(above -> declaring((DeclaredType) above, owner).stream())
            .findFirst();
  }

  /** What an object of the interface must have, its own and inherited, and not every object has. */
  List<ExecutableElement> abstractMethods(TypeElement element) {
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isObjects(method))
        .map(TypeReader::declaration)
        .toList();
  }

  /**
   * The method as its class declares it. Eclipse's older compilers list an inherited method with
   * the heir's type arguments put in, and then do not know it as a member of anything.
   */
  private static ExecutableElement declaration(ExecutableElement method) {
    List<ExecutableElement> declared =
        ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements());
    return declared.contains(method)
        ? method
        : declared.stream()
            .filter(other -> other.getModifiers().contains(Modifier.ABSTRACT))
            .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
            .filter(other -> other.getParameters().size() == method.getParameters().size())
            .findFirst()
            .orElse(method);
  }

  private boolean isObjects(ExecutableElement method) {
    return ElementFilter.methodsIn(element(OBJECT).getEnclosedElements()).stream()
        .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(other -> other.getParameters().size() == method.getParameters().size());
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
    return references && isSubtype(mirror, types.erasure(to));
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

  /** The primitive type whose box the type is. */
  Optional<Type> unboxed(Type type) {
    if (!(type instanceof ReferenceType) || type.equals(ConversionRules.NULL)) {
      return Optional.empty();
    }
    try {
      return read(types.unboxedType(mirror(type)));
    } catch (IllegalArgumentException notABox) {
      return Optional.empty();
    }
  }

  /** The box of a primitive type. */
  ReferenceType box(PrimitiveType type) {
    TypeElement box = types.boxedClass((javax.lang.model.type.PrimitiveType) mirror((Type) type));
    return new ReferenceType(box.getQualifiedName().toString());
  }

  /** Whether each value of the one reference type is one of the other. */
  boolean isSubtype(Type sub, Type type) {
    return isSubtype(mirror(sub), mirror(type));
  }

  /** Eclipse's compiler says that the type of null is a subtype of nothing. */
  private boolean isSubtype(TypeMirror sub, TypeMirror type) {
    return sub.getKind() == TypeKind.NULL
        ? !type.getKind().isPrimitive()
        : types.isSubtype(sub, type);
  }
}
