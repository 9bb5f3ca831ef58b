package dev.cotangent.processor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Points at which an operation has a derivative, away from its kinks and jumps. */
final class Samples {
  private static final Range ANY = new Range(-3, 3);

  /** Where the arguments come from, and which of the points to keep. */
  private record Domain(Predicate<double[]> smooth, List<Range> ranges) {
    Domain(Predicate<double[]> smooth, Range... ranges) {
      this(smooth, List.of(ranges));
    }
  }

  private record Range(double low, double high) {}

  private static final Range POSITIVE = new Range(0.01, 10);
  private static final Range UNIT = new Range(-0.95, 0.95);

  private static final Map<String, Domain> DOMAINS =
      Map.ofEntries(
          Map.entry("sqrt", new Domain(Samples::isAny, POSITIVE)),
          Map.entry("cbrt", new Domain(Samples::isOffZero, ANY)),
          Map.entry("log", new Domain(Samples::isAny, POSITIVE)),
          Map.entry("log10", new Domain(Samples::isAny, POSITIVE)),
          Map.entry("log1p", new Domain(x -> away(x[0], -1), new Range(-0.9, 9))),
          Map.entry("asin", new Domain(Samples::isAny, UNIT)),
          Map.entry("acos", new Domain(Samples::isAny, UNIT)),
          Map.entry("asinDx", new Domain(Samples::isAny, UNIT)),
          Map.entry("acosDx", new Domain(Samples::isAny, UNIT)),
          Map.entry("tan", new Domain(Samples::isAny, new Range(-1.3, 1.3))),
          Map.entry("pow", new Domain(Samples::isAny, POSITIVE, ANY)),
          Map.entry("powDx", new Domain(Samples::isAny, POSITIVE, ANY)),
          Map.entry("hypotD", new Domain(Samples::isAny, ANY, new Range(0.2, 3))),
          Map.entry("hypot", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("atan2", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("atan2Dx", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("atan2Dy", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("/", new Domain(x -> away(x[1], 0), ANY, ANY)),
          Map.entry("%", new Domain(Samples::quotientIsPlain, ANY, new Range(0.3, 3))),
          Map.entry(
              "IEEEremainder", new Domain(Samples::quotientIsPlain, ANY, new Range(-3, -0.3))),
          Map.entry("remainderDy", new Domain(Samples::quotientIsPlain, ANY, new Range(0.3, 3))),
          Map.entry(
              "ieeeRemainderDy", new Domain(Samples::quotientIsPlain, ANY, new Range(0.3, 3))),
          Map.entry("abs", new Domain(Samples::isOffZero, ANY)),
          Map.entry("signum", new Domain(Samples::isOffZero, ANY)),
          Map.entry("strongMultiply", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("copySign", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("copySignDx", new Domain(Samples::isOffAxes, ANY, ANY)),
          Map.entry("max", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("min", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("maxDx", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("maxDy", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("minDx", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("minDy", new Domain(Samples::isOffTie, ANY, ANY)),
          Map.entry("clamp", bounded()),
          Map.entry("clampDv", bounded()),
          Map.entry("clampDlow", bounded()),
          Map.entry("clampDhigh", bounded()),
          Map.entry("floor", new Domain(x -> whole(x[0]), ANY)),
          Map.entry("ceil", new Domain(x -> whole(x[0]), ANY)),
          Map.entry("rint", new Domain(x -> whole(x[0] + 0.5), ANY)),
          Map.entry("ulp", new Domain(x -> away(Math.abs(x[0]), Math.ulp(x[0]) * 0x1p52), ANY)));

  /** How far the nearest singularity of an argument is, where that is nearer than 0.4. */
  private static final Map<String, ToDoubleFunction<double[]>> ROOM =
      Map.of(
          "asin", x -> 1 - Math.abs(x[0]),
          "acos", x -> 1 - Math.abs(x[0]),
          "asinDx", x -> 1 - Math.abs(x[0]),
          "acosDx", x -> 1 - Math.abs(x[0]),
          "log1p", x -> 1 + x[0],
          "%", x -> 0.02,
          "IEEEremainder", x -> 0.02,
          "remainderDy", x -> 0.02,
          "ieeeRemainderDy", x -> 0.02);

  private static final Set<String> SINGULAR_AT_ZERO =
      Set.of("sqrt", "cbrt", "log", "log10", "pow", "powDx", "/", "atan2", "hypot", "hypotD");

  private Samples() {}

  /** A step for the differences in an argument. */
  static double step(Subject subject, int argument, double[] at) {
    double room = ROOM.getOrDefault(subject.name(), x -> 0.4).applyAsDouble(at);
    return 0.08
        * (SINGULAR_AT_ZERO.contains(subject.name())
            ? Math.min(room, Math.abs(at[argument]))
            : room);
  }

  private static Domain bounded() {
    return new Domain(
        x -> away(x[0], x[1]) && away(x[0], x[2]), ANY, new Range(-2, 0), new Range(0.5, 2));
  }

  private static boolean isAny(double[] x) {
    return x.length > 0;
  }

  private static boolean isOffZero(double[] x) {
    return away(x[0], 0);
  }

  private static boolean isOffAxes(double[] x) {
    return away(x[0], 0) && away(x[1], 0);
  }

  private static boolean isOffTie(double[] x) {
    return away(x[0], x[1]);
  }

  private static boolean away(double x, double place) {
    return Math.abs(x - place) > 0.1;
  }

  /** Whether the number is away from whole ones. */
  private static boolean whole(double x) {
    return away(x, Math.rint(x));
  }

  /** Whether the quotient is away from the jumps of both remainders. */
  private static boolean quotientIsPlain(double[] x) {
    return Math.abs(2 * x[0] / x[1] - Math.rint(2 * x[0] / x[1])) > 0.2;
  }

  /** So many points, always the same for a name. */
  static List<double[]> of(Subject subject, int count) {
    Random random = new Random(subject.name().hashCode());
    Domain domain = DOMAINS.getOrDefault(subject.name(), new Domain(Samples::isAny));
    List<double[]> points = new ArrayList<>();
    while (points.size() < count) {
      double[] point = new double[subject.arity()];
      for (int i = 0; i < point.length; i++) {
        Range range = i < domain.ranges.size() ? domain.ranges.get(i) : ANY;
        point[i] = draw(range, subject.parameters().get(i).isFloating(), random);
      }
      if (domain.smooth.test(point)) {
        points.add(point);
      }
    }
    return points;
  }

  private static double draw(Range range, boolean floating, Random random) {
    double number = range.low + (range.high - range.low) * random.nextDouble();
    // Floats, so that every overload sees the same numbers.
    return floating ? (float) number : Math.rint(number);
  }
}
