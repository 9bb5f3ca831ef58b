package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/**
 * The front end for compilers that show no trees, such as Eclipse's: finds the text of the file and
 * has it parsed by the compiler of the Java runtime.
 */
final class TextFrontEnd implements FrontEnd {
  private final ProcessingEnvironment environment;
  private final ParsedDeclarations declarations;

  TextFrontEnd(ProcessingEnvironment environment) {
    this.environment = environment;
    this.declarations = new ParsedDeclarations(SourceTexts.of(environment));
  }

  @Override
  public boolean hasSource(ExecutableElement method) {
    return declarations.isCompiled(method);
  }

  @Override
  public Lowered lower(ExecutableElement method) {
    Optional<ParsedFile> file = declarations.file(method);
    if (file.isEmpty()) {
      return SourcelessFrontEnd.refused(method, "it keeps the text of the file to itself");
    }
    Optional<Diagnostic> mistake = file.get().mistake();
    if (mistake.isPresent()) {
      return new Lowered.Refused(List.of(mistake.get()));
    }
    SourceUnit unit = new SourceUnit(declarations, file.get().tree());
    return unit.method(method).isEmpty()
        ? SourcelessFrontEnd.refused(method, "the text of the file does not declare the method")
        : ProgramLowering.lower(unit, environment, method);
  }

  @Override
  public Optional<SourceText> source(ExecutableElement method) {
    return declarations
        .file(method)
        .map(file -> new SourceUnit(declarations, file.tree()))
        .flatMap(unit -> unit.text(method));
  }

  /**
   * Such a compiler takes messages for elements alone. Eclipse's can be talked into an exact place;
   * of others the message itself says it.
   */
  @Override
  public boolean print(Kind kind, String message, ExecutableElement method, SourceRange range) {
    boolean exact =
        EclipseBinding.of(method)
            .filter(
                binding ->
                    binding.at(
                        range, () -> environment.getMessager().printMessage(kind, message, method)))
            .isPresent();
    if (!exact) {
      String place = " [line %d, column %d]".formatted(range.line(), range.column());
      environment.getMessager().printMessage(kind, message + place, method);
    }
    return true;
  }
}
