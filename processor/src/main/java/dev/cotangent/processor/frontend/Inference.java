package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The result types of generic methods and constructors where every argument that mentions a type
 * variable says the same about it. Everything harder is left to the compiler, which the declared
 * type of a variable tells what it needs.
 */
final class Inference {
  private final Types types;
  private final TypeReader reader;

  Inference(Types types, TypeReader reader) {
    this.types = types;
    this.reader = reader;
  }

  /** The result type of a call with such arguments; empty if they do not say. */
  Optional<Type> result(ExecutableElement method, ExecutableType type, List<Type> arguments) {
    return result(method, type, arguments, method.getTypeParameters(), type.getReturnType());
  }

  /** The type of an object that is made without type arguments; empty if they do not follow. */
  Optional<Type> created(ExecutableElement constructor, List<Type> arguments) {
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    ExecutableType type = (ExecutableType) constructor.asType();
    return result(constructor, type, arguments, owner.getTypeParameters(), owner.asType());
  }

  private Optional<Type> result(
      ExecutableElement method,
      ExecutableType type,
      List<Type> arguments,
      List<? extends Element> variables,
      TypeMirror result) {
    Unifier unifier = new Unifier(variables);
    List<? extends TypeMirror> formals = type.getParameterTypes();
    for (int i = 0; i < arguments.size(); i++) {
      boolean gathered = method.isVarArgs() && !isWholeArray(arguments, i, formals.size());
      unifier.unify(formal(gathered, formals, i), arguments.get(i));
    }
    return unifier.consistent ? unifier.substitute(result) : Optional.empty();
  }

  /** Whether the argument is passed as the array of a variable number of arguments. */
  private static boolean isWholeArray(List<Type> arguments, int i, int formals) {
    return arguments.size() == formals
        && arguments.get(i) instanceof ArrayType array
        && array.element().isReference();
  }

  private static TypeMirror formal(boolean gathered, List<? extends TypeMirror> formals, int i) {
    int last = formals.size() - 1;
    TypeMirror formal = formals.get(Math.min(i, last));
    return gathered && i >= last
        ? ((javax.lang.model.type.ArrayType) formal).getComponentType()
        : formal;
  }

  /** What the arguments say about the type variables of one method. */
  private final class Unifier {
    private final List<? extends Element> variables;
    private final Map<Element, Type> found = new HashMap<>();
    private boolean consistent = true;

    Unifier(List<? extends Element> variables) {
      this.variables = variables;
    }

    private boolean isOwn(TypeMirror mirror) {
      return mirror instanceof TypeVariable variable && variables.contains(variable.asElement());
    }

    void unify(TypeMirror formal, Type actual) {
      if (actual.equals(ConversionRules.NULL)) {
        return;
      }
      if (isOwn(formal)) {
        bind(((TypeVariable) formal).asElement(), boxed(actual));
      } else if (formal instanceof javax.lang.model.type.ArrayType array) {
        if (actual instanceof ArrayType other && other.element().isReference()) {
          unify(array.getComponentType(), other.element());
        }
      } else if (formal instanceof DeclaredType declared && actual instanceof ReferenceType other) {
        ancestor(reader.mirror(other), declared.asElement())
            .flatMap(reader::read)
            .ifPresent(type -> unifyArguments(declared, (ReferenceType) type));
      }
    }

    private void unifyArguments(DeclaredType formal, ReferenceType actual) {
      for (int i = 0; i < actual.arguments().size(); i++) {
        TypeArgument argument = actual.arguments().get(i);
        if (argument.kind() == TypeArgument.Kind.EXACT) {
          unify(bound(formal.getTypeArguments().get(i)), argument.type());
        } else {
          consistent &= !isOwn(bound(formal.getTypeArguments().get(i)));
        }
      }
    }

    private TypeMirror bound(TypeMirror argument) {
      if (!(argument instanceof WildcardType wildcard)) {
        return argument;
      }
      TypeMirror bound =
          wildcard.getExtendsBound() == null
              ? wildcard.getSuperBound()
              : wildcard.getExtendsBound();
      return bound == null ? types.getNoType(TypeKind.NONE) : bound;
    }

    private void bind(Element variable, Type type) {
      Type before = found.putIfAbsent(variable, type);
      consistent &= before == null || before.equals(type);
    }

    /** The type with what was found in place of the variables. */
    Optional<Type> substitute(TypeMirror mirror) {
      if (isOwn(mirror)) {
        return Optional.ofNullable(found.get(((TypeVariable) mirror).asElement()));
      }
      if (mirror instanceof javax.lang.model.type.ArrayType array) {
        return substitute(array.getComponentType()).map(ArrayType::new);
      }
      if (!(mirror instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
        return reader.readBound(mirror);
      }
      List<TypeArgument> arguments = new ArrayList<>();
      for (TypeMirror argument : declared.getTypeArguments()) {
        Optional<Type> type =
            argument instanceof WildcardType ? Optional.empty() : substitute(argument);
        if (type.isEmpty()) {
          return Optional.empty();
        }
        arguments.add(TypeArgument.of(type.get()));
      }
      ReferenceType erased = TypeArguments.declared(declared, reader::read).erasure();
      return Optional.of(new ReferenceType(erased.qualifiedName(), arguments));
    }
  }

  private Type boxed(Type type) {
    return type instanceof PrimitiveType primitive ? reader.box(primitive) : type;
  }

  /** The type as one of that class, with the arguments that it has then. */
  private Optional<TypeMirror> ancestor(TypeMirror type, Element wanted) {
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    if (declared.asElement().equals(wanted)) {
      return Optional.of(type);
    }
    return types.directSupertypes(type).stream()
        .flatMap(parent -> ancestor(parent, wanted).stream())
        .findFirst();
  }
}
