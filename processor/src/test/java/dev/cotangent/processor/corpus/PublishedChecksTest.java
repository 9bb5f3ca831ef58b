package dev.cotangent.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Derivatives that were published with tutorials and exercises, through generated companions. */
final class PublishedChecksTest {
  private static final Compiled PUBLISHED =
      CompanionHarness.compile(
              """
              package published;

              import dev.cotangent.Differentiable;

              final class Published {
                @Differentiable(wrt = {"a", "b"})
                static double sum(double a, double b, double d) {
                  return d + (b + a);
                }

                @Differentiable
                static double product(double a, double b) {
                  return b * a + 1;
                }

                @Differentiable
                static double square(double a, double b) {
                  double c = b * b * a + 1;
                  return c * c;
                }

                @Differentiable
                static double squareByPow(double a, double b) {
                  return Math.pow(Math.pow(b, 2) * a + 1, 2);
                }

                @Differentiable(wrt = {"w1", "w2", "w3"})
                static double neurons(
                    double w1, double w2, double w3, double x1, double x2, double x3) {
                  return (w1 * x1 + w2 * x2) * (w3 * x3);
                }

                @Differentiable
                static double chain(double z, double y, double w, double v) {
                  return z * (y + w * v);
                }

                @Differentiable
                static double exercise(double a, double b, double c) {
                  return 1 / (a + Math.log(b)) + 1 / c;
                }
              }
              """)
          .orThrow();

  private static Companion companion(String name) {
    return PUBLISHED.companion("published.Published" + name);
  }

  @Test
  void sumsHaveUnitPartials() {
    Holder g = companion("Sum").gradient(3.0, 2.0, 4.0);
    assertEquals(9, g.value());
    assertEquals(1, g.partial("a"));
    assertEquals(1, g.partial("b"));
  }

  @Test
  void productsHaveTheOtherFactor() {
    Holder g = companion("Product").gradient(1.0, 2.0);
    assertEquals(3, g.value());
    assertEquals(2, g.partial("a"));
    assertEquals(1, g.partial("b"));
  }

  @Test
  void severalPathsAddUp() {
    for (String form : new String[] {"Square", "SquareByPow"}) {
      Holder g = companion(form).gradient(1.0, 3.0);
      assertEquals(100, g.value(), form);
      assertEquals(180, g.partial("a"), form);
      assertEquals(120, g.partial("b"), form);
    }
  }

  @Test
  void weightsOfTwoLayersHavePartialsByHand() {
    double[][] points = {{1, 2, 3, 4, 5, 6}, {-0.5, 0.25, 2, 1, -3, 0.5}, {0, 0, 0, 1, 1, 1}};
    for (double[] p : points) {
      Holder g = companion("Neurons").gradient(p[0], p[1], p[2], p[3], p[4], p[5]);
      assertEquals(p[3] * p[2] * p[5], g.partial("w1"));
      assertEquals(p[4] * p[2] * p[5], g.partial("w2"));
      assertEquals((p[0] * p[3] + p[1] * p[4]) * p[5], g.partial("w3"));
    }
  }

  @Test
  void chainRuleReachesTheInnermost() {
    Holder g = companion("Chain").gradient(2.0, 3.0, 5.0, 7.0);
    assertEquals(2 * 7, g.partial("w"));
    assertEquals(2 * 5, g.partial("v"));
    assertEquals(3 + 5 * 7, g.partial("z"));
    assertEquals(2, g.partial("y"));
  }

  /** The answers were published as hashes: four decimals, as a little-endian float. */
  @Test
  void penAndPaperExerciseHasThePublishedHashes() {
    Holder g = companion("Exercise").gradient(2.0, Math.E, 3.0);
    assertEquals("2fb0a82d3fe965c8a0d9ce85970058d8", hash(g.partial("a")));
    assertEquals("b6bfa6042c097c90ab76a61300d2429a", hash(g.partial("b")));
    assertEquals("2fb0a82d3fe965c8a0d9ce85970058d8", hash(g.partial("c")));
    assertTrue(companion("Exercise").check(2.0, Math.E, 3.0).passed());
  }

  private static String hash(double partial) {
    float rounded = (float) (Math.rint(partial * 1e4) / 1e4);
    byte[] bytes =
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(rounded).array();
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }
}
