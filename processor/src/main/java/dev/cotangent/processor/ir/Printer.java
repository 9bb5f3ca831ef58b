package dev.cotangent.processor.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text form of a function: one line an operation, values numbered in order of definition
 * ({@code %3} or {@code %3_e} with the user's name), regions in braces. The same function always
 * prints the same text.
 */
public final class Printer {
  private final StringBuilder text = new StringBuilder();
  private final Map<Value, String> names = new IdentityHashMap<>();
  private int depth;

  private Printer() {}

  /** The function's text, ending with a line break. */
  public static String print(Function function) {
    Printer printer = new Printer();
    String parameters = printer.define(function.parameters());
    printer
        .text
        .append("function ")
        .append(function.name())
        .append('(')
        .append(parameters)
        .append(") {\n");
    printer.body(function.body());
    printer.text.append("}\n");
    return printer.text.toString();
  }

  private void body(Region region) {
    depth++;
    for (Op op : region.ops()) {
      print(op);
    }
    line("yield " + use(region.yields()));
    depth--;
  }

  private void print(Op op) {
    String operation = OpWords.of(op) + use(op.operands());
    if (op.regions().isEmpty()) {
      line(left(op) + operation);
      return;
    }
    // Results are numbered after what the regions define, so their names are filled in behind.
    int start = text.length();
    for (Region region : op.regions()) {
      line(
          (region == op.regions().get(0) ? operation + " " : "")
              + "("
              + define(region.parameters())
              + ") {");
      body(region);
      line("}");
    }
    String results = left(op);
    int begin = start + 2 * depth;
    text.insert(begin, results);
  }

  private String left(Op op) {
    return op.results().isEmpty() ? "" : define(op.results()) + " = ";
  }

  private String define(List<Value> values) {
    return values.stream().map(this::define).collect(Collectors.joining(", "));
  }

  private String define(Value value) {
    String name = "%" + names.size() + (value.name().isEmpty() ? "" : "_" + value.name());
    names.put(value, name);
    return name + ": " + value.type();
  }

  private String use(List<Value> values) {
    return values.stream()
        .map(value -> names.getOrDefault(value, "%undefined_" + value.name()))
        .collect(Collectors.joining(", "));
  }

  private void line(String content) {
    text.append("  ".repeat(depth)).append(content.stripTrailing()).append('\n');
  }
}
