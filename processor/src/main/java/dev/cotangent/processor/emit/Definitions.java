package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: the values of a function that need a variable under a plan, in order of definition.
 *
 * @param indices the variables of counted loops
 * @param locals all others, the function's parameters apart
 */
record Definitions(List<Value> indices, List<Value> locals) {
  static Definitions of(Function function, Plan plan) {
    Definitions all = new Definitions(new ArrayList<>(), new ArrayList<>());
    all.collect(function.body(), plan);
    return all;
  }

  private void collect(Region region, Plan plan) {
    for (Op op : plan.statements(region)) {
      if (plan.isExpression(op)) {
        locals.addAll(op.results());
        continue;
      }
      for (Region inner : op.regions()) {
        List<Value> parameters = inner.parameters();
        if (op instanceof For) {
          indices.add(parameters.get(0));
          parameters = parameters.subList(1, parameters.size());
        }
        locals.addAll(parameters);
        collect(inner, plan);
      }
      locals.addAll(plan.setVariables(op));
    }
  }
}
