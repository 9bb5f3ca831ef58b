package dev.cotangent;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The nodes of a graph, each once, operands before what is computed from them, and leaves in the
 * order in which they are met when the expression is read from left to right. Constants are left
 * out.
 *
 * <p>It is found by a depth-first walk with a stack of its own, so that depth is bounded by memory
 * alone. A walk must know whether it has seen a node, in constant time and without changing what
 * other threads see. The quick way is to note a node's place in the node itself: {@link
 * Scalar#slot} is believed only if the node stands at that place, so that what earlier walks left
 * there does no harm. One walk at a time may do so; others, at the same time in other threads, look
 * nodes up in a table of their own. Nobody waits.
 */
abstract class GraphOrder {
  private static final AtomicBoolean SLOTS_TAKEN = new AtomicBoolean();
  private static final int INITIAL = 64;

  private Scalar[] nodes = new Scalar[INITIAL];
  private int count;

  /**
   * Applies a function to the ordered graph.
   *
   * @param root the result, which comes last in the order
   * @param work what is to be done; it must not keep the order
   * @return what the function returns
   */
  static <T> T of(Scalar root, Function<GraphOrder, T> work) {
    if (!SLOTS_TAKEN.compareAndSet(false, true)) {
      return work.apply(new InTable().walk(root));
    }
    try {
      return work.apply(new InSlots().walk(root));
    } finally {
      SLOTS_TAKEN.set(false);
    }
  }

  /** How many nodes there are. */
  final int count() {
    return count;
  }

  /** The node at an index. */
  final Scalar node(int index) {
    return nodes[index];
  }

  /** The index of a node, −1 for constants and for what is not in the graph. */
  abstract int indexOf(Scalar node);

  /** Notes the index of a node. */
  abstract void note(Scalar node, int index);

  final GraphOrder walk(Scalar root) {
    if (root.isConstant()) {
      return this;
    }
    Scalar[] path = new Scalar[INITIAL];
    byte[] seen = new byte[INITIAL];
    path[0] = root;
    int depth = 1;
    while (depth > 0) {
      Scalar node = path[depth - 1];
      Scalar operand = node.operand(seen[depth - 1]++);
      if (operand == null) {
        append(node);
        depth--;
      } else if (!operand.isConstant() && indexOf(operand) < 0) {
        if (depth == path.length) {
          path = Arrays.copyOf(path, 2 * depth);
          seen = Arrays.copyOf(seen, 2 * depth);
        }
        path[depth] = operand;
        seen[depth++] = 0;
      }
    }
    return this;
  }

  private void append(Scalar node) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    nodes[count] = node;
    note(node, count++);
  }

  /** Indices in the nodes themselves. */
  private static final class InSlots extends GraphOrder {
    @Override
    int indexOf(Scalar node) {
      int slot = node.slot;
      return slot < count() && node(slot) == node ? slot : -1;
    }

    @Override
    void note(Scalar node, int index) {
      node.slot = index;
    }
  }

  /** Indices in a hash table with open addressing: places hold an index plus one, or zero. */
  private static final class InTable extends GraphOrder {
    private int[] places = new int[4 * INITIAL];

    @Override
    int indexOf(Scalar node) {
      return places[place(node)] - 1;
    }

    @Override
    void note(Scalar node, int index) {
      if (2 * index >= places.length) {
        places = new int[Math.multiplyExact(2, places.length)];
        for (int i = 0; i < index; i++) {
          places[place(node(i))] = i + 1;
        }
      }
      places[place(node)] = index + 1;
    }

    /** Where the node is, or the empty place where it belongs. */
    private int place(Scalar node) {
      int mask = places.length - 1;
      int hash = System.identityHashCode(node) * 0x9E3779B9;
      int place = (hash ^ hash >>> 15) & mask;
      while (places[place] != 0 && node(places[place] - 1) != node) {
        place = (place + 1) & mask;
      }
      return place;
    }
  }
}
