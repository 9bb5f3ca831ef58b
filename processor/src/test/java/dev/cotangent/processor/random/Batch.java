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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles programs in one compilation and examines each. A program that does not come through the
 * compiler is told from the others, which are compiled once more without it: with the companions
 * that they have by then.
 */
final class Batch {
  /** What is found of a program that Java itself or the processor does not take, by design. */
  static final String REFUSED = "refused";

  static final String INVALID = "invalid";

  private static final String NOT_LOADABLE = REFUSED + " by the virtual machine";

  /** What is known of the twin, and no mismatch: it has none through rules of the user's own. */
  private static final String NOTHING_SAID = "no second derivative through it";

  private static final Pattern FILE = Pattern.compile("(P\\d+)(?:Link)?(\\w*)\\.java");
  private static final Pattern COMPANION = Pattern.compile("corpus\\.(P\\d+?)(?:Link\\w*|\\D\\w*)");
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
    CompanionHarness harness = harness().withOnlyProcessor(variation.processor());
    Compiled compiled = harness.run(texts(programs));
    List<Program> right = noted(programs, compiled);
    if (compiled.success()) {
      look(compiled, right);
      return;
    }
    Map<String, List<String>> companions = companions(compiled);
    Map<Boolean, List<Program>> written =
        right.stream()
            .collect(
                Collectors.partitioningBy(
                    program ->
                        companions.getOrDefault(program.name(), List.of()).size()
                            == program.companions()));
    run(written.get(true), companions);
    run(written.get(false));
  }

  /** Compiles the programs with the companions that they have already. */
  private void run(List<Program> programs, Map<String, List<String>> companions) {
    if (programs.isEmpty()) {
      return;
    }
    Stream<String> written =
        programs.stream().flatMap(program -> companions.get(program.name()).stream());
    String[] all = Stream.concat(Stream.of(texts(programs)), written).toArray(String[]::new);
    Compiled compiled = harness().withoutProcessor().run(all);
    List<Program> right = noted(programs, compiled);
    if (compiled.success()) {
      look(compiled, right);
    } else {
      run(right, companions);
    }
  }

  private static String[] texts(List<Program> programs) {
    return programs.stream().flatMap(program -> program.sources().stream()).toArray(String[]::new);
  }

  private CompanionHarness harness() {
    // Points are annotations that no processor claims.
    return CompanionHarness.strict()
        .lenient()
        .with("-Xlint:-processing", "-parameters")
        .with(variation.options());
  }

  /** Those of the programs of which the compiler says nothing. */
  private List<Program> noted(List<Program> programs, Compiled compiled) {
    compiled.diagnostics().forEach(this::note);
    List<Program> right =
        programs.stream().filter(program -> findings.get(program.name()).isEmpty()).toList();
    if (!compiled.success() && right.size() == programs.size()) {
      throw new AssertionError(compiled.messages());
    }
    return right;
  }

  /** The companions that were written, by the programs that they belong to. */
  private static Map<String, List<String>> companions(Compiled compiled) {
    return compiled.generated().stream()
        .collect(
            Collectors.groupingBy(
                Batch::program, Collectors.mapping(compiled::source, Collectors.toList())));
  }

  private static String program(String companion) {
    Matcher name = COMPANION.matcher(companion);
    if (!name.matches()) {
      throw new IllegalStateException("no program has the companion " + companion);
    }
    return name.group(1);
  }

  private void look(Compiled compiled, List<Program> programs) {
    for (Program program : programs) {
      List<Finding> found = findings.get(program.name());
      if (!program.classes().stream().allMatch(type -> Examination.isLoadable(compiled, type))) {
        found.add(new Finding(NOT_LOADABLE, "the class cannot be loaded"));
        continue;
      }
      List<Finding> all = Examination.of(compiled, program.qualifiedName(), program.companion());
      all.stream()
          .filter(finding -> !program.wild() || !finding.isNaN())
          .filter(finding -> !finding.complaint().contains(NOTHING_SAID))
          .forEach(found::add);
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
