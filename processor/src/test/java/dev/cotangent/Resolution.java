package dev.cotangent;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What steps of a given length can show of a derivative. A number that moves by less than half the
 * distance to its neighbour stays where it is, to the last bit: what depends on the step through it
 * alone is a constant to whoever takes differences, whatever its derivative. One that moves by a
 * few of those distances goes in stairs, of which differences show nothing that counts.
 *
 * <p>It stands in this package because it reads the graph of {@link Scalar}.
 */
public final class Resolution {
  private static final Set<Operation> FLOATS =
      Set.of(Operation.TO_FLOAT, Operation.FLOAT_DIVIDE, Operation.FLOAT_FMA);

  /** By so many distances to its neighbour a number must move, for stairs to look like a slope. */
  private static final double STAIRS = 0x1p10;

  private final double step;
  private final Map<Scalar, Double> tangents = new IdentityHashMap<>();

  private Resolution(double step) {
    this.step = step;
  }

  /**
   * The derivative of a result along a direction without what the step does not resolve; NaN if it
   * resolves something by stairs.
   *
   * @param inputs what the direction moves
   * @param direction by how much, for a step of one
   * @param step the longest step
   */
  public static double derivative(
      Scalar result, List<Scalar> inputs, double[] direction, double step) {
    Resolution resolution = new Resolution(step);
    for (int k = 0; k < direction.length; k++) {
      resolution.tangents.put(inputs.get(k), direction[k]);
    }
    return GraphOrder.of(result, resolution::follow);
  }

  private double follow(GraphOrder order) {
    double last = 0;
    for (int i = 0; i < order.count(); i++) {
      Scalar node = order.node(i);
      last = tangents.computeIfAbsent(node, this::tangent);
    }
    return last;
  }

  private double tangent(Scalar node) {
    double sum = 0;
    for (int k = 0; k < node.operation().arity(); k++) {
      double moved = tangents.getOrDefault(node.operand(k), 0.0);
      Partial partial = node.operation().partial(k);
      if (moved != 0 && partial.product() != Product.NONE) {
        double slope =
            partial.formula().at(value(node, 0), value(node, 1), value(node, 2), node.value());
        sum += slope == 0 ? 0 : moved * slope;
      }
    }
    double distances = Math.abs(sum) * step / ulp(node);
    return distances < 0.5 ? 0 : distances < STAIRS ? Double.NaN : sum;
  }

  private static double value(Scalar node, int k) {
    return node.operand(k) == null ? Double.NaN : node.operand(k).value();
  }

  private static double ulp(Scalar node) {
    return FLOATS.contains(node.operation())
        ? Math.ulp((float) node.value())
        : Math.ulp(node.value());
  }
}
