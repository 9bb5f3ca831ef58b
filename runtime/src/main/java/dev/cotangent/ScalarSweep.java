package dev.cotangent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reverse sweep over an ordered graph, on scalars: adjoints that are graphs themselves and can
 * be differentiated again. It takes the steps of {@link ReverseSweep}, with the same rules.
 */
final class ScalarSweep {
  private final GraphOrder order;
  private final NonSmooth convention;
  private final Scalar[] adjoints;

  ScalarSweep(GraphOrder order, double seed, NonSmooth convention) {
    this.order = order;
    this.convention = convention;
    adjoints = new Scalar[order.count()];
    int last = order.count() - 1;
    if (last >= 0) {
      adjoints[last] = Scalar.of(seed);
    }
    for (int i = last; i >= 0; i--) {
      if (adjoints[i] != null) {
        handOn(order.node(i), adjoints[i]);
      }
    }
  }

  private void handOn(Scalar node, Scalar adjoint) {
    Operation operation = node.operation();
    for (int k = 0; k < operation.arity(); k++) {
      if (!node.operand(k).isConstant()) {
        contribute(operation.partial(k), node, k, adjoint);
      }
    }
  }

  private void contribute(Partial partial, Scalar node, int k, Scalar adjoint) {
    if (partial.product() == Product.NONE) {
      return;
    }
    Scalar value = partial.formula().on(node.operand(0), node.operand(1), node.operand(2), node);
    Product product = partial.product().under(convention);
    if (product.contributes(value.value())) {
      int index = order.indexOf(node.operand(k));
      Scalar contribution = product.times(adjoint, value);
      Scalar before = adjoints[index];
      adjoints[index] = before == null ? contribution : before.add(contribution);
    }
  }

  /** The adjoints of the nodes of an operation, by node. */
  void collect(Operation operation, Map<Scalar, Scalar> partials) {
    for (int i = 0; i < order.count(); i++) {
      if (order.node(i).operation() == operation && adjoints[i] != null) {
        partials.put(order.node(i), adjoints[i]);
      }
    }
  }

  /**
   * The adjoints of the named inputs, those of one name added. Each is marked as a derivative of
   * the whole, so that its own derivatives name every input, zeros included.
   */
  Map<String, Scalar> byName() {
    Map<String, Scalar> partials = new LinkedHashMap<>();
    for (int i = 0; i < order.count(); i++) {
      String name = order.node(i).name();
      if (name != null) {
        partials.merge(name, adjoints[i] == null ? Scalar.ZERO : adjoints[i], Scalar::add);
      }
    }
    partials.replaceAll((name, p) -> Operation.DERIVATIVE.of(order.node(order.count() - 1), p));
    return Collections.unmodifiableMap(partials);
  }
}
