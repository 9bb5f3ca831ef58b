package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which methods of the corpus get work arrays for each iteration; what they give is tested there.
 */
final class WorkArraysTest {
  /** An array that each iteration makes anew, in the memory of the one before. */
  private static final String OWN = "into.workPool.again().zeroed(";

  private static final String SHARED = "into.workPool_2.";

  private static String source(String method) {
    return Corpus.sourceWithVectors("corpus.WorkArrays" + method);
  }

  /** The member alone, which knows of all pools of the gradient. */
  private static String gradient(String method) {
    String source = source(method);
    int start = source.indexOf("double gradient(");
    return source.substring(start, source.indexOf("\n  }\n", start));
  }

  @Test
  void whatIsAlwaysWrittenWholeIsMadeInTheLoop() {
    String whole = gradient("Whole");
    assertTrue(whole.contains(OWN), whole);
    assertEquals(-1, whole.indexOf(SHARED), whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LeftBehind", "CountedFromOutside"})
  void whatDependsOnLengthsIsAskedAtTheEntry(String method) {
    assertTrue(source(method).contains(OWN), method);
    assertTrue(gradient(method).contains(SHARED), method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LookedAt", "AddedTo", "WrittenSometimes", "LengthsThatChange"})
  void whatGoesFromOneIterationToTheNextStays(String method) {
    assertEquals(-1, source(method).indexOf(OWN), method);
  }
}
