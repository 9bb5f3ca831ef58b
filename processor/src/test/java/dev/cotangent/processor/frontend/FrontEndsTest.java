package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cotangent.processor.diagnostics.Code;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Which front end a compiler gets, and methods that come from class files. */
class FrontEndsTest {
  /** Runs in the first round of a compilation that names a class of the platform. */
  private interface Inspection {
    void inspect(ProcessingEnvironment environment, ExecutableElement method);
  }

  private static void inClassFile(Inspection inspection) {
    List<Throwable> failures = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null, null, null, List.of("-proc:only"), List.of("java.lang.StrictMath"), null);
    task.setProcessors(
        List.of(
            new AbstractProcessor() {
              @Override
              public Set<String> getSupportedAnnotationTypes() {
                return Set.of("*");
              }

              @Override
              public SourceVersion getSupportedSourceVersion() {
                return SourceVersion.latestSupported();
              }

              @Override
              public boolean process(
                  Set<? extends TypeElement> annotations, RoundEnvironment round) {
                for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
                  seen.add(type.getQualifiedName().toString());
                  try {
                    inspection.inspect(
                        processingEnv, ElementFilter.methodsIn(type.getEnclosedElements()).get(0));
                  } catch (RuntimeException | Error e) {
                    failures.add(e);
                  }
                }
                return false;
              }
            }));
    task.call();
    assertEquals(List.of(), failures);
    assertEquals(List.of("java.lang.StrictMath"), seen);
  }

  @Test
  void methodOfAClassFileHasNoSourceAndIsRefusedIfLoweredAllTheSame() {
    inClassFile(
        (environment, method) -> {
          FrontEnd frontEnd = FrontEnds.of(environment);
          assertInstanceOf(TreeFrontEnd.class, frontEnd);
          assertFalse(frontEnd.hasSource(method));
          Lowered lowered = frontEnd.lower(method);
          assertEquals(Code.NO_SOURCE, lowered.diagnostics().get(0).code());
        });
  }

  @Test
  void compilerWithoutTreesRefusesWhatItHasNoTextOf() {
    inClassFile(
        (environment, method) -> {
          InvocationHandler forward =
              (proxy, called, arguments) -> called.invoke(environment, arguments);
          ProcessingEnvironment foreign =
              (ProcessingEnvironment)
                  Proxy.newProxyInstance(
                      FrontEndsTest.class.getClassLoader(),
                      new Class<?>[] {ProcessingEnvironment.class},
                      forward);
          FrontEnd frontEnd = FrontEnds.of(foreign);
          Lowered lowered = frontEnd.lower(method);
          assertInstanceOf(Lowered.Refused.class, lowered);
          assertEquals(Code.NO_SOURCE, lowered.diagnostics().get(0).code());
          assertInstanceOf(TextFrontEnd.class, frontEnd);
        });
  }

  @Test
  void environmentThatNobodyWrappedIsItself() {
    inClassFile((environment, method) -> assertSame(environment, Environments.unwrap(environment)));
  }
}
