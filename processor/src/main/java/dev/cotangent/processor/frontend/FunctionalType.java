package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An interface with one method that lambdas implement, as {@code DoubleUnaryOperator}, or {@code
 * ToDoubleFunction<double[]>}. Generic ones of anything but arrays are none of these: their values
 * are boxed.
 *
 * @param name the interface's qualified name
 * @param method the name of its method
 * @param parameters the types of the method's parameters
 * @param result the type of its result; empty for {@code void}
 */
record FunctionalType(String name, String method, List<Type> parameters, Optional<Type> result) {

  /** The functional interface that a declared type is, if it is one whose types are known here. */
  static Optional<FunctionalType> of(TypeMirror type, TypeReader types) {
    if (!(type instanceof DeclaredType declared)
        || type.getKind() != TypeKind.DECLARED
        || !(declared.asElement() instanceof TypeElement element)
        || element.getKind() != ElementKind.INTERFACE
        || !isUnboxed(declared, element)) {
      return Optional.empty();
    }
    List<ExecutableElement> methods = types.abstractMethods(element);
    return methods.size() == 1 ? of(declared, methods.get(0), types) : Optional.empty();
  }

  /** Whether all type variables stand for arrays, so that no number is boxed. */
  private static boolean isUnboxed(DeclaredType type, TypeElement element) {
    return type.getTypeArguments().size() == element.getTypeParameters().size()
        && type.getTypeArguments().stream().allMatch(a -> a.getKind() == TypeKind.ARRAY);
  }

  private static Optional<FunctionalType> of(
      DeclaredType type, ExecutableElement method, TypeReader types) {
    ExecutableType signature = (ExecutableType) types.member(type, method);
    List<Type> parameters = new ArrayList<>();
    for (TypeMirror parameter : signature.getParameterTypes()) {
      types.read(parameter).ifPresent(parameters::add);
    }
    boolean isVoid = signature.getReturnType().getKind() == TypeKind.VOID;
    Optional<Type> result = types.read(signature.getReturnType());
    boolean known =
        parameters.size() == signature.getParameterTypes().size() && (isVoid || result.isPresent());
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    return known
        ? Optional.of(
            new FunctionalType(
                name, method.getSimpleName().toString(), List.copyOf(parameters), result))
        : Optional.empty();
  }
}
