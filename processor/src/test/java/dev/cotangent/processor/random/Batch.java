package dev.cotangent.processor.random;

import dev.cotangent.processor.Variation;
import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import dev.cotangent.processor.corpus.Examination;
import dev.cotangent.processor.corpus.Examination.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles programs in one compilation and examines each. A program that does not come through the
 * compiler is told from the others, which are compiled once more without it.
 */
final class Batch {
  /** What is found of a program that Java itself or the processor does not take, by design. */
  static final String REFUSED = "refused";

  static final String INVALID = "invalid";

  /**
   * What is known of the twin, and no mismatch: it has no second derivatives through rules of the
   * user's own, and does not write numbers back to an array beside those that it is asked for if
   * the method throws.
   */
  private static final List<String> NOTHING_SAID =
      List.of("no second derivative through it", "scalar threw and left the arguments");

  private static final Pattern FILE = Pattern.compile("(P\\d+)(?:Link)?(\\w*)\\.java");
  private static final Pattern CODE = Pattern.compile("\\[(COT\\d+)]");
  private static final String INTERNAL_ERROR = "COT900";

  private final Variation variation;
  private final Map<String, List<Finding>> findings = new LinkedHashMap<>();

  private Batch(Variation variation) {
    this.variation = variation;
  }

  /** What is found of each program, by its name; nothing of a program that is right. */
  static Map<String, List<Finding>> examine(List<Program> programs, Variation variation) {
    Batch batch = new Batch(variation);
    programs.forEach(program -> batch.findings.put(program.name(), new ArrayList<>()));
    batch.run(programs);
    return batch.findings;
  }

  private void run(List<Program> programs) {
    if (programs.isEmpty()) {
      return;
    }
    Compiled compiled =
        CompanionHarness.strict()
            .lenient()
            .withOnlyProcessor(variation.processor())
            // Points are annotations that no processor claims.
            .with("-Xlint:-processing", "-parameters")
            .run(
                programs.stream()
                    .flatMap(program -> program.sources().stream())
                    .toArray(String[]::new));
    compiled.diagnostics().forEach(this::note);
    if (!compiled.success()) {
      List<Program> rest =
          programs.stream().filter(program -> findings.get(program.name()).isEmpty()).toList();
      if (rest.size() == programs.size()) {
        throw new AssertionError(compiled.messages());
      }
      run(rest);
      return;
    }
    for (Program program : programs) {
      List<Finding> found = findings.get(program.name());
      if (found.isEmpty()) {
        Examination.of(compiled, program.qualifiedName(), program.companion()).stream()
            .filter(finding -> !program.wild() || !finding.isNaN())
            .filter(finding -> NOTHING_SAID.stream().noneMatch(finding.complaint()::contains))
            .forEach(found::add);
      }
    }
  }

  private void note(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getSource() == null) {
      return;
    }
    Matcher file = FILE.matcher(diagnostic.getSource().getName());
    boolean error = diagnostic.getKind() == Diagnostic.Kind.ERROR;
    if (!file.find() || diagnostic.getKind() == Diagnostic.Kind.NOTE) {
      return;
    }
    boolean generated = !file.group(2).isEmpty();
    if (generated || error) {
      String text = diagnostic.getMessage(Locale.ROOT);
      String position = file.group() + ':' + diagnostic.getLineNumber() + ": ";
      findings.get(file.group(1)).add(new Finding(kind(text, generated), position + text));
    }
  }

  private static String kind(String text, boolean generated) {
    Matcher code = CODE.matcher(text);
    if (generated) {
      return "companion does not compile";
    }
    if (!code.find()) {
      return INVALID;
    }
    return code.group(1).equals(INTERNAL_ERROR) ? "internal error" : REFUSED + " " + code.group(1);
  }
}
