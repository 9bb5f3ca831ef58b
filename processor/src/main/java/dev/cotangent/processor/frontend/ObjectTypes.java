package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The types that members have as members of a type with arguments. */
final class ObjectTypes {
  private static final ReferenceType SOME_CLASS =
      new ReferenceType("java.lang.Class", List.of(TypeArgument.ANY));

  private final Types types;
  private final TypeReader reader;
  private final Inference inference;

  ObjectTypes(Types types, TypeReader reader) {
    this.types = types;
    this.reader = reader;
    this.inference = new Inference(types, reader);
  }

  /** The methods of that name that objects of the type have, those of every object included. */
  List<ExecutableElement> methods(ReferenceType type, String name, Members members) {
    TypeElement element = reader.element(type);
    if (element == null) {
      return List.of();
    }
    List<ExecutableElement> found = new ArrayList<>(members.methods(element, name));
    if (element.getKind().isInterface()) {
      found.addAll(members.methods(reader.element(TypeReader.OBJECT), name));
    }
    return found;
  }

  /** The field's type as a member of the type. */
  Optional<Type> field(ReferenceType site, VariableElement field) {
    return reader.readBound(member(site, field)).map(TypeReader::asObject);
  }

  /** The method's type as a member of the type. */
  ExecutableType method(ReferenceType site, ExecutableElement method) {
    return (ExecutableType) member(site, method);
  }

  private TypeMirror member(ReferenceType site, Element member) {
    return reader.member((DeclaredType) captured(reader.mirror(site)), member);
  }

  /** Eclipse's compiler does not offer this, and takes a type with wildcards as it stands. */
  private TypeMirror captured(TypeMirror type) {
    try {
      return types.capture(type);
    } catch (UnsupportedOperationException notOffered) {
      return type;
    }
  }

  /** The type of an object that is made without type arguments; empty if they do not follow. */
  Optional<Type> created(ExecutableElement constructor, List<Type> arguments) {
    return inference.created(constructor, arguments);
  }

  /**
   * The type of a call's result; empty if it does not follow from the arguments alone.
   *
   * @param type the method's type as a member of the type that it is called on
   * @param arguments the arguments' types
   */
  Optional<Type> result(ExecutableElement method, ExecutableType type, List<Type> arguments) {
    if (method.getSimpleName().contentEquals("getClass") && method.getParameters().isEmpty()) {
      return Optional.of(SOME_CLASS);
    }
    return method.getTypeParameters().isEmpty()
        ? reader.readBound(type.getReturnType()).map(TypeReader::asObject)
        : inference.result(method, type, arguments).map(TypeReader::asObject);
  }
}
