package dev.cotangent.processor.explain;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.lint.Scene;
import dev.cotangent.processor.lint.Scenes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is active: the user's variables of floating values, and the lines that compute with them.
 */
final class ActiveNames {
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Set<Integer> lines = new TreeSet<>();

  /** What is known of a variable, from all values that it ever holds. */
  static final class Variable {
    private final Set<String> inputs = new TreeSet<>();
    private final String type;
    private boolean useful;
    private boolean active;

    Variable(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    /** The differentiated parameters that it depends on, in the order of their names. */
    Set<String> inputs() {
      return inputs;
    }

    /** Whether the result depends on it. */
    boolean isUseful() {
      return useful;
    }

    /** Whether one of its values is both, so that it has an adjoint. */
    boolean isActive() {
      return active;
    }
  }

  ActiveNames(Explanation it) {
    for (Scene scene : Scenes.of(it.method(), it.model().activity())) {
      Map<String, Activity> alone = new LinkedHashMap<>();
      for (Value input : scene.inputs()) {
        alone.put(
            input.name(),
            Activity.of(scene.function(), List.of(input), List.of(), scene.aliases()));
      }
      visit(scene.function().body(), scene, alone);
    }
  }

  /** The variables by name, in the order in which they first appear. */
  Map<String, Variable> variables() {
    return variables;
  }

  /** Whether the name is one of an active variable. */
  boolean isActive(String name) {
    return variables.containsKey(name) && variables.get(name).isActive();
  }

  /** Whether active values are computed in that line. */
  boolean isActive(int line) {
    return lines.contains(line);
  }

  private void visit(Region region, Scene scene, Map<String, Activity> alone) {
    region.parameters().forEach(value -> note(value, scene, alone));
    for (Op op : region.ops()) {
      op.results().forEach(value -> note(value, scene, alone));
      op.regions().forEach(inner -> visit(inner, scene, alone));
    }
  }

  private void note(Value value, Scene scene, Map<String, Activity> alone) {
    if (!value.type().holdsFloating()) {
      return;
    }
    boolean active = scene.activity().isActive(value);
    if (active) {
      lines.add(value.source().line());
    }
    if (!value.name().isEmpty()) {
      Variable variable =
          variables.computeIfAbsent(value.name(), name -> new Variable(value.type().toString()));
      variable.active |= active;
      variable.useful |= scene.activity().isUseful(value);
      alone.forEach(
          (input, activity) -> {
            if (activity.isVaried(value)) {
              variable.inputs.add(input);
            }
          });
    }
  }
}
