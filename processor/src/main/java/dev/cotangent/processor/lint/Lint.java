package dev.cotangent.processor.lint;

import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Program;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a method's program before it is differentiated. Input: the program as the user wrote it,
 * helpers inlined, nothing merged yet, so that every place is still there. Output: diagnostics in
 * source order, each place once, however often a helper was inlined.
 */
public final class Lint {
  private static final Map<Concern, Check> CHECKS = new EnumMap<>(Concern.class);

  static {
    CHECKS.put(Concern.CUTS, new Cuts());
    CHECKS.put(Concern.INFLUENCE, new Influence());
    CHECKS.put(Concern.KINKS, new Kinks());
    CHECKS.put(Concern.BRANCHES, new Branches());
    CHECKS.put(Concern.OVERWRITES, new Overwrites());
    CHECKS.put(Concern.FORMS, new Forms());
  }

  private Lint() {}

  /**
   * Examines a program.
   *
   * @param wrt for each parameter of the method, whether it is differentiated
   * @param concerns what to look for; errors are found in any case
   */
  public static List<Diagnostic> examine(
      Program program, List<Boolean> wrt, Set<Concern> concerns) {
    List<Scene> scenes = Scenes.of(program, wrt);
    List<Diagnostic> errors = found(List.of(new Bits()), scenes);
    List<Check> wanted = concerns.stream().sorted().map(CHECKS::get).toList();
    return errors.isEmpty() ? found(wanted, scenes) : errors;
  }

  private static List<Diagnostic> found(List<Check> checks, List<Scene> scenes) {
    Set<Diagnostic> found = new LinkedHashSet<>();
    scenes.forEach(scene -> checks.forEach(check -> check.examine(scene, found::add)));
    return found.stream()
        .sorted(Comparator.comparingInt(diagnostic -> diagnostic.range().start()))
        .toList();
  }
}
