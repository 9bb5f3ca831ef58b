package dev.cotangent.processor.docs;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.FrontEnds;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodReader;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.ScatterRecords;
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
 * Keeps what each annotated method looks like between the stages, on the way to its gradient. Made
 * for methods that have neither helpers nor repeated terms, so that preparing them changes nothing.
 */
final class StageRecorder extends AbstractProcessor {
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** The text of a method's program after a stage. */
  String text(String stage, String method) {
    String text = texts.get(stage + " " + method);
    if (text == null) {
      throw new AssertionError("no " + stage + " " + method + " among " + texts.keySet());
    }
    return text;
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
          && read.model().isNumber()
          && !read.model().takesRecords()
          && frontEnd.lower(method) instanceof Lowered.Success lowered) {
        record(read.model(), lowered.program());
      }
    }
    return false;
  }

  private void record(MethodModel model, Program lowered) {
    String method = model.names().display();
    Program scattered = new ScatterRecords().run(lowered);
    Program reverse = Vjp.differentiate(scattered, model.activity(), model.nonSmooth());
    int shadows = (int) model.inputs().stream().filter(Input::isWrtArray).count();
    Facts facts = Facts.shadows(model.inputs().size(), shadows);
    Program simplified = Passes.run(Passes.standard(facts), reverse);
    texts.put("lowered " + method, text(lowered));
    texts.put("reverse " + method, text(reverse));
    texts.put("simplified " + method, text(simplified));
  }

  private static String text(Program program) {
    return program.toString().strip() + "\n";
  }
}
