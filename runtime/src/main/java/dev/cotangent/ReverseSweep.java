package dev.cotangent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reverse sweep over an ordered graph, on numbers: the adjoint of every node, each node visited
 * once, after all that is computed from it.
 */
final class ReverseSweep {
  private final GraphOrder order;
  private final NonSmooth convention;
  private final double[] adjoints;

  /** Whether anything contributed: a branch that was not taken hands on nothing, not even zeros. */
  private final boolean[] reached;

  ReverseSweep(GraphOrder order, double seed, NonSmooth convention) {
    this.order = order;
    this.convention = convention;
    adjoints = new double[order.count()];
    reached = new boolean[order.count()];
    int last = order.count() - 1;
    if (last >= 0) {
      adjoints[last] = seed;
      reached[last] = true;
    }
    for (int i = last; i >= 0; i--) {
      if (reached[i]) {
        handOn(order.node(i), adjoints[i]);
      }
    }
  }

  private void handOn(Scalar node, double adjoint) {
    Operation operation = node.operation();
    for (int k = 0; k < operation.arity(); k++) {
      Scalar operand = node.operand(k);
      if (!operand.isConstant()) {
        contribute(operation.partial(k), node, operand, adjoint);
      }
    }
  }

  private void contribute(Partial partial, Scalar node, Scalar operand, double adjoint) {
    if (partial.product() == Product.NONE) {
      return;
    }
    double value =
        partial.formula().at(value(node, 0), value(node, 1), value(node, 2), node.value());
    Product product = partial.product().under(convention);
    if (product.contributes(value)) {
      int index = order.indexOf(operand);
      adjoints[index] += product.times(adjoint, value);
      reached[index] = true;
    }
  }

  private static double value(Scalar node, int k) {
    Scalar operand = node.operand(k);
    return operand == null ? Double.NaN : operand.value();
  }

  /** The adjoint of the node at an index of the order. */
  double adjoint(int index) {
    return adjoints[index];
  }

  /** The adjoints of the named inputs, those of one name added. */
  Map<String, Double> byName() {
    Map<String, Double> partials = new LinkedHashMap<>();
    for (int i = 0; i < order.count(); i++) {
      String name = order.node(i).name();
      if (name != null) {
        partials.merge(name, adjoints[i], Double::sum);
      }
    }
    return Collections.unmodifiableMap(partials);
  }

  /** The adjoints of given nodes, zero for those that are not in the graph. */
  double[] of(Scalar[] nodes) {
    double[] partials = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      int index = nodes[i].isConstant() ? -1 : order.indexOf(nodes[i]);
      partials[i] = index < 0 ? 0 : adjoints[index];
    }
    return partials;
  }
}
