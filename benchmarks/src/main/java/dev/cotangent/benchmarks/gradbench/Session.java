package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * A conversation by GradBench's protocol: a message a line comes in, a reply a line goes out.
 *
 * <p>What is not supported, and what fails, is answered with {@code "success": false} and an error;
 * the conversation goes on.
 */
final class Session {
  private static final String TOOL = "cotangent";

  private final double warmUpSeconds;

  /**
   * A session that knows nothing of others.
   *
   * @param warmUpSeconds for how long the functions of a module are run when it is defined
   */
  Session(double warmUpSeconds) {
    this.warmUpSeconds = warmUpSeconds;
  }

  /** Replies until there are no more messages. */
  void serve(BufferedReader in, PrintStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(Json.MAPPER.writeValueAsString(reply(line)));
        out.flush();
      }
    }
  }

  private JsonNode reply(String line) {
    try {
      return reply(Json.MAPPER.readTree(line));
    } catch (JsonProcessingException e) {
      return failed(reply(), "not JSON: " + e.getOriginalMessage());
    }
  }

  private JsonNode reply(JsonNode message) {
    ObjectNode reply = reply();
    if (message.has("id")) {
      reply.set("id", message.get("id"));
    }
    return switch (message.path("kind").asText()) {
      case "start" -> reply.put("tool", TOOL);
      case "define" -> define(message, reply);
      case "evaluate" -> evaluate(message, reply);
      default -> reply;
    };
  }

  private JsonNode define(JsonNode message, ObjectNode reply) {
    Optional<EvalModule<?>> module = Modules.named(message.path("module").asText());
    module.ifPresent(known -> known.warmUp(warmUpSeconds));
    return reply.put("success", module.isPresent());
  }

  private static JsonNode evaluate(JsonNode message, ObjectNode reply) {
    String name = message.path("module").asText();
    String function = message.path("function").asText();
    Optional<EvalModule<?>> module = Modules.named(name);
    if (module.isEmpty()) {
      return failed(reply, "no such module: " + name);
    }
    if (!module.get().functions().contains(function)) {
      return failed(reply, name + " has no function " + function);
    }
    try {
      return evaluated(module.get(), function, message.path("input"), reply);
    } catch (RuntimeException e) {
      return failed(reply, e.toString());
    }
  }

  private static JsonNode evaluated(
      EvalModule<?> module, String function, JsonNode input, ObjectNode reply) {
    Call<?> call = module.bind(function, input);
    long[] times = Repetition.of(input).run(call);
    reply.put("success", true).set("output", Json.tree(call.output()));
    ArrayNode timings = reply.putArray("timings");
    for (long time : times) {
      timings.addObject().put("name", "evaluate").put("nanoseconds", time);
    }
    return reply;
  }

  private static ObjectNode failed(ObjectNode reply, String error) {
    return reply.put("success", false).put("error", error);
  }

  private static ObjectNode reply() {
    return Json.MAPPER.createObjectNode();
  }
}
