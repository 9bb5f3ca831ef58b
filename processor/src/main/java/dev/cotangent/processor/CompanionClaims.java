package dev.cotangent.processor;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodReader.Reading;
import dev.cotangent.processor.frontend.SignatureFinding;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Which method has which companion, over all rounds; finds methods that want the same one, and
 * classes that have the name already.
 */
final class CompanionClaims {
  private static final String GENERATED = "dev.cotangent.runtime.CotangentGenerated";

  private final Elements elements;

  /** By the companion's name, who wants it, in order. */
  private final Map<String, Map<MethodKey, MethodModel>> claims = new LinkedHashMap<>();

  /** By method, the companion's name. */
  private final Map<MethodKey, String> names = new HashMap<>();

  CompanionClaims(Elements elements) {
    this.elements = elements;
  }

  /** Notes what the methods of a round claim. */
  void add(Map<ExecutableElement, Reading> readings) {
    readings.forEach(
        (method, reading) -> {
          if (reading instanceof Reading.Complete complete) {
            claim(MethodKey.of(method), complete.model());
          }
        });
  }

  private void claim(MethodKey method, MethodModel model) {
    String name = model.names().qualifiedCompanion();
    names.put(method, name);
    claims.computeIfAbsent(name, unused -> new LinkedHashMap<>()).put(method, model);
  }

  private Map<MethodKey, MethodModel> claimants(MethodKey method) {
    return names.containsKey(method) ? claims.get(names.get(method)) : Map.of();
  }

  /**
   * Whether this method is the one that writes its companion's file: the first of those that want
   * it.
   */
  boolean mayWrite(ExecutableElement method) {
    MethodKey key = MethodKey.of(method);
    Map<MethodKey, MethodModel> claimants = claimants(key);
    return claimants.isEmpty()
        || (claimants.keySet().iterator().next().equals(key)
            && !isTaken(method, claimants.get(key)));
  }

  /** What is wrong with a method's companion. */
  List<SignatureFinding> findings(ExecutableElement method) {
    MethodKey key = MethodKey.of(method);
    Map<MethodKey, MethodModel> claimants = claimants(key);
    if (claimants.isEmpty()) {
      return List.of();
    }
    MethodModel model = claimants.get(key);
    List<SignatureFinding> findings = new ArrayList<>();
    claimants.entrySet().stream()
        .filter(other -> !other.getKey().equals(key))
        .findFirst()
        .ifPresent(other -> findings.add(clash(method, model, other.getValue())));
    if (isTaken(method, model)) {
      findings.add(
          finding(
              method,
              Code.COMPANION_EXISTS,
              model.names().display(),
              model.names().qualifiedCompanion()));
    }
    return findings;
  }

  private static SignatureFinding clash(
      ExecutableElement method, MethodModel model, MethodModel other) {
    return finding(
        method,
        Code.COMPANION_CLASH,
        signature(model),
        signature(other),
        model.names().companion());
  }

  private static String signature(MethodModel model) {
    List<String> types = model.parameters().stream().map(p -> p.type().toString()).toList();
    return model.names().display() + "(" + String.join(", ", types) + ")";
  }

  /** A class that this processor wrote, now or for an earlier compilation, is not in the way. */
  private boolean isTaken(ExecutableElement method, MethodModel model) {
    TypeElement existing = visible(method, model.names().qualifiedCompanion());
    return existing != null
        && existing.getAnnotationMirrors().stream()
            .noneMatch(
                mirror ->
                    ((QualifiedNameable) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(GENERATED));
  }

  /** Asked without a module, javac looks into every one of the JDK, which takes its time. */
  private TypeElement visible(ExecutableElement method, String name) {
    ModuleElement module = elements.getModuleOf(method);
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }

  private static SignatureFinding finding(
      ExecutableElement method, Code code, String... arguments) {
    return new SignatureFinding(
        Diagnostic.of(code, SourceRange.NONE, arguments), method, null, null);
  }
}
