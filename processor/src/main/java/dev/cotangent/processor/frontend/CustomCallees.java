package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Partial;
import dev.cotangent.processor.ir.Opaque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The methods that a program calls without their bodies' derivatives: those with derivative rules,
 * and those that are declared not to be differentiated. Input: a callee's element. Output: what the
 * call names in the IR.
 */
final class CustomCallees {
  private static final String PASSIVE = "dev.cotangent.Passive";

  private final ProgramLowering program;
  private final DerivativeRules rules;
  private final CompanionLinks links;
  private final Reachability reachability;
  private final PackageElement companionPackage;
  private final Map<ExecutableElement, Custom> known = new HashMap<>();

  CustomCallees(ProgramLowering program, DerivativeRules rules, Types types, TypeElement place) {
    this.program = program;
    this.rules = rules;
    Elements elements = program.elements();
    this.reachability = new Reachability(elements, types);
    this.companionPackage = elements.getPackageOf(place);
    this.links = new CompanionLinks(elements, types, companionPackage, program.unit()::hasSource);
  }

  /** Says why a call cannot go by the rules. */
  @FunctionalInterface
  interface Complaint {
    /** An exception to throw. */
    Refusal of(Code code, String... arguments);
  }

  /** What a call of the method names; empty if its body or its companion is its derivative. */
  Optional<Custom> of(ExecutableElement method, Complaint complaint) {
    Custom found = known.get(method);
    if (found != null) {
      return Optional.of(found);
    }
    List<DerivativeRule> own = rules.of(method);
    if (!own.isEmpty()) {
      return Optional.of(ruled(method, own, complaint));
    }
    if (AnnotationReader.of(method, AnnotationReader.NON_DIFFERENTIABLE).isPresent()) {
      return Optional.of(passive(method, complaint));
    }
    boolean here = program.unit().method(method).isPresent();
    return here ? Optional.empty() : linked(method, complaint);
  }

  private Optional<Custom> linked(ExecutableElement method, Complaint complaint) {
    Optional<Custom> custom =
        links
            .of(method, complaint)
            .map(
                differential ->
                    custom(method, links.body(method, external(method))).declare(differential));
    custom.ifPresent(found -> known.put(method, found));
    return custom;
  }

  /** Whether the method has rules or a companion, or is declared not to be differentiated. */
  boolean knows(ExecutableElement method) {
    return !rules.of(method).isEmpty()
        || AnnotationReader.of(method).isPresent()
        || AnnotationReader.of(method, AnnotationReader.NON_DIFFERENTIABLE).isPresent();
  }

  /** A callee that may be run but not differentiated. */
  Custom unknown(ExecutableElement method, Complaint complaint) {
    requireVisible(method, complaint);
    return known.computeIfAbsent(
        method, m -> custom(m, external(m)).declare(new Differential.Unknown()));
  }

  /** Whether no derivative flows through a parameter, a number. */
  static boolean isPassive(VariableElement parameter) {
    return RuleShape.isNumber(parameter.asType())
        && AnnotationReader.of(parameter, AnnotationReader.NON_DIFFERENTIABLE).isPresent();
  }

  /** {@link dev.cotangent.Passive#value} of a number of that type. */
  static Custom passiveValue() {
    Callee identity = new Callee.Method(PASSIVE, "value", Opaque.Effect.NONE);
    return new Custom("Passive.value", identity).declare(new Differential.Zero());
  }

  private Custom passive(ExecutableElement method, Complaint complaint) {
    requireVisible(method, complaint);
    return known.computeIfAbsent(
        method, m -> custom(m, external(m)).declare(new Differential.Zero()));
  }

  private Custom ruled(ExecutableElement method, List<DerivativeRule> own, Complaint complaint) {
    for (DerivativeRule rule : own) {
      own.stream()
          .filter(rule::isRivalOf)
          .findFirst()
          .ifPresent(
              rival -> {
                throw complaint.of(
                    Code.DUPLICATE_RULE,
                    display(rule.method()),
                    display(rival.method()),
                    display(method));
              });
    }
    Callee body = external(method);
    if (reachability.hiddenFrom(method, companionPackage).isPresent()) {
      if (program.unit().method(method).isEmpty()) {
        requireVisible(method, complaint);
      }
      body = new Callee.Helper(program.helper(method));
    }
    Custom custom = custom(method, body);
    // Rules may name each other, and this method.
    known.put(method, custom);
    return custom.declare(differential(method, own, complaint));
  }

  private Differential differential(
      ExecutableElement method, List<DerivativeRule> own, Complaint complaint) {
    if (own.get(0).isPullback()) {
      return new Differential.Pullback(rule(own.get(0), complaint), own.get(0).takesResult());
    }
    List<Optional<Partial>> partials =
        new ArrayList<>(Collections.nCopies(method.getParameters().size(), Optional.empty()));
    for (DerivativeRule rule : own) {
      Partial partial =
          new Partial(
              rule(rule, complaint),
              rule.takesResult(),
              SignatureTypes.type(rule.method().getReturnType()));
      partials.set(rule.parameter(), Optional.of(partial));
    }
    return new Differential.Partials(partials);
  }

  private Callee rule(DerivativeRule rule, Complaint complaint) {
    ExecutableElement method = rule.method();
    Optional<Custom> custom = of(method, complaint);
    if (custom.isPresent()) {
      return custom.get();
    }
    if (program.unit().method(method).isPresent()) {
      return new Callee.Helper(program.ruleHelper(method));
    }
    return unknown(method, complaint);
  }

  private void requireVisible(ExecutableElement method, Complaint complaint) {
    reachability
        .hiddenFrom(method, companionPackage)
        .ifPresent(
            hidden -> {
              throw complaint.of(
                  Code.RULE_UNUSABLE,
                  display(method),
                  "the companion cannot see '" + hidden + "'",
                  "Make it visible to the package of the differentiated method");
            });
  }

  private static Custom custom(ExecutableElement method, Callee body) {
    return new Custom(display(method), body);
  }

  private static Callee external(ExecutableElement method) {
    String owner = PureFunctions.owner(method);
    boolean pure = owner.equals(PASSIVE);
    return new Callee.Method(
        owner, method.getSimpleName().toString(), pure ? Opaque.Effect.NONE : Opaque.Effect.WRITES);
  }

  /** The method as a reader names it. */
  static String display(ExecutableElement method) {
    return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
  }
}
