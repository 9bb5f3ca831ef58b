package dev.cotangent.processor;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.emit.CompanionEmitter;
import dev.cotangent.processor.emit.CompanionSource;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodReader;
import dev.cotangent.processor.frontend.MethodReader.Reading;
import dev.cotangent.processor.frontend.RuleCheck;
import dev.cotangent.processor.frontend.SignatureFinding;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.lint.Selection;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Writes the companions of one round's methods, in their order, each on its own: whatever goes
 * wrong with one is reported there, and its companion is written with the right members and bodies
 * that throw, so that one mistake is one error.
 */
final class CompanionWriter {
  /**
   * What is known of a method that waits for the next round: its model, if it could be read, and
   * what to report.
   */
  record Waiting(Optional<MethodModel> model, List<Diagnostic> diagnostics) {}

  private final ProcessingEnvironment environment;
  private final FrontEnd frontEnd;
  private final Reporter reporter;
  private final MethodReader reader;
  private final CompanionClaims claims;
  private final RuleCheck check;
  private final Options options;
  private final Choices choices;
  private final Insights insights;
  private final LinkedCalls linkedCalls;

  CompanionWriter(
      ProcessingEnvironment environment, FrontEnd frontEnd, Reporter reporter, Choices choices) {
    this.environment = environment;
    this.frontEnd = frontEnd;
    this.reporter = reporter;
    this.reader = new MethodReader(environment.getElementUtils(), environment.getTypeUtils());
    this.claims = new CompanionClaims(environment.getElementUtils());
    this.check = new RuleCheck(environment.getElementUtils());
    this.options = Options.of(environment.getOptions());
    this.choices = options.vector() && hasVectors() ? choices.withVectors() : choices;
    this.insights = new Insights(environment.getFiler(), frontEnd, options);
    this.linkedCalls = new LinkedCalls(environment.getElementUtils(), reporter);
    options.lint().unknown().forEach(this::reportUnknownLint);
  }

  /** Whether the Vector API is there for what loops are to use; says if it is not. */
  private boolean hasVectors() {
    String type = ReferenceType.VECTOR.qualifiedName();
    boolean found = environment.getElementUtils().getTypeElement(type) != null;
    if (!found) {
      String module = type.substring(0, type.lastIndexOf('.'));
      reporter.report(Diagnostic.of(Code.NO_VECTORS, SourceRange.NONE, module));
    }
    return found;
  }

  private void reportUnknownLint(String word) {
    reporter.report(Diagnostic.of(Code.UNKNOWN_LINT, SourceRange.NONE, word, Selection.words()));
  }

