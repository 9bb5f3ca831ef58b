package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage 7: where each variable is declared. Its scope is the innermost region around everything
 * that touches it. If the first touch lies deeper, the variable is declared without a value before
 * the statement of its scope that contains that touch.
 */
final class Scopes {
  /** A statement on the way from the function's body to a touch, and its region. */
  private record Step(Region region, Op op) {}

  /** The first touch of a variable: its region, and the statements around it. */
  private record Touch(Region region, List<Step> path) {}

  private final Plan plan;
  private final Variables variables;
  private final Map<Variable, Region> scopes = new LinkedHashMap<>();
  private final Map<Variable, Touch> firstTouches = new LinkedHashMap<>();
  private final Map<Op, List<Variable>> declaredBefore = new IdentityHashMap<>();
  private final List<Step> path = new ArrayList<>();

  private Scopes(Plan plan, Variables variables) {
    this.plan = plan;
    this.variables = variables;
  }

  /** The scopes of a function's variables. */
  static Scopes of(Function function, Plan plan, Variables variables) {
    Scopes scopes = new Scopes(plan, variables);
    scopes.walk(function.body());
    plan.leaves(plan.delivered(), value -> scopes.touch(value, function.body()));
    scopes.firstTouches.forEach(scopes::place);
    return scopes;
  }

  private void walk(Region region) {
    for (Op op : plan.statements(region)) {
      path.add(new Step(region, op));
      plan.leavesOf(op, value -> touch(value, region));
      if (op instanceof If branch && !plan.isExpression(op)) {
        branch.regions().forEach(inner -> walkBranch(branch, inner));
      } else if (op instanceof For loop) {
        walkFor(loop, region);
      } else if (op instanceof While loop) {
        walkWhile(loop, region);
      } else {
        plan.setVariables(op).forEach(result -> touch(result, region));
      }
      path.remove(path.size() - 1);
    }
  }

  private void walkBranch(If op, Region region) {
    walk(region);
    touch(Copy.ofBranch(op, region, plan.uses()), region);
  }

  private void walkFor(For loop, Region region) {
    touch(Copy.zip(loop.carried(), loop.initial()), region);
    scopes.put(variables.of(loop.index()), loop.body());
    walk(loop.body());
    touch(Copy.zip(loop.carried(), loop.body().yields()), loop.body());
    touch(Copy.zip(loop.results(), loop.carried()), region);
  }

  private void walkWhile(While loop, Region region) {
    List<Value> carried = loop.condition().parameters();
    touch(Copy.zip(carried, loop.initial()), region);
    walk(loop.condition());
    plan.leaves(loop.condition().yields(), value -> touch(value, loop.condition()));
    touch(Copy.zip(loop.body().parameters(), carried), loop.body());
    walk(loop.body());
    touch(Copy.zip(carried, loop.body().yields()), loop.body());
    touch(Copy.zip(loop.results(), carried), region);
  }

  private void touch(List<Copy> copies, Region region) {
    for (Copy copy : copies) {
      plan.leaves(copy.source(), value -> touch(value, region));
      touch(copy.target(), region);
    }
  }

  private void touch(Value value, Region region) {
    Variable variable = variables.of(value);
    if (variable.isDeclaredElsewhere()) {
      return;
    }
    firstTouches.putIfAbsent(variable, new Touch(region, List.copyOf(path)));
    Region scope = scopes.getOrDefault(variable, region);
    while (!plan.uses().isWithin(region, scope)) {
      scope = plan.uses().parent(scope);
    }
    scopes.put(variable, scope);
  }

  private void place(Variable variable, Touch first) {
    if (first.region() != scope(variable)) {
      for (Step step : first.path()) {
        if (step.region() == scope(variable)) {
          declaredBefore.computeIfAbsent(step.op(), op -> new ArrayList<>()).add(variable);
        }
      }
    }
  }

  /** The region in whose block the variable is declared. */
  Region scope(Variable variable) {
    return scopes.get(variable);
  }

  /** The variables that need a declaration before the statement begins. */
  List<Variable> declaredBefore(Op op) {
    return declaredBefore.getOrDefault(op, List.of());
  }

  /** All local variables, in the order in which the text meets them. */
  List<Variable> locals() {
    return List.copyOf(scopes.keySet());
  }
}
