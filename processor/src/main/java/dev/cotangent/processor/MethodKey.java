package dev.cotangent.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * A method by name, from round to round.
 *
 * @param owner the qualified name of its class
 * @param name its simple name
 * @param ordinal which one of those with that name in the class, counted from zero
 */
record MethodKey(String owner, String name, int ordinal) {
  static MethodKey of(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String name = method.getSimpleName().toString();
    return new MethodKey(
        owner.getQualifiedName().toString(), name, namesakes(owner, name).indexOf(method));
  }

  /** The method in this round. */
  Optional<ExecutableElement> find(Elements elements) {
    TypeElement type = elements.getTypeElement(owner);
    List<ExecutableElement> methods = type == null ? List.of() : namesakes(type, name);
    return ordinal >= 0 && ordinal < methods.size()
        ? Optional.of(methods.get(ordinal))
        : Optional.empty();
  }

  private static List<ExecutableElement> namesakes(TypeElement owner, String name) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }
}
