package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import java.util.function.BiConsumer;

/** Along which edges a control structure hands values on without changing them. */
public final class Flow {
  private Flow() {}

  /**
   * Calls {@code edge} with each pair (from, to) of values such that {@code to} may be {@code from}
   * itself: branches into the results of an {@code If}, initial values and yields into the carried
   * parameters and the results of a loop.
   */
  public static void edges(Op op, BiConsumer<Value, Value> edge) {
    if (op instanceof If choice) {
      pairs(choice.thenRegion().yields(), choice.results(), edge);
      pairs(choice.elseRegion().yields(), choice.results(), edge);
    } else if (op instanceof For loop) {
      carried(loop.initial(), loop.carried(), loop.body(), loop.results(), edge);
    } else if (op instanceof While loop) {
      List<Value> parameters = loop.condition().parameters();
      carried(loop.initial(), parameters, loop.body(), loop.results(), edge);
      pairs(parameters, loop.body().parameters(), edge);
    }
  }

  private static void carried(
      List<Value> initial,
      List<Value> parameters,
      Region body,
      List<Value> results,
      BiConsumer<Value, Value> edge) {
    pairs(initial, parameters, edge);
    pairs(body.yields(), parameters, edge);
    pairs(parameters, results, edge);
  }

  private static void pairs(List<Value> from, List<Value> to, BiConsumer<Value, Value> edge) {
    for (int i = 0; i < to.size(); i++) {
      edge.accept(from.get(i), to.get(i));
    }
  }
}
