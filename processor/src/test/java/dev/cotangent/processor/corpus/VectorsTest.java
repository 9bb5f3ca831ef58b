package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corpus with loops on vectors, each method at each of its points before all witnesses. */
final class VectorsTest {
  private static final String VECTOR = "DoubleVector.fromArray";

  /** A vector is an object until the virtual machine compiles what uses it. */
  private static final String ALLOCATION = "allocation";

  @TestFactory
  Stream<DynamicTest> agreesWithAllWitnesses() {
    return Corpus.withVectors().stream()
        .filter(VectorsTest::hasVectors)
        .map(subject -> dynamicTest(subject.name(), () -> examine(subject)));
  }

  private static boolean hasVectors(Subject subject) {
    return Corpus.sourceWithVectors(subject.companion().type().getName()).contains(VECTOR);
  }

  private static void examine(Subject subject) {
    List<String> findings = new ArrayList<>();
    for (Witness witness : Witnesses.ALL) {
      if (witness.name().equals(ALLOCATION)) {
        continue;
      }
      witness.examine(subject, complaint -> findings.add(witness.name() + " " + complaint));
    }
    assertEquals(List.of(), findings);
  }

  /** The forward sweep of the gradient, in which the user's own loops stand. */
  private static String gradient(String method) {
    String source = Corpus.sourceWithVectors("corpus.Vectors" + method);
    int start = source.indexOf("double gradient(");
    return source.substring(start, source.indexOf("\n  }\n", start));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MultipleAndSum", "Shifted", "Triangle", "Between"})
  void independentIterationsRunTogether(String method) {
    assertTrue(gradient(method).contains(VECTOR), method);
  }

  /** Of these only what adds up adjoints may. */
  @ParameterizedTest
  @ValueSource(strings = {"Recurrence", "MovedDown", "SameRow"})
  void whatSeesAnotherIterationRunsInItsPlace(String method) {
    assertEquals(0, gradient(method).split(VECTOR, -1).length - 1, method);
  }
}
