package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Reads methods with {@code @DerivativeOf}, from sources and from class files. Input: a method's
 * element. Output: the {@link DerivativeRule}, or what is wrong with it; neither if it is no rule
 * or names what does not exist yet.
 */
final class RuleReader {
  private static final String DERIVATIVE_OF = "dev.cotangent.DerivativeOf";
  private static final String WRT = "dev.cotangent.Wrt";

  private final Elements elements;

  RuleReader(Elements elements) {
    this.elements = elements;
  }

  /** What was read; at most one of the two is there. */
  record Reading(Optional<DerivativeRule> rule, Optional<SignatureFinding> finding) {
    private static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty());
  }

  /** Abandons a rule. */
  private static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SignatureFinding finding;

    Mistake(SignatureFinding finding) {
      super(null, null, false, false);
      this.finding = finding;
    }
  }

  /** Reads one method. */
  Reading read(ExecutableElement method) {
    Optional<AnnotationReader> annotation = AnnotationReader.of(method, DERIVATIVE_OF);
    if (annotation.isEmpty() || SignatureTypes.isErroneous(method)) {
      return Reading.NOTHING;
    }
    try {
      Optional<DerivativeRule> rule = new One(method, annotation.get()).read();
      return new Reading(rule, Optional.empty());
    } catch (Mistake mistake) {
      return new Reading(Optional.empty(), Optional.of(mistake.finding));
    }
  }

  /** The reading of one rule. */
  private final class One {
    private final ExecutableElement method;
    private final AnnotationReader annotation;
    private final List<TypeMirror> own;

    One(ExecutableElement method, AnnotationReader annotation) {
      this.method = method;
      this.annotation = annotation;
      this.own = types(method);
    }

    Optional<DerivativeRule> read() {
      AnnotationValue owner = annotation.value("value");
      AnnotationValue name = annotation.value("method");
      boolean resolved = owner != null && owner.getValue() instanceof DeclaredType && name != null;
      if (!resolved) {
        return Optional.empty();
      }
      checkShape();
      int wrt = wrt();
      TypeElement type = (TypeElement) ((DeclaredType) owner.getValue()).asElement();
      DerivativeRule rule = target(candidates(type, String.valueOf(name.getValue())), wrt);
      checkTypes(rule);
      return Optional.of(rule);
    }

    private void checkShape() {
      if (!method.getModifiers().contains(Modifier.STATIC)) {
        throw shape("it is an instance method", "Make it static");
      }
      if (!method.getTypeParameters().isEmpty()) {
        throw shape("it has type parameters", "Write it for concrete types");
      }
    }

    private int wrt() {
      List<Integer> marked =
          IntStream.range(0, own.size())
              .filter(i -> AnnotationReader.of(method.getParameters().get(i), WRT).isPresent())
              .boxed()
              .toList();
      if (marked.size() > 1) {
        throw shape(
            "several parameters are marked with @Wrt",
            "Write one rule for each partial derivative");
      }
      return marked.isEmpty() ? -1 : marked.get(0);
    }

    private List<ExecutableElement> candidates(TypeElement type, String name) {
      String display = type.getSimpleName() + "." + name;
      if (PureFunctions.isKnownOwner(type)) {
        throw unmatched("the functions of " + type.getSimpleName() + " have built-in rules");
      }
      List<ExecutableElement> all = new Members(elements).methods(type, name);
      List<ExecutableElement> found =
          all.stream().filter(m -> m.getModifiers().contains(Modifier.STATIC)).toList();
      if (found.isEmpty()) {
        throw unmatched(
            all.isEmpty() ? "there is no method " + display : display + " is an instance method");
      }
      List<AnnotationValue> wanted = annotation.values("types");
      return wanted.isEmpty()
          ? found
          : found.stream().filter(candidate -> hasTypes(candidate, wanted)).toList();
    }

    private DerivativeRule target(List<ExecutableElement> candidates, int wrt) {
      List<DerivativeRule> rules = new ArrayList<>();
      for (ExecutableElement candidate : candidates) {
        for (boolean takesResult : new boolean[] {false, true}) {
          if (fits(candidate, wrt, takesResult)) {
            rules.add(new DerivativeRule(method, candidate, wrt, takesResult));
          }
        }
      }
      if (rules.size() == 1) {
        return rules.get(0);
      }
      if (rules.isEmpty()) {
        throw unmatched(display(own) + " does not " + expectation(candidates, wrt));
      }
      throw unmatched(display(own) + " fits several methods of that name; say which by 'types'");
    }

    private boolean fits(ExecutableElement target, int wrt, boolean takesResult) {
      return RuleShape.parameters(target, wrt < 0, takesResult)
          .filter(RuleShape.types(own)::equals)
          .isPresent();
    }

    private String expectation(List<ExecutableElement> candidates, int wrt) {
      if (candidates.isEmpty()) {
        return "matter, since no method of that name has the given 'types'";
      }
      return candidates.stream()
          .map(target -> RuleShape.parameters(target, wrt < 0, false))
          .map(types -> types.map(RuleShape::display).orElse("that of a method with a result"))
          .collect(Collectors.joining(", or ", "match ", ""));
    }

    private void checkTypes(DerivativeRule rule) {
      if (!SignatureTypes.type(rule.target().getReturnType()).isFloating()) {
        throw shape(
            "'"
                + rule.target().getSimpleName()
                + "' does not return a number of type"
                + " double or float",
            "Only such results have derivatives");
      }
      if (own.stream().anyMatch(RuleShape::isNested)) {
        throw shape("it takes arrays of arrays of numbers", "Let the method take flat arrays");
      }
      if (!rule.isPullback() && !RuleShape.isNumber(own.get(rule.parameter()))) {
        throw shape(
            "its @Wrt parameter is not a double or float",
            "For arrays write a pullback, which has no @Wrt parameter");
      }
      if (!RuleShape.returns(rule).test(method.getReturnType())) {
        throw shape(
            "it returns " + method.getReturnType(), "Let it return " + RuleShape.result(rule));
      }
    }

    private Mistake unmatched(String reason) {
      return mistake(Code.RULE_WITHOUT_METHOD, reason);
    }

    private Mistake shape(String reason, String fix) {
      return mistake(Code.RULE_SHAPE, method.getSimpleName().toString(), reason, fix);
    }

    private Mistake mistake(Code code, String... arguments) {
      Diagnostic diagnostic = Diagnostic.of(code, SourceRange.NONE, arguments);
      return new Mistake(SignatureFinding.at(method, diagnostic));
    }
  }

  private static boolean hasTypes(ExecutableElement candidate, List<AnnotationValue> wanted) {
    List<TypeMirror> types = new ArrayList<>();
    for (AnnotationValue value : wanted) {
      if (value.getValue() instanceof TypeMirror type) {
        types.add(type);
      }
    }
    return RuleShape.types(types(candidate)).equals(RuleShape.types(types));
  }

  private static String display(List<TypeMirror> types) {
    return RuleShape.display(RuleShape.types(types));
  }

  private static List<TypeMirror> types(ExecutableElement method) {
    List<TypeMirror> types = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      types.add(parameter.asType());
    }
    return types;
  }
}
