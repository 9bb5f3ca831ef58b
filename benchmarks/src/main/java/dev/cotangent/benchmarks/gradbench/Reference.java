package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reference outputs: a function each under {@code functions}, and more exactly, where somebody
 * computed them with 60 digits, under {@code mp60}.
 *
 * @param json the whole file
 */
record Reference(JsonNode json) {
  /** Whether there is an output of this function. */
  boolean has(String function) {
    return json.path("functions").has(function);
  }

  /** The most exact output of a function that is there. */
  JsonNode output(String function) {
    JsonNode exact = json.path("mp60").path(function);
    return exact.isMissingNode() ? json.path("functions").path(function) : exact;
  }

  /** The error of an output of a function, as {@link #error(JsonNode, JsonNode)} has it. */
  double error(String function, JsonNode actual) {
    return error(output(function), actual);
  }

  /**
   * The largest difference between numbers at the same place, divided by the largest expected
   * number.
   *
   * @return NaN if any difference is; infinity if the outputs are not of one shape
   */
  static double error(JsonNode expected, JsonNode actual) {
    List<Double> wanted = new ArrayList<>();
    List<Double> given = new ArrayList<>();
    if (!collect(expected, actual, wanted, given)) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < wanted.size(); i++) {
      largest = Math.max(largest, Math.abs(wanted.get(i)));
      difference = Math.max(difference, Math.abs(wanted.get(i) - given.get(i)));
    }
    return difference == 0 ? 0 : difference / largest;
  }

  /** Collects the numbers of two outputs; whether these are of one shape. */
  private static boolean collect(
      JsonNode expected, JsonNode actual, List<Double> wanted, List<Double> given) {
    if (expected.isNumber() && actual.isNumber()) {
      wanted.add(expected.doubleValue());
      given.add(actual.doubleValue());
      return true;
    }
    if (expected.size() != actual.size() || !expected.isContainerNode()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      if (!collect(field.getValue(), actual.path(field.getKey()), wanted, given)) {
        return false;
      }
    }
    for (int i = 0; expected.isArray() && i < expected.size(); i++) {
      if (!collect(expected.get(i), actual.path(i), wanted, given)) {
        return false;
      }
    }
    return true;
  }
}
