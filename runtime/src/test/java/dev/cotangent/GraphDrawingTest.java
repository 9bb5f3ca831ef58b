package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GraphDrawingTest {
  private final Scalar a = Scalar.of(3, "a");
  private final Scalar product = a.multiply(a).add(4);

  @Test
  void dotHasValues() {
    assertEquals(
        """
        digraph scalar {
          node [shape=box];
          n0 [label="a\\n3.0"];
          n1 [label="×\\n9.0"];
          n2 [label="4.0"];
          n3 [label="+\\n13.0"];
          n0 -> n1;
          n0 -> n1;
          n1 -> n3;
          n2 -> n3;
        }
        """,
        product.toDot());
  }

  @Test
  void dotHasAdjointsForASeed() {
    assertEquals(
        """
        digraph scalar {
          node [shape=box];
          n0 [label="a\\n3.0\\nadjoint 3.0"];
          n1 [label="×\\n9.0\\nadjoint 0.5"];
          n2 [label="4.0"];
          n3 [label="+\\n13.0\\nadjoint 0.5"];
          n0 -> n1;
          n0 -> n1;
          n1 -> n3;
          n2 -> n3;
        }
        """,
        product.toDot(0.5));
  }

  @Test
  void mermaidHasValuesAndAdjoints() {
    assertEquals(
        """
        flowchart TD
          n0["a<br/>3.0<br/>adjoint 6.0"]
          n1["×<br/>9.0<br/>adjoint 1.0"]
          n2["4.0"]
          n3["+<br/>13.0<br/>adjoint 1.0"]
          n0 --> n1
          n0 --> n1
          n1 --> n3
          n2 --> n3
        """,
        product.toMermaid(1));
    assertTrue(product.toMermaid().contains("n0[\"a<br/>3.0\"]"));
  }

  @Test
  void namesAreEscaped() {
    Scalar odd = Scalar.of(1, "a\"b\\c<d>#");
    assertTrue(odd.toDot().contains("label=\"a\\\"b\\\\c<d>#\\n1.0\""), odd.toDot());
    assertTrue(odd.toMermaid().contains("[\"a#quot;b\\c#lt;d#gt;#35;<br/>1.0\"]"));
  }

  @Test
  void constantIsOneBox() {
    assertEquals("flowchart TD\n  n0[\"2.0\"]\n", Scalar.of(2).toMermaid());
  }
}
