package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and partials of small graphs, most of them published exercises. */
class ScalarTest {
  @Test
  void sumHasUnitPartialsInItsNamedInputsOnly() {
    Scalar a = Scalar.of(3, "a");
    Scalar b = Scalar.of(2, "b");
    Scalar d = Scalar.of(4);
    Scalar e = d.add(b.add(a));
    assertEquals(9, e.value());
    assertEquals(Map.of("a", 1.0, "b", 1.0), e.grad(1));
  }

  @Test
  void productHasTheOtherFactorsAsPartials() {
    Scalar a = Scalar.of(1, "a");
    Scalar b = Scalar.of(2, "b");
    Scalar d = b.multiply(a).add(1);
    assertEquals(3, d.value());
    assertEquals(Map.of("a", 2.0, "b", 1.0), d.grad(1));
  }

  @Test
  void seedScalesThePartialsOfANestedSquare() {
    Scalar a = Scalar.of(1, "a");
    Scalar b = Scalar.of(3, "b");
    Scalar d = b.square().multiply(a).add(1).square();
    assertEquals(100, d.value());
    assertEquals(Map.of("a", 180.0, "b", 120.0), d.grad(1));
    assertEquals(Map.of("a", 90.0, "b", 60.0), d.grad(0.5));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 3, 4, 5, 6", "0.5, -1, 2, 0.25, -3, 8", "0, 0, 1, 7, -7, 2"})
  void productOfSumsFollowsTheProductRule(
      double v1, double v2, double v3, double x1, double x2, double x3) {
    Scalar w1 = Scalar.of(v1, "w1");
    Scalar w2 = Scalar.of(v2, "w2");
    Scalar w3 = Scalar.of(v3, "w3");
    Scalar e = w1.multiply(x1).add(w2.multiply(x2)).multiply(w3.multiply(x3));
    double sum = v1 * x1 + v2 * x2;
    assertEquals(sum * (v3 * x3), e.value());
    assertEquals(
        Map.of("w1", v3 * x3 * x1, "w2", v3 * x3 * x2, "w3", sum * x3), plusZero(e.grad(1)));
  }

  /** Zeros of both signs as one, for comparison in maps. */
  private static Map<String, Double> plusZero(Map<String, Double> partials) {
    return partials.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() + 0.0));
  }

  @Test
  void chainRuleReachesTheInnerFactors() {
    double[] values = {2, 5, -3, 7};
    Scalar z = Scalar.of(values[0], "z");
    Scalar y = Scalar.of(values[1], "y");
    Scalar w = Scalar.of(values[2], "w");
    Scalar v = Scalar.of(values[3], "v");
    Map<String, Double> partials = z.multiply(y.add(w.multiply(v))).grad(1);
    assertEquals(values[0] * values[3], partials.get("w"));
    assertEquals(values[0] * values[2], partials.get("v"));
  }

  @Test
  void penAndPaperExerciseHasThePublishedHashes() throws NoSuchAlgorithmException {
    Scalar a = Scalar.of(2, "a");
    Scalar b = Scalar.of(Math.E, "b");
    Scalar c = Scalar.of(3, "c");
    Scalar one = Scalar.of(1);
    Map<String, Double> partials = one.divide(a.add(b.log())).add(one.divide(c)).grad(1);
    assertEquals("2fb0a82d3fe965c8a0d9ce85970058d8", hash(partials.get("a")));
    assertEquals("b6bfa6042c097c90ab76a61300d2429a", hash(partials.get("b")));
    assertEquals("2fb0a82d3fe965c8a0d9ce85970058d8", hash(partials.get("c")));
  }

  /** The MD5 of a number rounded to four decimals, in IEEE single, little-endian. */
  private static String hash(double x) throws NoSuchAlgorithmException {
    float rounded = (float) (Math.rint(x * 1e4) / 1e4);
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(rounded).array();
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  @Test
  void oneNameUsedByTwoInputsAddsUp() {
    Scalar sum = Scalar.of(2, "x").multiply(3).add(Scalar.of(5, "x").multiply(4));
    assertEquals(Map.of("x", 7.0), sum.grad(1));
  }

  @Test
  void severalPathsAddUp() {
    Scalar x = Scalar.of(3, "x");
    Scalar y = x.multiply(x).add(x.sin()).subtract(x.multiply(x.sin()));
    double expected = 6 + Math.cos(3) - Math.sin(3) - 3 * Math.cos(3);
    assertEquals(expected, y.grad(1).get("x"), 1e-15);
  }

  @Test
  void namesComeInTheOrderOfReading() {
    Scalar a = Scalar.of(1, "a");
    Scalar b = Scalar.of(2, "b");
    Scalar c = Scalar.of(3, "c");
    Scalar shared = c.multiply(b);
    Scalar result = shared.add(Scalar.fma(b, a, shared)).subtract(c);
    assertEquals(List.of("c", "b", "a"), List.copyOf(result.grad(1).keySet()));
    assertEquals(List.of("c", "b", "a"), List.copyOf(result.gradScalars(1).keySet()));
    Scalar other = Scalar.of(4).add(b.add(a));
    assertEquals(List.of("b", "a"), List.copyOf(other.grad(1).keySet()));
  }

  @Test
  void partialsCannotBeChanged() {
    Scalar x = Scalar.of(1, "x");
    assertThrows(UnsupportedOperationException.class, () -> x.grad(1).put("x", 2.0));
    assertThrows(UnsupportedOperationException.class, () -> x.gradScalars(1).clear());
  }

  @Test
  void constantHasNoPartials() {
    Scalar c = Scalar.of(2).multiply(3).sin();
    assertTrue(c.isConstant());
    assertEquals(Math.sin(6), c.value());
    assertEquals(Map.of(), c.grad(1));
    assertEquals(Map.of(), c.gradScalars(1));
  }

  @Test
  void inputIsItsOwnResult() {
    assertEquals(Map.of("x", 2.5), Scalar.of(7, "x").grad(2.5));
  }

  @Test
  void inputBehindAStepIsListedWithZero() {
    Scalar x = Scalar.of(1.5, "x");
    Scalar y = Scalar.of(2.5, "y");
    assertEquals(Map.of("x", 0.0, "y", 1.0), x.floor().add(y).grad(1));
    assertEquals(Map.of("x", 0.0, "y", 1.0), x.max(y).grad(1));
  }

  @Test
  void branchNotTakenHandsOnNothing() {
    Scalar x = Scalar.of(1, "x");
    Scalar y = Scalar.of(0, "y");
    Scalar infinite = Scalar.of(1).divide(y);
    assertEquals(Map.of("x", 1.0, "y", 0.0), x.min(infinite).grad(1));
  }

  @Test
  void partialsOfGivenScalarsIncludeIntermediateOnes() {
    Scalar x = Scalar.of(3, "x");
    Scalar square = x.square();
    Scalar stranger = Scalar.of(1, "stranger");
    double[] partials =
        square.sin().partials(2, NonSmooth.STRONG_ZERO, square, x, stranger, Scalar.of(5));
    assertEquals(2 * Math.cos(9), partials[0]);
    assertEquals(2 * Math.cos(9) * 6, partials[1], 1e-15);
    assertEquals(0, partials[2]);
    assertEquals(0, partials[3]);
  }

  @Test
  void comparisonIsByValueAndEqualityByIdentity() {
    Scalar two = Scalar.of(2, "x");
    Scalar alsoTwo = Scalar.of(2, "x");
    assertEquals(0, two.compareTo(alsoTwo));
    assertTrue(two.compareTo(Scalar.of(3)) < 0);
    assertNotEquals(two, alsoTwo);
    assertEquals("x=2.0", two.toString());
  }

  @Test
  void inputNeedsAName() {
    assertThrows(NullPointerException.class, () -> Scalar.of(1, null));
  }
}
