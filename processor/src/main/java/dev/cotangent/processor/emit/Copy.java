package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: one value becomes another at a border of a loop or conditional. Copies at one border
 * happen at once.
 *
 * @param target the value that is set, which lives in a variable
 * @param source what it is set to: another variable's value, or an expression
 */
record Copy(Value target, Value source) {
  /** Copies of values one by one. */
  static List<Copy> zip(List<Value> targets, List<Value> sources) {
    List<Copy> copies = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      copies.add(new Copy(targets.get(i), sources.get(i)));
    }
    return copies;
  }

  /** What a conditional's region copies into the conditional's results. */
  static List<Copy> ofBranch(If op, Region region, Uses uses) {
    return zip(uses.resultsOf(op), uses.yieldsOf(op, region));
  }

  /** The copies of loops' carried values into their results. */
  static List<Copy> ofResults(Op op) {
    if (op instanceof For loop) {
      return zip(loop.results(), loop.carried());
    }
    return op instanceof While loop
        ? zip(loop.results(), loop.condition().parameters())
        : List.of();
  }

  /** All the copies of a function under a plan, inner ones last. */
  static List<Copy> all(Function function, Plan plan) {
    List<Copy> copies = new ArrayList<>();
    collect(function.body(), plan, copies);
    return copies;
  }

  private static void collect(Region region, Plan plan, List<Copy> copies) {
    for (Op op : plan.statements(region)) {
      if (op instanceof If branch) {
        branch.regions().forEach(inner -> copies.addAll(ofBranch(branch, inner, plan.uses())));
      } else if (op instanceof For loop) {
        copies.addAll(zip(loop.results(), loop.carried()));
        copies.addAll(zip(loop.carried(), loop.body().yields()));
        copies.addAll(zip(loop.carried(), loop.initial()));
      } else if (op instanceof While loop) {
        List<Value> carried = loop.condition().parameters();
        copies.addAll(zip(loop.results(), carried));
        copies.addAll(zip(loop.body().parameters(), carried));
        copies.addAll(zip(carried, loop.body().yields()));
        copies.addAll(zip(carried, loop.initial()));
      }
      if (!plan.isExpression(op)) {
        op.regions().forEach(inner -> collect(inner, plan, copies));
      }
    }
  }
}
