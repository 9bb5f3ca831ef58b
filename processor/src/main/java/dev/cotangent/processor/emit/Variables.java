package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Stage 7: which values share a variable. Values that are copied into one another at the borders of
 * loops and conditionals do so where they can, and so do values that carry the same user's name:
 * the variable that single assignment took apart is put together again.
 */
final class Variables {
  private final Map<Value, Variable> variables = new LinkedHashMap<>();
  private final Plan plan;
  private final Liveness liveness;

  private Variables(Plan plan, Liveness liveness) {
    this.plan = plan;
    this.liveness = liveness;
  }

  /** The variables of a function's body. */
  static Variables of(Function function, Plan plan, Frame frame) {
    Variables all = new Variables(plan, Liveness.of(function, plan));
    for (int i = 0; i < function.parameters().size(); i++) {
      CodeBlock reading = frame.parameters().get(i);
      Value parameter = function.parameters().get(i);
      boolean kept = frame.kept().contains(reading.toString());
      Variable variable = Variable.parameter(parameter, isVariable(reading) && !kept);
      variable.call(reading.toString());
      all.variables.put(parameter, variable);
    }
    Definitions definitions = Definitions.of(function, plan);
    definitions.indices().forEach(index -> all.variables.put(index, Variable.index(index)));
    definitions.locals().forEach(local -> all.variables.put(local, Variable.local(local)));
    all.joinResults(function.body());
    Copy.all(function, plan).forEach(all::join);
    all.joinNamesakes();
    return all;
  }

  static boolean isVariable(CodeBlock reading) {
    String text = reading.toString();
    return SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
  }

  /** What a loop carried stays in its variable, and keeps that name, if that is possible at all. */
  private void joinResults(Region region) {
    for (Op op : plan.statements(region)) {
      for (Copy copy : Copy.ofResults(op)) {
        if (mayShare(of(copy.source()), of(copy.target()))) {
          merge(of(copy.source()), of(copy.target()));
        }
      }
      if (!plan.isExpression(op)) {
        op.regions().forEach(this::joinResults);
      }
    }
  }

  private void join(Copy copy) {
    if (!plan.isFolded(copy.source())) {
      join(copy.target(), copy.source());
    }
  }

  private void joinNamesakes() {
    Map<String, List<Value>> namesakes = new LinkedHashMap<>();
    for (Value value : variables.keySet()) {
      if (!value.name().isEmpty()) {
        List<Value> earlier = namesakes.computeIfAbsent(value.name(), name -> new ArrayList<>());
        joinFirst(value, earlier);
        earlier.add(value);
      }
    }
  }

  /** Puts the value into the variable of the first namesake that is visible to it and allows. */
  private void joinFirst(Value value, List<Value> namesakes) {
    for (Value other : namesakes) {
      if (plan.uses().isWithin(plan.uses().home(value), plan.uses().home(other))
          && join(other, value)) {
        return;
      }
    }
  }

  /** Puts both values into one variable if that is possible. */
  private boolean join(Value a, Value b) {
    Variable first = variables.get(a);
    Variable second = variables.get(b);
    if (first == second) {
      return true;
    }
    if (!mayJoin(first, second)) {
      return false;
    }
    if (second.isDeclaredElsewhere()) {
      merge(second, first);
    } else {
      merge(first, second);
    }
    return true;
  }

  private void merge(Variable kept, Variable gone) {
    kept.absorb(gone);
    gone.values().forEach(value -> variables.put(value, kept));
  }

  private boolean mayJoin(Variable a, Variable b) {
    boolean namesAgree = a.wish().isEmpty() || b.wish().isEmpty() || a.wish().equals(b.wish());
    return namesAgree && mayShare(a, b);
  }

  private boolean mayShare(Variable a, Variable b) {
    return a.isShareable()
        && b.isShareable()
        && !(a.isDeclaredElsewhere() && b.isDeclaredElsewhere())
        && a.type().equals(b.type())
        && a.values().stream()
            .noneMatch(x -> b.values().stream().anyMatch(y -> liveness.conflict(x, y)));
  }

  /** The variable that holds a value. */
  Variable of(Value value) {
    Variable variable = variables.get(value);
    if (variable == null) {
      throw new IllegalStateException("no variable holds " + value);
    }
    return variable;
  }

  /** A value made while emitting lives in this variable. */
  void add(Value value, Variable variable) {
    variables.put(value, variable);
  }

  /** All variables, in the order of their first values' definitions. */
  Set<Variable> all() {
    return new LinkedHashSet<>(variables.values());
  }

  /**
   * Values that are computed into a variable only to be copied into another one. Where nothing but
   * the copy uses them they had better be computed there.
   */
  Set<Value> copiedOnly(Function function) {
    Set<Value> found = new LinkedHashSet<>();
    for (Copy copy : Copy.all(function, plan)) {
      Value source = copy.source();
      Op definition = plan.uses().definition(source);
      if (!plan.isFolded(source)
          && definition != null
          && !(definition instanceof Constant)
          && of(source) != of(copy.target())
          && plan.uses().count(source) == 1
          && isNamedAs(source, of(copy.target()))
          && Effects.of(definition).isPure()) {
        found.add(source);
      }
    }
    return found;
  }

  private static boolean isNamedAs(Value value, Variable variable) {
    return value.name().isEmpty() || value.name().equals(variable.wish());
  }
}
