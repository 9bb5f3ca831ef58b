package dev.cotangent.processor.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A function with the helpers that it calls, directly or not. Helpers are found by name; their
 * order is that of first use in the source.
 */
public record Program(Function main, Map<String, Function> helpers) {
  /** Copies the map, keeping its order. */
  public Program {
    helpers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(helpers));
  }

  /** A program without helpers. */
  public static Program of(Function main) {
    return new Program(main, Map.of());
  }

  /** The helper of that name. */
  public Function helper(String name) {
    Function helper = helpers.get(name);
    if (helper == null) {
      throw new IllegalArgumentException("no function is named " + name);
    }
    return helper;
  }

  /** The main function and the helpers. */
  public List<Function> functions() {
    List<Function> all = new java.util.ArrayList<>();
    all.add(main);
    all.addAll(helpers.values());
    return all;
  }

  /** The program with every function changed in the same way. */
  public Program map(UnaryOperator<Function> change) {
    return map(change, change);
  }

  /**
   * The program with its functions changed, the main function in another way than the helpers;
   * itself if all of them stay the same.
   */
  public Program map(UnaryOperator<Function> mains, UnaryOperator<Function> others) {
    Map<String, Function> changed = new LinkedHashMap<>();
    helpers.forEach((name, helper) -> changed.put(name, others.apply(helper)));
    Function other = mains.apply(main);
    boolean same =
        other == main
            && helpers.entrySet().stream().allMatch(e -> changed.get(e.getKey()) == e.getValue());
    return same ? this : new Program(other, changed);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    functions().forEach(function -> text.append(Printer.print(function)).append('\n'));
    return text.toString();
  }
}
