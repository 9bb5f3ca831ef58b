package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds what is wrong with derivative rules, and with what is declared not to be differentiated,
 * where they are declared. Input: an annotated element. Output: the findings.
 */
public final class RuleCheck {
  private final Elements elements;

  /** Makes a check on the compiler's view of this round. */
  public RuleCheck(Elements elements) {
    this.elements = elements;
  }

  /** What is wrong with a method that is annotated with {@code @DerivativeOf}. */
  public List<SignatureFinding> rule(ExecutableElement method) {
    RuleReader reader = new RuleReader(elements);
    RuleReader.Reading reading = reader.read(method);
    List<SignatureFinding> findings = new ArrayList<>();
    reading.finding().ifPresent(findings::add);
    reading.rule().flatMap(rule -> rival(rule, reader)).ifPresent(findings::add);
    return findings;
  }

  private static Optional<SignatureFinding> rival(DerivativeRule rule, RuleReader reader) {
    List<DerivativeRule> all = new ArrayList<>();
    DerivativeRules.collect(outermost(rule.method()), reader, all);
    return all.stream()
        .filter(rule::isRivalOf)
        .findFirst()
        .map(
            rival ->
                finding(
                    rule.method(),
                    Code.DUPLICATE_RULE,
                    rule.method().getSimpleName().toString(),
                    rival.method().getSimpleName().toString(),
                    rule.target().getSimpleName().toString()));
  }

  private static TypeElement outermost(Element element) {
    Element at = element;
    while (at.getEnclosingElement() instanceof TypeElement outer) {
      at = outer;
    }
    return (TypeElement) at;
  }

  /** What is wrong with an element that is annotated with {@code @NonDifferentiable}. */
  public List<SignatureFinding> nonDifferentiable(Element element) {
    boolean differentiated =
        AnnotationReader.of(element, AnnotationReader.DIFFERENTIABLE).isPresent();
    if (element.getKind() == ElementKind.METHOD) {
      if (!element.getModifiers().contains(Modifier.STATIC)) {
        return misplaced(
            element, "it is an instance method, which is never differentiated", "Remove it");
      }
      return differentiated
          ? misplaced(element, "it is @Differentiable as well", "Remove one of the two")
          : List.of();
    }
    boolean number = RuleShape.isNumber(element.asType());
    boolean input =
        AnnotationReader.of(element.getEnclosingElement(), AnnotationReader.DIFFERENTIABLE)
            .isPresent();
    return number || input
        ? List.of()
        : misplaced(
            element,
            "it is not a double or float",
            "Put it on numbers, or pass the elements that are read through Passive.value");
  }

  private static List<SignatureFinding> misplaced(Element element, String reason, String fix) {
    String name = element.getSimpleName().toString();
    return List.of(finding(element, Code.NON_DIFFERENTIABLE_MISPLACED, name, reason, fix));
  }

  private static SignatureFinding finding(Element element, Code code, String... arguments) {
    return SignatureFinding.at(element, Diagnostic.of(code, SourceRange.NONE, arguments));
  }
}
