package dev.cotangent;

import java.util.ArrayList;
import java.util.List;

/**
 * A graph as text for programs that draw: a box for each node, with its sign, value and, for a
 * seed, its adjoint; an arrow from each operand. An operand that is used twice has two arrows, and
 * constants have a box for each use.
 */
final class GraphDrawing {
  private final List<List<String>> boxes = new ArrayList<>();
  private final List<int[]> arrows = new ArrayList<>();

  /** A drawing with values. */
  GraphDrawing(Scalar root) {
    draw(root, null);
  }

  /** A drawing with values and adjoints. */
  GraphDrawing(Scalar root, double seed) {
    draw(root, seed);
  }

  private void draw(Scalar root, Double seed) {
    GraphOrder.of(
        root,
        order -> {
          ReverseSweep sweep =
              seed == null ? null : new ReverseSweep(order, seed, NonSmooth.STRONG_ZERO);
          int[] boxOf = new int[order.count()];
          for (int i = 0; i < order.count(); i++) {
            boxOf[i] = drawNode(order, order.node(i), boxOf);
            if (sweep != null) {
              boxes.get(boxOf[i]).add("adjoint " + sweep.adjoint(i));
            }
          }
          return null;
        });
    if (root.isConstant()) {
      box(root);
    }
  }

  private int drawNode(GraphOrder order, Scalar node, int[] boxOf) {
    List<Integer> sources = new ArrayList<>();
    for (int k = 0; k < node.operation().arity(); k++) {
      Scalar operand = node.operand(k);
      sources.add(operand.isConstant() ? box(operand) : boxOf[order.indexOf(operand)]);
    }
    int target = box(node);
    sources.forEach(source -> arrows.add(new int[] {source, target}));
    return target;
  }

  private int box(Scalar node) {
    List<String> lines = new ArrayList<>();
    String title = node.name() == null ? node.operation().sign() : node.name();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    lines.add(Double.toString(node.value()));
    boxes.add(lines);
    return boxes.size() - 1;
  }

  String toDot() {
    StringBuilder text = new StringBuilder("digraph scalar {\n  node [shape=box];\n");
    for (int i = 0; i < boxes.size(); i++) {
      List<String> lines = boxes.get(i).stream().map(GraphDrawing::escapeDot).toList();
      text.append("  n").append(i);
      text.append(" [label=\"").append(String.join("\\n", lines)).append("\"];\n");
    }
    for (int[] arrow : arrows) {
      text.append("  n").append(arrow[0]).append(" -> n").append(arrow[1]).append(";\n");
    }
    return text.append("}\n").toString();
  }

  String toMermaid() {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    for (int i = 0; i < boxes.size(); i++) {
      List<String> lines = boxes.get(i).stream().map(GraphDrawing::escapeMermaid).toList();
      text.append("  n").append(i);
      text.append("[\"").append(String.join("<br/>", lines)).append("\"]\n");
    }
    for (int[] arrow : arrows) {
      text.append("  n").append(arrow[0]).append(" --> n").append(arrow[1]).append("\n");
    }
    return text.toString();
  }

  private static String escapeDot(String line) {
    return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** Mermaid's own entities: #35; for a number sign, #quot; for a quotation mark, and so on. */
  private static String escapeMermaid(String line) {
    return line.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("\n", " ");
  }
}
