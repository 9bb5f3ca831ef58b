package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The program over pipes, as the harness drives it. */
final class ProtocolTest {
  @Test
  void aSession() throws IOException, InterruptedException {
    try (Program program = new Program("--warm-up", "0.01")) {
      JsonNode start = program.tell("{'id': 0, 'kind': 'start', 'eval': 'llsq', 'config': {}}");
      assertEquals(Json.MAPPER.readTree("{\"id\":0,\"tool\":\"cotangent\"}"), start);
      JsonNode define = program.tell("{'id': 1, 'kind': 'define', 'module': 'llsq'}");
      assertEquals(Json.MAPPER.readTree("{\"id\":1,\"success\":true}"), define);
      JsonNode reply =
          program.tell(
              "{'id': 2, 'kind': 'evaluate', 'module': 'llsq', 'function': 'gradient', 'input':"
                  + " {'x': [0.5, 0.5], 'n': 3, 'min_runs': 7, 'min_seconds': 0.001},"
                  + " 'description': 'small'}");
      assertEquals(2, reply.path("id").asInt());
      assertTrue(reply.path("success").asBoolean());
      // The residuals at −1, 0 and 1 are −1, −½ and 0; the partials are the sums of −r and of −r·t.
      assertEquals("[1.5,-1.0]", reply.path("output").toString());
      assertTimings(reply.path("timings"));
      JsonNode analysis = program.tell("{'id': 3, 'kind': 'analysis', 'of': 2, 'valid': true}");
      assertEquals(Json.MAPPER.readTree("{\"id\":3}"), analysis);
      assertEquals("exit code 0", program.end());
    }
  }

  @Test
  void whatIsNotSupportedIsRefused() throws IOException, InterruptedException {
    try (Program program = new Program("--warm-up", "0")) {
      assertRefused(program.tell("{'id': 1, 'kind': 'define', 'module': 'fluid'}"), 1);
      assertRefused(
          program.tell(
              "{'id': 2, 'kind': 'evaluate', 'module': 'fluid', 'function': 'f', 'input': 1}"),
          2);
      assertRefused(
          program.tell(
              "{'id': 3, 'kind': 'evaluate', 'module': 'hello', 'function': 'cube', 'input': 1}"),
          3);
      assertRefused(
          program.tell(
              "{'id': 4, 'kind': 'evaluate', 'module': 'llsq', 'function': 'primal', 'input':"
                  + " {'x': 'none'}}"),
          4);
      assertFalse(program.tell("no JSON").path("success").asBoolean(true));
      JsonNode hello =
          program.tell(
              "{'id': 5, 'kind': 'evaluate', 'module': 'hello', 'function': 'double', 'input':"
                  + " 1.5}");
      assertEquals(3.0, hello.path("output").doubleValue());
      assertEquals("exit code 0", program.end());
    }
  }

  private static void assertTimings(JsonNode timings) {
    assertTrue(timings.size() >= 7);
    long total = 0;
    for (JsonNode timing : timings) {
      assertEquals("evaluate", timing.path("name").asText());
      assertTrue(timing.path("nanoseconds").isIntegralNumber());
      total += timing.path("nanoseconds").asLong();
    }
    assertTrue(total >= 1_000_000);
  }

  private static void assertRefused(JsonNode reply, int id) {
    assertEquals(id, reply.path("id").asInt());
    assertFalse(reply.path("success").asBoolean(true));
  }
}
