package dev.cotangent.processor;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Calls of other files' methods by their companions, whose {@code Link} may turn out to be refused:
 * it covers all floating parameters, and not every method is differentiable in all. That is known
 * once the companion of the callee is written, before that of the caller or after; of a class file
 * it is in the class.
 */
final class LinkedCalls {
  private final Elements elements;
  private final Reporter reporter;
  private final Map<String, String> refused = new HashMap<>();
  private final Map<String, Map<Call, MethodKey>> waiting = new LinkedHashMap<>();

  /**
   * A call that a derivative makes.
   *
   * @param link the callee's {@code Link}
   * @param callee the callee as readers name it
   */
  record Call(String link, String callee, SourceRange range) {}

  LinkedCalls(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  /** The calls of other companions in a method's derivatives. */
  static Set<Call> in(Program primal, CompanionPrograms programs) {
    Set<Call> called = new LinkedHashSet<>();
    Map<SourceRange, List<String>> templates = new HashMap<>();
    programs.derivatives().values().stream()
        .flatMap(derived -> derived.program().functions().stream())
        .forEach(function -> Structure.forEach(function.body(), op -> collect(op, templates)));
    Consumer<Op> keep =
        op ->
            link(op)
                .filter(call -> isMentioned(call, templates.getOrDefault(call.range, List.of())))
                .ifPresent(called::add);
    primal.functions().forEach(function -> Structure.forEach(function.body(), keep));
    return called;
  }

  private static void collect(Op op, Map<SourceRange, List<String>> templates) {
    if (op instanceof Opaque opaque) {
      templates.computeIfAbsent(opaque.source(), range -> new ArrayList<>()).add(opaque.template());
    }
  }

  private static boolean isMentioned(Call call, List<String> templates) {
    return templates.stream().anyMatch(template -> template.startsWith("{" + call.link + "}."));
  }

  private static Optional<Call> link(Op op) {
    return op instanceof Invoke invoke
            && invoke.callee().differential() instanceof Differential.Linked linked
            && linked.sweeps().isPresent()
            && linked.sweeps().get().forward() instanceof Custom forward
            && forward.body() instanceof Callee.Method member
        ? Optional.of(new Call(member.owner(), invoke.callee().display(), invoke.source()))
        : Optional.empty();
  }

  /** Notes what is known once a companion is written. */
  void add(MethodKey method, String companion, Pipeline.Outcome outcome) {
    outcome
        .unlinkable()
        .ifPresent(reason -> refused.put(companion + '.' + LinkMember.CLASS, reason));
    for (Call call : outcome.calls()) {
      waiting.computeIfAbsent(call.link, link -> new LinkedHashMap<>()).put(call, method);
    }
  }

  /** Reports each call of which it is known by now that it will not do. */
  void report() {
    for (String link : List.copyOf(waiting.keySet())) {
      reason(link)
          .ifPresent(
              reason -> {
                waiting.remove(link).forEach((call, method) -> report(call, method, reason));
              });
    }
  }

  private Optional<String> reason(String link) {
    if (refused.containsKey(link)) {
      return Optional.of(refused.get(link));
    }
    TypeElement type = elements.getTypeElement(link);
    return type == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals(LinkMember.REFUSED))
            .map(VariableElement::getConstantValue)
            .map(String::valueOf)
            .findFirst();
  }

  private void report(Call call, MethodKey caller, String reason) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.LINK_UNUSABLE,
            call.range,
            call.callee,
            "it cannot be differentiated from elsewhere: " + reason,
            "Give '" + call.callee + "' a @DerivativeOf rule, or move it into this file");
    caller.find(elements).ifPresent(method -> reporter.report(method, diagnostic));
  }
}
