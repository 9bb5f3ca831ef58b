package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * An interface with one method that lambdas implement, as {@code DoubleUnaryOperator}. Generic ones
 * are none of these: their values are boxed.
 *
 * @param name the interface's qualified name
 * @param method the name of its method
 * @param parameters the types of the method's parameters
 * @param result the type of its result; empty for {@code void}
 */
record FunctionalType(String name, String method, List<Type> parameters, Optional<Type> result) {

  /** The functional interface that a declared type is, if it is one whose types are known here. */
  static Optional<FunctionalType> of(TypeMirror type, TypeReader types) {
    return type instanceof DeclaredType declared
            && type.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement element
        ? of(element, types)
        : Optional.empty();
  }

  /** The same for the type's element. */
  static Optional<FunctionalType> of(TypeElement type, TypeReader types) {
    boolean plain =
        type.getKind() == ElementKind.INTERFACE
            && type.getTypeParameters().isEmpty()
            && type.getInterfaces().isEmpty();
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return plain && methods.size() == 1 ? of(type, methods.get(0), types) : Optional.empty();
  }

  private static Optional<FunctionalType> of(
      TypeElement type, ExecutableElement method, TypeReader types) {
    List<Type> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      types.read(parameter.asType()).ifPresent(parameters::add);
    }
    boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
    Optional<Type> result = types.read(method.getReturnType());
    boolean known =
        parameters.size() == method.getParameters().size() && (isVoid || result.isPresent());
    return known
        ? Optional.of(
            new FunctionalType(
                type.getQualifiedName().toString(),
                method.getSimpleName().toString(),
                List.copyOf(parameters),
                result))
        : Optional.empty();
  }
}
