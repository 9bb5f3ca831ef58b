package dev.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import dev.cotangent.processor.diagnostics.Reporter;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.FrontEnds;
import dev.cotangent.processor.frontend.Lowered;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** A stage that fails costs the method at hand its companion, and says so. */
class CompanionWriterTest {
  /** Fails on methods of certain names. */
  private record Failing(FrontEnd delegate) implements FrontEnd {
    @Override
    public boolean hasSource(ExecutableElement method) {
      return true;
    }

    @Override
    public Lowered lower(ExecutableElement method) {
      String name = method.getSimpleName().toString();
      if (name.equals("crashes")) {
        throw new IllegalStateException("out of order");
      }
      return name.equals("malformed")
          ? new Lowered.Success(malformed(), List.of(), Map.of())
          : delegate.lower(method);
    }

    /** Gives back a value that nothing defines. */
    private static Program malformed() {
      Value parameter = new Value(PrimitiveType.DOUBLE);
      Value undefined = new Value(PrimitiveType.DOUBLE);
      return Program.of(
          new Function("malformed", new Builder().region(List.of(parameter), List.of(undefined))));
    }

    @Override
    public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
      return delegate.print(kind, message, method, range);
    }
  }

  /** The processor's one round, with that front end. */
  private static final class OneRound extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("dev.cotangent.Differentiable", "dev.cotangent.runtime.CotangentGenerated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      FrontEnd frontEnd = new Failing(FrontEnds.of(processingEnv));
      CompanionWriter writer =
          new CompanionWriter(
              processingEnv,
              frontEnd,
              new Reporter(processingEnv.getMessager(), frontEnd),
              Choices.STANDARD);
      for (TypeElement annotation : annotations) {
        if (annotation.getSimpleName().contentEquals("Differentiable")) {
          var methods = ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation));
          assertTrue(writer.write(List.copyOf(methods)).isEmpty());
        }
      }
      return true;
    }
  }

  @Test
  void failureNamesMethodAndStageAndCostsOnlyThatMethod() {
    Compiled compiled =
        CompanionHarness.strict()
            .withOnlyProcessor(new OneRound())
            .run(
                """
                package p;
                import dev.cotangent.Differentiable;
                class C {
                  @Differentiable static double crashes(double x) { return x; }
                  @Differentiable static double malformed(double x) { return x; }
                  @Differentiable static double works(double x) { return x; }
                  double use() { return CCrashes.value(1) + CMalformed.gradient(2).dX(); }
                }
                """);
    assertEquals(List.of("COT900@4", "COT900@5"), compiled.codes(), compiled.messages());
    assertEquals(2, compiled.errors().size(), compiled.messages());
    String messages = compiled.messages();
    assertTrue(messages.contains("the front end failed on 'crashes'"), messages);
    assertTrue(messages.contains("verify the method's program failed on 'malformed'"), messages);
    assertTrue(messages.contains("out of order"), messages);
    assertTrue(messages.contains("report it"), messages);
    assertTrue(compiled.source("p.CWorks").contains("into.dX = "), messages);
  }
}
