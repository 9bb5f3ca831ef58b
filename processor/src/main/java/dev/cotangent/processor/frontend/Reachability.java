package dev.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Who can see a method: whether its companion, a class of the same package, can, and whether
 * everyone can.
 */
final class Reachability {
  private final Elements elements;
  private final Types types;

  Reachability(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The name of the package. */
  String packageName(ExecutableElement method) {
    return elements.getPackageOf(method).getQualifiedName().toString();
  }

  /** The simple names of the enclosing types, outermost first. */
  List<String> enclosing(ExecutableElement method) {
    List<String> names = new ArrayList<>();
    for (TypeElement type : enclosingTypes(method)) {
      names.add(0, type.getSimpleName().toString());
    }
    return names;
  }

  /**
   * The first thing that the companion cannot see: the method, a type around it or one of its
   * signature; its name.
   */
  Optional<String> hidden(ExecutableElement method) {
    List<Element> needed = new ArrayList<>();
    needed.add(method);
    needed.addAll(enclosingTypes(method));
    for (TypeElement type : signatureTypes(method)) {
      needed.add(type);
      needed.addAll(enclosingTypes(type));
    }
    PackageElement place = elements.getPackageOf(method);
    return needed.stream()
        .filter(element -> isHidden(element, place))
        .map(element -> element.getSimpleName().toString())
        .findFirst();
  }

  /**
   * The first thing that the package cannot see: the method or a type around it; its name.
   * Inheritance counts for nothing, since companions have none.
   */
  Optional<String> hiddenFrom(ExecutableElement method, PackageElement place) {
    List<Element> needed = new ArrayList<>();
    needed.add(method);
    needed.addAll(enclosingTypes(method));
    return needed.stream()
        .filter(element -> isHidden(element, place))
        .map(element -> element.getSimpleName().toString())
        .findFirst();
  }

  private boolean isHidden(Element element, PackageElement place) {
    return elements.getPackageOf(element).equals(place)
        ? element.getModifiers().contains(Modifier.PRIVATE)
        : !isPublicItself(element);
  }

  /** Whether everyone can see the method, the types around it and those of its signature. */
  boolean isPublic(ExecutableElement method) {
    return isPublicThroughout(method)
        && signatureTypes(method).stream().allMatch(Reachability::isPublicThroughout);
  }

  private static boolean isPublicThroughout(Element element) {
    return isPublicItself(element)
        && enclosingTypes(element).stream().allMatch(Reachability::isPublicItself);
  }

  private static boolean isPublicItself(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (element.getEnclosingElement().getKind().isInterface()
            && !modifiers.contains(Modifier.PRIVATE));
  }

  private static List<TypeElement> enclosingTypes(Element element) {
    List<TypeElement> enclosing = new ArrayList<>();
    Element outer = element.getEnclosingElement();
    while (outer instanceof TypeElement type) {
      enclosing.add(type);
      outer = type.getEnclosingElement();
    }
    return enclosing;
  }

  private List<TypeElement> signatureTypes(ExecutableElement method) {
    List<TypeElement> found = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      collect(parameter.asType(), found);
      collectComponents(parameter.asType(), found);
    }
    return found;
  }

  /** The companion takes records with floating values apart. */
  private void collectComponents(TypeMirror mirror, List<TypeElement> found) {
    if (SignatureTypes.record(mirror).isPresent()) {
      TypeElement record = (TypeElement) types.asElement(mirror);
      for (RecordComponentElement component : record.getRecordComponents()) {
        collect(component.asType(), found);
        collectComponents(component.asType(), found);
      }
    }
  }

  private void collect(TypeMirror mirror, List<TypeElement> found) {
    if (mirror instanceof ArrayType array) {
      collect(array.getComponentType(), found);
    } else if (mirror instanceof DeclaredType declared) {
      found.add((TypeElement) types.asElement(declared));
      declared.getTypeArguments().forEach(argument -> collect(argument, found));
    }
  }
}