  /** Writes what can be written in this round; gives what must wait. */
  Map<ExecutableElement, Waiting> write(List<ExecutableElement> methods) {
    frontEnd.begin(methods);
    Map<ExecutableElement, Reading> readings = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      isolated(method, Optional.empty(), () -> read(method, readings));
    }
    claims.add(readings);
    Map<ExecutableElement, Waiting> waiting = new LinkedHashMap<>();
    try (Workers workers = new Workers(readings.size())) {
      Deque<Runnable> begun = new ArrayDeque<>();
      readings.forEach(
          (method, reading) -> {
            begun.add(begin(method, reading, workers, waiting));
            if (begun.size() > workers.ahead()) {
              begun.remove().run();
            }
          });
      begun.forEach(Runnable::run);
    }
    linkedCalls.report();
    return waiting;
  }

  /** Reports what is wrong with a derivative rule. */
  void checkRule(ExecutableElement rule) {
    isolated(rule, Optional.empty(), () -> check.rule(rule).forEach(this::report));
  }

  /** Reports a {@code @NonDifferentiable} that has no meaning. */
  void checkNonDifferentiable(Element element) {
    check.nonDifferentiable(element).forEach(this::report);
  }

  /** Reports what a method was still waiting for in the last round. */
  void giveUp(ExecutableElement method, Waiting what) {
    Set<String> suppressed = what.model().map(MethodModel::suppress).orElse(Set.of());
    what.diagnostics().forEach(diagnostic -> reporter.report(method, diagnostic, suppressed));
    what.model().ifPresent(model -> save(method, CompanionEmitter.emitRefused(model)));
  }

  /** Methods of class files have their companions already. */
  private void read(ExecutableElement method, Map<ExecutableElement, Reading> readings) {
    if (frontEnd.hasSource(method)) {
      reader.read(method).ifPresent(reading -> readings.put(method, reading));
    }
  }

  /** Begins with a method; gives what is to be done at its turn, in the methods' order. */
  private Runnable begin(
      ExecutableElement method,
      Reading reading,
      Workers workers,
      Map<ExecutableElement, Waiting> waiting) {
    if (reading instanceof Reading.Unusable unusable) {
      return () -> unusable.findings().forEach(this::report);
    }
    if (reading instanceof Reading.Complete complete) {
      Supplier<Optional<Waiting>> rest = Workers.begun(() -> begin(method, complete, workers));
      return () ->
          isolated(
              method,
              Optional.of(complete.model()),
              () -> rest.get().ifPresent(what -> waiting.put(method, what)));
    }
    // If the type never comes, the compiler itself says so.
    return () -> waiting.put(method, new Waiting(Optional.empty(), List.of()));
  }

  /** Reads the method here; what follows needs no compiler and is left to the workers. */
  private Supplier<Optional<Waiting>> begin(
      ExecutableElement method, Reading.Complete reading, Workers workers) {
    List<SignatureFinding> findings = new ArrayList<>(reading.findings());
    findings.addAll(claims.findings(method));
    MethodModel model = reading.model();
    if (!findings.isEmpty()) {
      return () -> refuse(method, model, findings);
    }
    Lowered lowered = Pipeline.lower(frontEnd, method);
    Journal journal = insights.journal();
    Supplier<Pipeline.Outcome> outcome =
        workers.begin(() -> new Pipeline(options, choices, journal).run(lowered, model));
    return () -> write(method, model, journal, outcome.get());
  }

  private Optional<Waiting> refuse(
      ExecutableElement method, MethodModel model, List<SignatureFinding> findings) {
    findings.forEach(this::report);
    if (claims.mayWrite(method)) {
      save(method, CompanionEmitter.emitRefused(model));
    }
    return Optional.empty();
  }

  private Optional<Waiting> write(
      ExecutableElement method, MethodModel model, Journal journal, Pipeline.Outcome outcome) {
    if (outcome.lowered() instanceof Lowered.Unresolved unresolved) {
      return Optional.of(new Waiting(Optional.of(model), unresolved.diagnostics()));
    }
    outcome.diagnostics().forEach(d -> reporter.report(method, d, model.suppress()));
    save(method, outcome.companion().orElseGet(() -> CompanionEmitter.emitRefused(model)));
    insights.write(method, model, journal, outcome);
    linkedCalls.add(MethodKey.of(method), model.names().qualifiedCompanion(), outcome);
    return Optional.empty();
  }

  private void report(SignatureFinding finding) {
    if (finding.annotation() == null) {
      reporter.report(finding.element(), finding.diagnostic());
    } else {
      reporter.report(
          finding.element(), finding.annotation(), finding.value(), finding.diagnostic());
    }
  }

  private void save(ExecutableElement method, CompanionSource source) {
    try (Writer file =
        environment.getFiler().createSourceFile(source.qualifiedName(), method).openWriter()) {
      file.write(source.text());
    } catch (FilerException exists) {
      reporter.report(
          method,
          Diagnostic.of(
              Code.COMPANION_EXISTS,
              SourceRange.NONE,
              method.getSimpleName().toString(),
              source.qualifiedName()));
    } catch (IOException failure) {
      throw new StageFailure("writing the file", failure);
    }
  }

  /**
   * Runs the action; a failure is reported as this processor's own mistake, with method and stage.
   */
  private void isolated(ExecutableElement method, Optional<MethodModel> model, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError failure) {
      reporter.report(method, internalError(method, failure));
      model.filter(m -> claims.mayWrite(method)).ifPresent(m -> saveQuietly(method, m));
    }
  }

  private void saveQuietly(ExecutableElement method, MethodModel model) {
    try {
      save(method, CompanionEmitter.emitRefused(model));
    } catch (RuntimeException alsoFailed) {
      // The first failure has been reported, which stops the compilation.
      return;
    }
  }

  private static Diagnostic internalError(ExecutableElement method, Throwable failure) {
    boolean staged = failure instanceof StageFailure;
    Throwable cause = staged ? failure.getCause() : failure;
    StackTraceElement[] trace = cause.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return Diagnostic.of(
        Code.INTERNAL_ERROR,
        SourceRange.NONE,
        method.getSimpleName().toString(),
        staged ? failure.getMessage() : "reading the signature",
        cause + place);
  }
}
