package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Compiled;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes a method whose points nobody has thought about before those witnesses that can tell by
 * themselves whether they have something to say there.
 */
public final class Examination {
  private static final List<Witness> WITNESSES =
      List.of(
          Witness.atEachPoint("primal", new PrimalWitness()),
          new HolderWitness(),
          Witness.atEachPoint("twin", DoubtfulWitnesses::twin),
          Witness.atEachPoint("forward", DoubtfulWitnesses::forward),
          Witness.atEachPoint("second order", DoubtfulWitnesses::secondOrder),
          Witness.atEachPoint("hessian", DoubtfulWitnesses::hessian),
          Witness.atEachPoint("jacobian", DoubtfulWitnesses::jacobian),
          Witness.atEachPoint("several directions", DoubtfulWitnesses::jvps),
          Witness.atEachPoint("pullback", DoubtfulWitnesses::pullback),
          Witness.atEachPoint("differences", DoubtfulWitnesses::differences));

  private Examination() {}

  /**
   * Something wrong.
   *
   * @param witness who says so
   * @param complaint what is wrong
   */
  public record Finding(String witness, String complaint) {
    /** Whether it is only that a derivative is NaN: infinite partials, even of what is not used. */
    public boolean isNaN() {
      return complaint.contains(Doubt.NOT_A_NUMBER);
    }
  }

  /**
   * Whether the user's class is one that the virtual machine takes: javac makes mistakes too, and
   * constants may throw.
   */
  public static boolean isLoadable(Compiled compiled, String type) {
    try {
      compiled.load(type);
      return true;
    } catch (LinkageError mistake) {
      return false;
    }
  }

  /**
   * Looks at the method with that companion, which is annotated with {@link At}; it is the only one
   * of its class that is.
   */
  public static List<Finding> of(Compiled compiled, String type, String companion) {
    List<Finding> findings = new ArrayList<>();
    Method method =
        Stream.of(compiled.load(type).getDeclaredMethods())
            .filter(candidate -> candidate.isAnnotationPresent(At.class))
            .findFirst()
            .orElseThrow();
    Companion members = compiled.companion(companion);
    if (method.getReturnType() != double.class && method.getReturnType() != float.class) {
      ManySubject subject = new ManySubject(method, members, compiled.user(type));
      DoubtfulResults.examine(subject, text -> findings.add(new Finding("results", text)));
      return findings;
    }
    Subject subject = new Subject(method, members, compiled.user(type));
    for (Witness witness : WITNESSES) {
      try {
        witness.examine(subject, complaint -> findings.add(new Finding(witness.name(), complaint)));
      } catch (RuntimeException | Error thrown) {
        findings.add(new Finding(witness.name(), thrown.toString()));
      }
    }
    return findings;
  }
}
