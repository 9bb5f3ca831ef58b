package dev.cotangent.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Everything that a run of a program lets one see: its results, or the kind of exception that ended
 * it, and what it left in its array arguments. Numbers count as equal when their bits are equal, or
 * both are NaN.
 */
public record Behaviour(List<String> results, List<String> arguments) {
  private static final long STEPS = 200_000;

  /** What other groupings of products may make of numbers between one and a thousand. */
  private static final double ROUNDING = 1e-9;

  /** Runs the program on deep copies of the arguments; arrays given twice stay one array. */
  public static Behaviour of(Program program, Object... arguments) {
    Object[] copies = copy(arguments);
    List<String> results;
    try {
      results = show(new Interpreter(program).stepLimit(STEPS).run(copies));
    } catch (Interpreter.StepLimitException | UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      results = List.of(e.getClass().getName());
    }
    return new Behaviour(results, show(copies));
  }

  /** Fails, with both programs in the message, if the second does not behave as the first. */
  public static void assertSame(Program expected, Program actual, Object... arguments) {
    Behaviour before = of(expected, arguments);
    assertEquals(
        before,
        of(actual, arguments),
        () -> "before:\n" + expected + "\nafter:\n" + actual + "\non " + show(arguments));
  }

  /** The same with the sign of zeros forgotten. */
  public Behaviour withUnsignedZeros() {
    return new Behaviour(unsigned(results), unsigned(arguments));
  }

  private static List<String> unsigned(List<String> texts) {
    return texts.stream().map(text -> text.replaceAll("-0\\.0(?![\\dE])", "0.0")).toList();
  }

  /** Fails if the second behaves otherwise than the first but for the sign of zeros. */
  public static void assertAlike(Program expected, Program actual, Object... arguments) {
    Behaviour before = of(expected, arguments).withUnsignedZeros();
    assertEquals(
        before,
        of(actual, arguments).withUnsignedZeros(),
        () -> "before:\n" + expected + "\nafter:\n" + actual + "\non " + show(arguments));
  }

  /** Fails if the second does not give the same numbers but for rounding. */
  public static void assertNear(Program expected, Program actual, Object... arguments) {
    Behaviour before = of(expected, arguments).withUnsignedZeros();
    Behaviour after = of(actual, arguments).withUnsignedZeros();
    if (!near(before.results, after.results) || !near(before.arguments, after.arguments)) {
      assertAlike(expected, actual, arguments);
    }
  }

  private static boolean near(List<String> expected, List<String> actual) {
    String[] left = String.join(" ", expected).split("[\\[\\], ]+", -1);
    String[] right = String.join(" ", actual).split("[\\[\\], ]+", -1);
    return left.length == right.length
        && IntStream.range(0, left.length).allMatch(k -> near(left[k], right[k]));
  }

  private static boolean near(String expected, String actual) {
    if (expected.equals(actual)) {
      return true;
    }
    try {
      double number = Double.parseDouble(expected);
      return Math.abs(number - Double.parseDouble(actual)) <= ROUNDING * (1 + Math.abs(number));
    } catch (NumberFormatException text) {
      return false;
    }
  }

  /** Arguments for a program of {@link RandomPrograms}. */
  public static Object[] arguments(Random random) {
    double[] a = random.doubles(RandomPrograms.MASK + 1 + random.nextInt(3), -2, 2).toArray();
    double[] b = random.doubles(RandomPrograms.MASK + 1, -2, 2).toArray();
    boolean alias = random.nextInt(4) == 0;
    return new Object[] {
      random.nextDouble() * 4 - 2, random.nextGaussian(), random.nextInt(9) - 2, a, alias ? a : b
    };
  }

  private static Object[] copy(Object[] arguments) {
    Object[] copies = new Object[arguments.length];
    for (int i = 0; i < copies.length; i++) {
      int first = Arrays.asList(arguments).indexOf(arguments[i]);
      copies[i] = first < i && isArray(arguments[i]) ? copies[first] : copy(arguments[i]);
    }
    return copies;
  }

  private static boolean isArray(Object object) {
    return object != null && object.getClass().isArray();
  }

  private static Object copy(Object argument) {
    if (argument instanceof Object[] rows) {
      Object[] copy = rows.clone();
      Arrays.setAll(copy, i -> copy(rows[i]));
      return copy;
    }
    return isArray(argument) ? InterpreterArrays.copy(argument) : argument;
  }

  private static List<String> show(Object[] objects) {
    return Arrays.stream(objects).map(Behaviour::show).toList();
  }

  private static String show(Object object) {
    if (!isArray(object)) {
      return String.valueOf(object);
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Array.getLength(object); i++) {
      text.append(i == 0 ? "" : ", ").append(show(Array.get(object, i)));
    }
    return text.append(']').toString();
  }
}
