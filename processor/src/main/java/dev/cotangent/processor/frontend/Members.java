package dev.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The members of types, declared and inherited. {@code Elements.getAllMembers} is avoided: some
 * compilers leave out inherited static methods there or give no stable order.
 */
final class Members {
  private final Elements elements;

  Members(Elements elements) {
    this.elements = elements;
  }

  /** The field of that name that {@code type} declares or inherits. */
  Optional<VariableElement> field(TypeElement type, String name) {
    return lineage(type).stream()
        .flatMap(owner -> ElementFilter.fieldsIn(owner.getEnclosedElements()).stream())
        .filter(field -> field.getKind() == ElementKind.FIELD || isEnumConstant(field))
        .filter(named(name).and(member -> isMember(member, type)))
        .findFirst();
  }

  private static boolean isEnumConstant(VariableElement field) {
    return field.getKind() == ElementKind.ENUM_CONSTANT;
  }

  /** The member type of that name that {@code type} declares or inherits. */
  Optional<TypeElement> memberType(TypeElement type, String name) {
    return lineage(type).stream()
        .flatMap(owner -> ElementFilter.typesIn(owner.getEnclosedElements()).stream())
        .filter(named(name).and(member -> isMember(member, type)))
        .findFirst();
  }

  /**
   * The methods of that name that {@code type} declares or inherits, without those that another one
   * overrides or hides.
   */
  List<ExecutableElement> methods(TypeElement type, String name) {
    List<ExecutableElement> found = new ArrayList<>();
    for (TypeElement owner : lineage(type)) {
      ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
          .filter(named(name).and(member -> isMember(member, type)))
          .filter(method -> !isStaticOfOtherInterface(method, type))
          .filter(method -> found.stream().noneMatch(other -> sameParameters(method, other)))
          .forEach(found::add);
    }
    return found;
  }

  /** Static methods of interfaces are not inherited. */
  private static boolean isStaticOfOtherInterface(ExecutableElement method, TypeElement type) {
    Element owner = method.getEnclosingElement();
    return owner.getKind().isInterface()
        && method.getModifiers().contains(Modifier.STATIC)
        && !owner.equals(type);
  }

  private static boolean sameParameters(ExecutableElement first, ExecutableElement second) {
    List<String> a = parameterTypes(first);
    return a.equals(parameterTypes(second));
  }

  private static List<String> parameterTypes(ExecutableElement method) {
    return method.getParameters().stream().map(parameter -> parameter.asType().toString()).toList();
  }

  private static Predicate<Element> named(String name) {
    return element -> element.getSimpleName().contentEquals(name);
  }

  private boolean isMember(Element member, TypeElement type) {
    Element owner = member.getEnclosingElement();
    Set<Modifier> modifiers = member.getModifiers();
    if (owner.equals(type)) {
      return true;
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      return false;
    }
    boolean wide = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    return wide || elements.getPackageOf(owner).equals(elements.getPackageOf(type));
  }

  /** The type, its superclasses and its interfaces, nearest first. */
  private static Set<TypeElement> lineage(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private static void collect(TypeElement type, Set<TypeElement> all) {
    if (!all.add(type)) {
      return;
    }
    List<TypeMirror> parents = new ArrayList<>();
    parents.add(type.getSuperclass());
    parents.addAll(type.getInterfaces());
    for (TypeMirror parent : parents) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, all);
      }
    }
  }
}
