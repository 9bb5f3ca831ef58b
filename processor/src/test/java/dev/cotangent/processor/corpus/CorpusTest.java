package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each method of the corpus at each of its points before all witnesses. A failing test lists
 * everything that was found wrong with its method.
 */
final class CorpusTest {
  /** What is known to be wrong, as "method: witness"; a line that is wrong no more fails. */
  private static final Set<String> KNOWN_FAILURES = Set.of();

  private static final List<Subject> SUBJECTS = Corpus.load();

  @TestFactory
  Stream<DynamicTest> agreesWithAllWitnesses() {
    return SUBJECTS.stream().map(subject -> dynamicTest(subject.name(), () -> examine(subject)));
  }

  @Test
  void isLargeEnoughToMeanSomething() {
    assertTrue(SUBJECTS.size() >= 100, "only " + SUBJECTS.size() + " methods");
    for (Subject subject : SUBJECTS) {
      assertTrue(!subject.points().isEmpty(), subject + " has no point");
    }
  }

  private static void examine(Subject subject) {
    List<String> findings = new ArrayList<>();
    for (Witness witness : Witnesses.ALL) {
      String key = subject + ": " + witness.name();
      List<String> complaints = new ArrayList<>();
      witness.examine(subject, complaints::add);
      if (!KNOWN_FAILURES.contains(key)) {
        complaints.forEach(complaint -> findings.add(key + " " + complaint));
      } else if (complaints.isEmpty()) {
        findings.add(key + " is right: remove it from the known failures");
      }
    }
    if (!findings.isEmpty()) {
      Assertions.fail(String.join("\n", findings));
    }
  }
}
