package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the companion, another class of the method's package, can see. */
final class Visibility {
  private final Elements elements;
  private final Element method;

  Visibility(Elements elements, Element method) {
    this.elements = elements;
    this.method = method;
  }

  /** Whether it can see the type or the static member, and the types around it. */
  boolean isVisible(Element element) {
    boolean visible = true;
    for (Element e = element; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
      visible &= isVisibleMember(e);
    }
    return visible;
  }

  /** Whether it can see the member of something whose type it can see. */
  boolean isVisibleMember(Element element) {
    Set<Modifier> modifiers = element.getModifiers();
    boolean samePackage = elements.getPackageOf(element).equals(elements.getPackageOf(method));
    return samePackage
        ? !modifiers.contains(Modifier.PRIVATE)
        : modifiers.contains(Modifier.PUBLIC) || isInInterface(element);
  }

  private static boolean isInInterface(Element element) {
    return element.getEnclosingElement() instanceof TypeElement owner
        && owner.getKind().isInterface()
        && !element.getModifiers().contains(Modifier.PRIVATE);
  }

  /** Whether it can name the type. */
  boolean isVisible(Type type) {
    if (type instanceof ArrayType array) {
      return isVisible(array.element());
    }
    if (!(type instanceof ReferenceType reference)) {
      return true;
    }
    TypeElement element = elements.getTypeElement(reference.qualifiedName());
    return element != null
        && isVisible(element)
        && reference.arguments().stream().allMatch(argument -> isVisible(argument.type()));
  }
}
