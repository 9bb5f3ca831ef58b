package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Large, deep and shared graphs: each node once, no recursion, no interference. */
class GraphOrderTest {
  /** Each level uses the one before twice: 2^levels paths, two nodes a level. */
  private static Scalar doublyUsed(int levels) {
    Scalar x = Scalar.of(3, "x");
    for (int i = 0; i < levels; i++) {
      Scalar half = x.multiply(0.5);
      x = half.add(half);
    }
    return x;
  }

  @Test
  void sharedNodesAreVisitedOnce() {
    Scalar root = doublyUsed(10_000);
    assertEquals(20_001, (int) GraphOrder.of(root, GraphOrder::count));
    assertEquals(Map.of("x", 1.0), root.grad(1));
    Scalar derivative = root.square().gradScalars(1).get("x");
    assertEquals(6, derivative.value());
    assertEquals(Map.of("x", 2.0), derivative.grad(1));
  }

  @Test
  void sizeOfADerivativeIsLinear() {
    int small = GraphOrder.of(derivativeOfDepth(500), GraphOrder::count);
    int large = GraphOrder.of(derivativeOfDepth(1000), GraphOrder::count);
    assertTrue(large < 2.01 * small, small + " and " + large + " nodes");
  }

  private static Scalar derivativeOfDepth(int levels) {
    return doublyUsed(levels).sin().gradScalars(1).get("x");
  }

  @Test
  void chainOfTenMillionNodesNeedsNoStack() {
    Scalar x = Scalar.of(1, "x");
    Scalar minusOne = Scalar.of(-1);
    for (int i = 0; i < 10_000_000; i++) {
      x = minusOne.multiply(x);
    }
    assertEquals(1, x.value());
    assertEquals(Map.of("x", 1.0), x.grad(1));
  }

  @Test
  void leftHandedChainNeedsNoStackEither() {
    Scalar y = Scalar.of(2, "y");
    Scalar sum = y;
    for (int i = 0; i < 1_000_000; i++) {
      sum = sum.add(y);
    }
    assertEquals(Map.of("y", 1_000_001.0), sum.grad(1));
  }

  @Test
  void operandsComeFirst() {
    Scalar x = Scalar.of(0.5, "x");
    Scalar y = Scalar.of(0.25, "y");
    Scalar root = Scalar.fma(x.sin(), y, x).multiply(y.exp()).add(3);
    GraphOrder.of(
        root,
        order -> {
          for (int i = 0; i < order.count(); i++) {
            Scalar node = order.node(i);
            assertEquals(i, order.indexOf(node));
            for (int k = 0; k < node.operation().arity(); k++) {
              Scalar operand = node.operand(k);
              assertTrue(operand.isConstant() || order.indexOf(operand) < i);
            }
          }
          assertEquals(root, order.node(order.count() - 1));
          return null;
        });
  }

  @Test
  void walkInsideAWalkGivesTheSame() {
    Scalar root = randomGraph(5_000);
    Map<String, Double> expected = root.grad(1);
    Map<String, Double> inside = GraphOrder.of(root, order -> root.grad(1));
    assertEquals(expected, inside);
    assertEquals(expected, root.grad(1));
  }

  @Test
  void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    Scalar shared = randomGraph(20_000);
    Map<String, Double> expected = shared.grad(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Map<String, Double>>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        tasks.add(() -> shared.add(1).grad(1));
      }
      for (Future<Map<String, Double>> result : threads.invokeAll(tasks)) {
        assertEquals(expected, result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nodes that use earlier ones here and there. */
  private static Scalar randomGraph(int size) {
    List<Scalar> nodes = new ArrayList<>(List.of(Scalar.inputs(new double[] {1, 2, 3, 4}, "x")));
    for (int i = 0; i < size; i++) {
      Scalar a = nodes.get((i * 7919 + 1) % nodes.size());
      Scalar b = nodes.get(nodes.size() - 1 - i % 3);
      nodes.add(a.multiply(b).sin());
    }
    return nodes.get(nodes.size() - 1).add(nodes.get(size / 2));
  }
}
