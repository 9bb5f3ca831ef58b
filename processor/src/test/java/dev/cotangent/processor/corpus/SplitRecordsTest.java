package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.Variation;
import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods with records among their parameters that are too large for one method in Java. */
class SplitRecordsTest {
  private static final String CLASS = "corpus.RecordParameters";

  @Test
  void partsAreToldOfRecordsThatMayBeNull() throws IOException {
    Variation tiny =
        Variation.all().stream()
            .filter(variation -> variation.toString().equals("tiny methods"))
            .findFirst()
            .orElseThrow();
    Compiled compiled =
        CompanionHarness.strict()
            .withOnlyProcessor(tiny.processor())
            .with("-Xlint:-processing", "-parameters")
            .run(source());
    assertTrue(compiled.success(), compiled::messages);
    List<String> complaints = new ArrayList<>();
    for (Method method : compiled.load(CLASS).getDeclaredMethods()) {
      if (method.isAnnotationPresent(At.class)) {
        String name = method.getName();
        String companion = CLASS + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        examine(method, compiled.companion(companion), compiled.user(CLASS), complaints);
      }
    }
    assertEquals(List.of(), complaints);
  }

  private static void examine(
      Method method, Companion companion, Companion user, List<String> complaints) {
    Subject subject = new Subject(method, companion, user);
    Witness.atEachPoint("primal", new PrimalWitness())
        .examine(subject, complaint -> complaints.add(method.getName() + ": " + complaint));
  }

  private static String source() throws IOException {
    String name = "/" + CLASS.replace('.', '/') + ".java";
    try (InputStream in = SplitRecordsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
