package dev.cotangent.processor;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.emit.CompanionPrograms.Linked;
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
import java.util.HashSet;
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
  private final Map<String, Linked> written = new HashMap<>();
  private final Map<Call, Set<MethodKey>> waiting = new LinkedHashMap<>();

  /**
   * A call that a derivative makes.
   *
   * @param link the callee's {@code Link}
   * @param callee the callee as readers name it
   * @param runs how often it runs where the user's method calls it once
   */
  record Call(String link, String callee, SourceRange range, Runs runs) {}

  /** How often a callee runs. */
  enum Runs {
    /** Once, by its sweeps. */
    ONCE,
    /** Again for each derivative of a derivative within the method. */
    NESTED,
    /** Again for each row of a Hessian. */
    OF_ROWS
  }

  LinkedCalls(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  /** The calls of other companions in a method's derivatives, with those that are repeated. */
  static Set<Call> all(Program primal, CompanionPrograms programs, Set<Call> repeated) {
    Set<Call> all = in(primal, programs);
    all.addAll(repeated);
    return all;
  }

  private static Set<Call> in(Program primal, CompanionPrograms programs) {
    Set<Call> called = new LinkedHashSet<>();
    Map<SourceRange, List<String>> templates = new HashMap<>();
    programs.derivatives().values().stream()
        .flatMap(derived -> derived.program().functions().stream())
        .forEach(function -> Structure.forEach(function.body(), op -> collect(op, templates)));
    Consumer<Op> keep =
        op ->
            link(op, Runs.ONCE)
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

  /** The call that an operation is of another file's method. */
  static Optional<Call> link(Op op, Runs runs) {
    return op instanceof Invoke invoke
            && invoke.callee().differential() instanceof Differential.Linked linked
            && linked.sweeps().isPresent()
            && linked.sweeps().get().forward() instanceof Custom forward
            && forward.body() instanceof Callee.Method member
        ? Optional.of(new Call(member.owner(), invoke.callee().display(), invoke.source(), runs))
        : Optional.empty();
  }

  /** Notes what is known once a companion is written. */
  void add(MethodKey method, String companion, Pipeline.Outcome outcome) {
    outcome.links().ifPresent(links -> written.put(companion + '.' + LinkMember.CLASS, links));
    for (Call call : outcome.calls()) {
      waiting.computeIfAbsent(call, key -> new LinkedHashSet<>()).add(method);
    }
  }

  /** Reports each call of which it is known by now that it will not do. */
  void report() {
    for (Call call : List.copyOf(waiting.keySet())) {
      reason(call)
          .ifPresent(
              diagnostic ->
                  waiting.remove(call).stream()
                      .flatMap(method -> method.find(elements).stream())
                      .forEach(method -> reporter.report(method, diagnostic)));
    }
  }

  private Optional<Diagnostic> reason(Call call) {
    Optional<Diagnostic> refused = refusal(call.link).map(reason -> unusable(call, reason));
    return refused.isPresent() || call.runs == Runs.ONCE || !mustRunOnce(call.link, new HashSet<>())
        ? refused
        : Optional.of(repeated(call));
  }

  private Optional<String> refusal(String link) {
    return written.containsKey(link)
        ? written.get(link).refusal()
        : constant(link, LinkMember.REFUSED).map(String::valueOf);
  }

  /** Whether the method, or one that it calls in yet another file, has effects. */
  private boolean mustRunOnce(String link, Set<String> seen) {
    Linked known = written.get(link);
    boolean own =
        known != null ? !known.repeats().own() : constant(link, LinkMember.ONCE).isPresent();
    List<String> calls =
        known != null
            ? known.repeats().links()
            : constant(link, LinkMember.CALLS)
                .map(list -> List.of(list.toString().split(",")))
                .orElse(List.of());
    return own || calls.stream().anyMatch(next -> seen.add(next) && mustRunOnce(next, seen));
  }

  private Optional<Object> constant(String link, String name) {
    TypeElement type = elements.getTypeElement(link);
    return type == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals(name))
            .map(VariableElement::getConstantValue)
            .findFirst();
  }

  private static Diagnostic unusable(Call call, String reason) {
    return Diagnostic.of(
        Code.LINK_UNUSABLE,
        call.range,
        call.callee,
        "it cannot be differentiated from elsewhere: " + reason,
        "Give '" + call.callee + "' a @DerivativeOf rule, or move it into this file");
  }

  private static Diagnostic repeated(Call call) {
    return Diagnostic.of(
        Code.EFFECT_REPEATED,
        call.range,
        "'" + call.callee + "' in another file does something besides");
  }
}
