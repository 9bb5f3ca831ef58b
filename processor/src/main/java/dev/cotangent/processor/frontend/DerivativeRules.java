package dev.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The derivative rules that an annotated method and its helpers go by: those of its own file, those
 * of the classes that its annotation names, those of the class that declares what is called. The
 * first place that has any for a method decides.
 */
final class DerivativeRules {
  private final RuleReader reader;
  private final List<Set<TypeElement>> places;
  private final Map<TypeElement, List<DerivativeRule>> known = new HashMap<>();

  /**
   * @param file the outermost types of the method's file
   */
  DerivativeRules(Elements elements, List<TypeElement> file, ExecutableElement method) {
    this.reader = new RuleReader(elements);
    Set<TypeElement> named = new LinkedHashSet<>();
    AnnotationReader.of(method).ifPresent(annotation -> named(annotation, named));
    this.places = List.of(new LinkedHashSet<>(file), named);
  }

  private static void named(AnnotationReader annotation, Set<TypeElement> found) {
    for (AnnotationValue value : annotation.values("rules")) {
      if (value.getValue() instanceof DeclaredType type) {
        found.add((TypeElement) type.asElement());
      }
    }
  }

  /** The rules for the derivative of a method; empty if there are none. */
  List<DerivativeRule> of(ExecutableElement target) {
    List<Set<TypeElement>> all = new ArrayList<>(places);
    all.add(Set.of((TypeElement) target.getEnclosingElement()));
    for (Set<TypeElement> place : all) {
      List<DerivativeRule> rules =
          place.stream()
              .flatMap(type -> rules(type).stream())
              .filter(rule -> rule.target().equals(target))
              .toList();
      if (!rules.isEmpty()) {
        return rules;
      }
    }
    return List.of();
  }

  private List<DerivativeRule> rules(TypeElement type) {
    List<DerivativeRule> found = known.get(type);
    if (found == null) {
      found = new ArrayList<>();
      collect(type, reader, found);
      known.put(type, found);
    }
    return found;
  }

  /** The valid rules of a type and of the types nested in it. */
  static void collect(TypeElement type, RuleReader reader, List<DerivativeRule> found) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      reader.read(method).rule().ifPresent(found::add);
    }
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> collect(nested, reader, found));
  }
}
