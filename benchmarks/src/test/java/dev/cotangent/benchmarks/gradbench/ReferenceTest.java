package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** How far an output is from another. */
final class ReferenceTest {
  @Test
  void theErrorIsTheLargestDifferenceOverTheLargestExpectedNumber() throws Exception {
    assertEquals(0.25, error("[1, [-4, 2]]", "[1, [-5, 2.5]]"));
    assertEquals(0.5, error("{'a': 2, 'b': [1]}", "{'b': [2], 'a': 2}"));
    assertEquals(0, error("0", "0"));
  }

  @Test
  void otherShapesAreInfinitelyFar() throws Exception {
    assertEquals(Double.POSITIVE_INFINITY, error("[1, 2]", "[1]"));
    assertEquals(Double.POSITIVE_INFINITY, error("[1]", "[1, 2]"));
    assertEquals(Double.POSITIVE_INFINITY, error("{'a': 1}", "{'b': 1}"));
    assertEquals(Double.POSITIVE_INFINITY, error("1", "[1]"));
    assertEquals(Double.POSITIVE_INFINITY, error("[1]", "1"));
  }

  @Test
  void noNumberIsNoSmallError() throws Exception {
    assertTrue(Double.isNaN(Reference.error(Json.tree(1.0), Json.tree(Double.NaN))));
    assertEquals(Double.POSITIVE_INFINITY, error("1", "'NaN'"));
  }

  @Test
  void exactOutputsArePreferred() throws Exception {
    Reference reference =
        new Reference(json("{'functions': {'f': 1, 'g': 2}, 'mp60': {'f': 1.5, 'h': 3}}"));
    assertEquals(1.5, reference.output("f").doubleValue());
    assertEquals(2, reference.output("g").doubleValue());
    assertTrue(reference.has("g"));
    assertTrue(!reference.has("h"));
  }

  private static double error(String expected, String actual) throws JsonProcessingException {
    return Reference.error(json(expected), json(actual));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
