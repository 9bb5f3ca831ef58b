package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.explain.Explanation;
import dev.cotangent.processor.explain.Page;
import dev.cotangent.processor.frontend.FrontEnd;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.SourceText;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.lint.Concern;
import dev.cotangent.processor.lint.Lint;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ExecutableElement;
import javax.tools.StandardLocation;

/**
 * What is written beside a companion for those who want to look inside: a page that explains it,
 * and the programs between the stages.
 */
final class Insights {
  private final Filer filer;
  private final FrontEnd frontEnd;
  private final Options options;

  Insights(Filer filer, FrontEnd frontEnd, Options options) {
    this.filer = filer;
    this.frontEnd = frontEnd;
    this.options = options;
  }

  /** Begins to note a method's programs, if anybody will look at them. */
  Journal journal() {
    return new Journal(options.explain() || options.dumpIr());
  }

  /** Writes what the options ask for; a method that was refused has programs, but no page. */
  void write(
      ExecutableElement method, MethodModel model, Journal journal, Pipeline.Outcome outcome) {
    if (options.dumpIr()) {
      save(method, model, ".ir.txt", journal.text());
    }
    if (options.explain() && outcome.companion().isPresent()) {
      String companion = outcome.companion().get().text();
      frontEnd
          .source(method)
          .flatMap(source -> explanation(model, source, journal, companion))
          .ifPresent(it -> save(method, model, ".html", Page.of(it)));
    }
  }

  private static Optional<Explanation> explanation(
      MethodModel model, SourceText source, Journal journal, String companion) {
    String mode = (model.isNumber() ? Derivative.GRADIENT : Derivative.VJP).name();
    Optional<Program> method = journal.last(Journal.METHOD, Stages.UNFOLDED);
    Optional<Program> adjoint = journal.last(mode, Stages.SIMPLIFIED);
    return method.flatMap(
        unfolded ->
            adjoint.map(
                sweeps ->
                    new Explanation(
                        model,
                        source,
                        unfolded,
                        sweeps,
                        Lint.examine(unfolded, model.activity(), EnumSet.allOf(Concern.class)),
                        companion)));
  }

  /** Beside the companion's source; build tools that follow single files know where it is from. */
  private void save(ExecutableElement method, MethodModel model, String kind, String text) {
    MethodModel.Names names = model.names();
    String name = names.companion() + kind;
    try (Writer file =
        filer
            .createResource(StandardLocation.SOURCE_OUTPUT, names.packageName(), name, method)
            .openWriter()) {
      file.write(text);
    } catch (IOException failure) {
      throw new StageFailure("writing " + name, failure);
    }
  }
}
