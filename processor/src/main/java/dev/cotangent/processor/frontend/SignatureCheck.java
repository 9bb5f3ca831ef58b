package dev.cotangent.processor.frontend;

import dev.cotangent.Derivative;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Checks one method's signature against its annotation. Each check answers with what the companion
 * goes on with and adds what it found to {@link #findings}.
 */
final class SignatureCheck {
  /** The derivatives that only a single number has. */
  private static final Set<Derivative> OF_NUMBERS =
      EnumSet.of(Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN);

  private final ExecutableElement method;
  private final AnnotationReader annotation;
  private final List<SignatureFinding> findings = new ArrayList<>();

  SignatureCheck(ExecutableElement method, AnnotationReader annotation) {
    this.method = method;
    this.annotation = annotation;
  }

  List<SignatureFinding> findings() {
    return List.copyOf(findings);
  }

  /**
   * What the method gives; if that cannot be differentiated, it is an error, and the companion goes
   * on with double.
   */
  Returned returned() {
    List<AnnotationValue> outputs = annotation.values("outputs");
    boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
    if (isVoid && !outputs.isEmpty()) {
      Set<String> names = outputs(outputs);
      return names.isEmpty()
          ? Returned.of(PrimitiveType.DOUBLE)
          : new Returned(Optional.empty(), ordered(names));
    }
    if (!outputs.isEmpty()) {
      report(outputs.get(0), Code.OUTPUTS_WITH_RESULT, name());
    }
    if (!isVoid) {
      Type type = SignatureTypes.ofParameter(method.getReturnType());
      if (type.holdsFloating()) {
        return Returned.of(type);
      }
    }
    report(Code.RESULT_NOT_FLOATING, name(), method.getReturnType().toString());
    return Returned.of(PrimitiveType.DOUBLE);
  }

  private Set<String> outputs(List<AnnotationValue> written) {
    Set<String> names = new LinkedHashSet<>();
    for (AnnotationValue value : written) {
      VariableElement parameter = parameter(String.valueOf(value.getValue()));
      if (parameter == null) {
        report(value, Code.WRT_UNKNOWN, String.valueOf(value.getValue()), name());
      } else if (SignatureTypes.type(parameter.asType()).isFloatingArray()) {
        names.add(parameter.getSimpleName().toString());
      } else {
        report(value, Code.OUTPUT_NOT_AN_ARRAY, describe(parameter));
      }
    }
    return names;
  }

  private List<String> ordered(Set<String> names) {
    return method.getParameters().stream()
        .map(parameter -> parameter.getSimpleName().toString())
        .filter(names::contains)
        .toList();
  }

  /** Refuses the derivatives that the result does not have. */
  void modes(Returned returned) {
    List<AnnotationValue> written = annotation.values("value");
    for (AnnotationValue value : written) {
      AnnotationReader.constant(Derivative.class, value)
          .ifPresent(mode -> mode(mode, value, returned));
    }
    if (written.isEmpty() && !returned.isNumber()) {
      report(Code.GRADIENT_OF_MANY, Derivative.GRADIENT.name(), name());
    }
  }

  private void mode(Derivative mode, AnnotationValue value, Returned returned) {
    if (!returned.isNumber() && OF_NUMBERS.contains(mode)) {
      report(value, Code.GRADIENT_OF_MANY, mode.name(), name());
    }
  }

  /** The names of the parameters to differentiate with respect to. */
  Set<String> wrt() {
    List<AnnotationValue> written = annotation.values("wrt");
    Set<String> names = written.isEmpty() ? everyFloating() : named(written);
    if (names.isEmpty() && findings.isEmpty()) {
      report(Code.NOTHING_TO_DIFFERENTIATE, name());
    }
    return names;
  }

  private Set<String> everyFloating() {
    Set<String> names = new LinkedHashSet<>();
    for (VariableElement parameter : method.getParameters()) {
      if (AnnotationReader.of(parameter, AnnotationReader.NON_DIFFERENTIABLE).isEmpty()) {
        add(parameter, parameter, names);
      }
    }
    return names;
  }

  private Set<String> named(List<AnnotationValue> written) {
    Set<String> names = new LinkedHashSet<>();
    for (AnnotationValue value : written) {
      VariableElement parameter = parameter(String.valueOf(value.getValue()));
      if (parameter == null) {
        report(value, Code.WRT_UNKNOWN, String.valueOf(value.getValue()), name());
        continue;
      }
      switch (SignatureTypes.kind(parameter.asType())) {
        case DIFFERENTIABLE -> names.add(parameter.getSimpleName().toString());
        case WITHOUT_COMPONENTS -> report(value, Code.WRT_WITHOUT_COMPONENTS, describe(parameter));
        case PASSIVE -> report(value, Code.WRT_NOT_FLOATING, describe(parameter));
      }
    }
    return names;
  }

  private void add(VariableElement parameter, Element place, Set<String> names) {
    switch (SignatureTypes.kind(parameter.asType())) {
      case DIFFERENTIABLE -> names.add(parameter.getSimpleName().toString());
      case WITHOUT_COMPONENTS -> report(place, Code.WRT_WITHOUT_COMPONENTS, describe(parameter));
      case PASSIVE -> {}
    }
  }

  private VariableElement parameter(String name) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.getSimpleName().contentEquals(name))
        .findFirst()
        .orElse(null);
  }

  /**
   * Refuses two parameters whose partials would have one name, such as {@code x} and {@code X}; on
   * both.
   */
  void partialNames(List<Parameter> parameters) {
    Map<String, List<Parameter>> byAccessor = new HashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.isWrt()) {
        byAccessor.computeIfAbsent(parameter.capitalised(), n -> new ArrayList<>()).add(parameter);
      }
    }
    for (Parameter parameter : parameters) {
      List<Parameter> same = byAccessor.getOrDefault(parameter.capitalised(), List.of());
      if (parameter.isWrt() && same.size() > 1) {
        report(
            parameter(parameter.name()),
            Code.PARTIALS_CLASH,
            same.get(0).name(),
            same.get(1).name(),
            "d" + parameter.capitalised());
      }
    }
  }

  /** Reports at the method. */
  void report(Code code, String... arguments) {
    report(method, code, arguments);
  }

  /** Reports at a value of the annotation. */
  void report(AnnotationValue value, Code code, String... arguments) {
    findings.add(
        new SignatureFinding(diagnostic(code, arguments), method, annotation.mirror(), value));
  }

  private void report(Element place, Code code, String... arguments) {
    findings.add(SignatureFinding.at(place, diagnostic(code, arguments)));
  }

  private static Diagnostic diagnostic(Code code, String... arguments) {
    return Diagnostic.of(code, SourceRange.NONE, arguments);
  }

  private String name() {
    return method.getSimpleName().toString();
  }

  private static String[] describe(VariableElement parameter) {
    return new String[] {parameter.getSimpleName().toString(), SignatureTypes.display(parameter)};
  }
}
