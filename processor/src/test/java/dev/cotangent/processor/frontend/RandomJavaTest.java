package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random methods, lowered and interpreted, do what the compiled methods do. */
class RandomJavaTest {
  private static final int METHODS = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomMethodsDoWhatTheCompiledOnesDo(long seed) {
    String source = RandomJava.file("Random" + seed, seed, METHODS);
    Lowering lowering = Lowering.of(source);
    assertEquals(METHODS, lowering.methods().size(), () -> lowering.messages().toString());
    Class<?> compiled = lowering.load("corpus.Random" + seed);
    lowering
        .methods()
        .keySet()
        .forEach(method -> Agreement.check(lowering.program(method), compiled, method));
  }
}
