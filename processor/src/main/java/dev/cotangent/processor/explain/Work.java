package dev.cotangent.processor.explain;

import dev.cotangent.processor.analysis.OperationCost;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much a program computes, in rough multiples of an addition: once, and in each iteration of
 * each of the user's loops, which are known by their lines.
 */
final class Work {
  private static final Comparator<List<Integer>> BY_LINES =
      (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
          int order = one.get(i).compareTo(other.get(i));
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(one.size(), other.size());
      };

  private final Map<List<Integer>, Integer> costs = new TreeMap<>(BY_LINES);

  /**
   * A place with its costs.
   *
   * @param loops the lines of the loops around, outermost first; none for what happens once
   * @param method what the method does there
   * @param adjoint what value and adjoint together do there
   */
  record Row(List<Integer> loops, int method, int adjoint) {}

  private Work(Program program) {
    for (Function function : program.functions()) {
      add(function.body(), List.of());
    }
  }

  private void add(Region region, List<Integer> loops) {
    for (Op op : region.ops()) {
      costs.merge(loops, OperationCost.of(op), Integer::sum);
      boolean repeats = op.repeats();
      List<Integer> inside = loops;
      if (repeats && op.source().isKnown()) {
        inside = new ArrayList<>(loops);
        inside.add(op.source().line());
      }
      for (Region inner : op.regions()) {
        add(inner, inside);
      }
    }
  }

  /** Both programs' work, place by place. */
  static List<Row> compared(Program method, Program adjoint) {
    Map<List<Integer>, Integer> one = new Work(method).costs;
    Map<List<Integer>, Integer> other = new Work(adjoint).costs;
    Set<List<Integer>> places = new TreeSet<>(BY_LINES);
    places.addAll(one.keySet());
    places.addAll(other.keySet());
    return places.stream()
        .map(at -> new Row(at, one.getOrDefault(at, 0), other.getOrDefault(at, 0)))
        .filter(row -> row.method() + row.adjoint() > 0)
        .toList();
  }

  /**
   * How many times the method's work the gradient is where most of it is done: in the loops that
   * are nested most deeply.
   */
  static double ratio(List<Row> rows) {
    int depth =
        rows.stream().filter(r -> r.method() > 0).mapToInt(r -> r.loops().size()).max().orElse(0);
    int method = 0;
    int adjoint = 0;
    for (Row row : rows) {
      method += row.loops().size() == depth ? row.method() : 0;
      adjoint += row.loops().size() == depth ? row.adjoint() : 0;
    }
    return (double) adjoint / Math.max(1, method);
  }
}
