package dev.cotangent.processor.corpus;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.Composition;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.FrontEnds;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Keeps the program of each annotated method without records among its parameters, as the front end
 * makes it, by its companion.
 */
final class ProgramRecorder extends AbstractProcessor {
  private final Map<String, Composition> programs = new LinkedHashMap<>();

  /** The programs, by the qualified name of the companion. */
  Map<String, Composition> programs() {
    return programs;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Differentiable.class.getName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    MethodReader reader =
        new MethodReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    FrontEnd frontEnd = FrontEnds.of(processingEnv);
    for (ExecutableElement method :
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(Differentiable.class))) {
      if (reader.read(method).orElse(null) instanceof MethodReader.Reading.Complete read
          && !read.model().takesRecords()
          && frontEnd.lower(method) instanceof Lowered.Success lowered) {
        MethodModel model = read.model();
        programs.put(
            model.names().qualifiedCompanion(),
            new Composition(lowered.program(), model.activity(), model.nonSmooth()));
      }
    }
    return false;
  }
}
