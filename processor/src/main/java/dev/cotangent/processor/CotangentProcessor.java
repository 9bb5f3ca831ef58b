package dev.cotangent.processor;

import com.google.auto.service.AutoService;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.FrontEnds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * What the compiler runs: writes the companion of each method annotated with
 * {@code @Differentiable}.
 *
 * <p>Knows rounds and nothing about derivatives. A method whose signature or body names what does
 * not exist yet waits for the next round, by name, since elements belong to a round. In the last
 * round what still waits is reported. Methods are independent of each other: a mistake in one, or
 * in this processor, costs that one its companion.
 */
@AutoService(Processor.class)
public final class CotangentProcessor extends AbstractProcessor {
  private static final String ANNOTATION = "dev.cotangent.Differentiable";

  private static final String RULE = "dev.cotangent.DerivativeOf";
  private static final String NON_DIFFERENTIABLE = "dev.cotangent.NonDifferentiable";

  /** On what this processor writes; claimed so that no compiler wonders whose it is. */
  private static final String MARKER = "dev.cotangent.runtime.CotangentGenerated";

  private final Map<MethodKey, CompanionWriter.Waiting> waiting = new LinkedHashMap<>();
  private final Choices choices;
  private CompanionWriter writer;

  /** Whether this processor cannot work, and has said so. */
  private boolean crippled;

  /** Made by the compiler. */
  public CotangentProcessor() {
    this(Choices.STANDARD);
  }

  /** Made by tests. */
  CotangentProcessor(Choices choices) {
    this.choices = choices;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ANNOTATION, RULE, "dev.cotangent.Wrt", NON_DIFFERENTIABLE, MARKER);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      reportWaiting();
      return true;
    }
    if (!annotations.isEmpty() && !isWhole()) {
      return true;
    }
    Set<MethodKey> methods = new LinkedHashSet<>(waiting.keySet());
    for (TypeElement annotation : annotations) {
      Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
      switch (annotation.getQualifiedName().toString()) {
        case ANNOTATION ->
            ElementFilter.methodsIn(annotated).forEach(method -> methods.add(MethodKey.of(method)));
        case RULE -> ElementFilter.methodsIn(annotated).forEach(writer()::checkRule);
        case NON_DIFFERENTIABLE -> annotated.forEach(writer()::checkNonDifferentiable);
        default -> {}
      }
    }
    if (!methods.isEmpty()) {
      process(methods);
    }
    return true;
  }

  /** Whether all libraries are there; says once what is missing. */
  private boolean isWhole() {
    Optional<Diagnostic> missing =
        crippled || writer != null ? Optional.empty() : Libraries.missing();
    missing.ifPresent(it -> processingEnv.getMessager().printMessage(Kind.ERROR, it.message()));
    crippled |= missing.isPresent();
    return !crippled;
  }

  private void process(Set<MethodKey> methods) {
    List<ExecutableElement> elements = new ArrayList<>();
    for (MethodKey key : methods) {
      key.find(processingEnv.getElementUtils()).ifPresent(elements::add);
    }
    waiting.clear();
    writer().write(elements).forEach((method, what) -> waiting.put(MethodKey.of(method), what));
  }

  private void reportWaiting() {
    waiting.forEach(
        (key, what) ->
            key.find(processingEnv.getElementUtils())
                .ifPresent(method -> writer().giveUp(method, what)));
    waiting.clear();
  }

  /** Made for the first method: a compilation without any loads no front end. */
  private CompanionWriter writer() {
    if (writer == null) {
      FrontEnd frontEnd = FrontEnds.of(processingEnv);
      Reporter reporter = new Reporter(processingEnv.getMessager(), frontEnd);
      writer = new CompanionWriter(processingEnv, frontEnd, reporter, choices);
    }
    return writer;
  }
}
