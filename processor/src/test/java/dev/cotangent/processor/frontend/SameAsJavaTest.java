package dev.cotangent.processor.frontend;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every method of the corpus, lowered and interpreted, does what the compiled method does: the same
 * result bit for bit, the same array contents, the same exception.
 */
class SameAsJavaTest {
  @TestFactory
  Stream<DynamicTest> arithmetic() {
    return tests("Arithmetic");
  }

  @TestFactory
  Stream<DynamicTest> assignments() {
    return tests("Assignments");
  }

  @TestFactory
  Stream<DynamicTest> control() {
    return tests("Control");
  }

  @TestFactory
  Stream<DynamicTest> loops() {
    return tests("Loops");
  }

  @TestFactory
  Stream<DynamicTest> arrays() {
    return tests("Arrays");
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return tests("Names");
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return tests("Calls");
  }

  @TestFactory
  Stream<DynamicTest> passiveObjects() {
    return tests("PassiveObjects");
  }

  private static Stream<DynamicTest> tests(String name) {
    Lowering lowering = Lowering.of(Lowering.resource("/frontend/" + name + ".java"));
    Class<?> compiled = lowering.load("corpus." + name);
    return lowering.methods().keySet().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method, () -> Agreement.check(lowering.program(method), compiled, method)));
  }
}
