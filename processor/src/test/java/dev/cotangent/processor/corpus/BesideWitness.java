package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * {@code hvp} that gives the gradient too, with the same two holders at all points: both are what
 * {@code hvp} and {@code gradient} give alone, but for the order of free additions.
 */
final class BesideWitness implements Witness {
  private static final double ROUNDING = 1e-13;
  private static final double FLOAT_ROUNDING = 0x1p-21;

  @Override
  public String name() {
    return "hvp beside the gradient";
  }

  @Override
  public void examine(Subject subject, Consumer<String> complaints) {
    Companion companion = subject.companion();
    Holder product = companion.holder();
    Holder gradient = companion.holder();
    for (Point point : subject.points()) {
      Outcome own = Outcome.of(point.arguments(), subject::primal);
      Outcome both =
          Outcome.of(
              HolderWitness.withTangents(subject, point),
              arguments -> companion.hvpBeside(product, gradient, arguments));
      if (!Objects.equals(both.thrown(), own.thrown())) {
        complaints.accept(point + " throws " + both.thrown() + ", the method " + own.thrown());
      }
      if (own.thrown() != null) {
        continue;
      }
      if (Double.compare(both.value(), product.value()) != 0) {
        complaints.accept(point + " returned " + both.value() + ", kept " + product.value());
      }
      Holder first = companion.gradient(point.copy());
      Holder second = companion.hvp(HolderWitness.withTangents(subject, point));
      double size = Agreement.largest(numbers(subject, point, first));
      compare(subject, point, gradient, first, size, complaints);
      compare(subject, point, product, second, size, complaints);
    }
  }

  private static double[] numbers(Subject subject, Point point, Holder holder) {
    return DoubleStream.concat(
            DoubleStream.of(holder.value()),
            Arrays.stream(subject.partials(holder, point.arguments())))
        .toArray();
  }

  /** Whether a holder is what it is alone, within the rounding of terms of that size. */
  private static void compare(
      Subject subject,
      Point point,
      Holder beside,
      Holder alone,
      double size,
      Consumer<String> complaints) {
    double[] found = numbers(subject, point, beside);
    double[] expected = numbers(subject, point, alone);
    double largest = Agreement.largest(expected) + size;
    Coordinates floats = subject.coordinates(point);
    for (int k = 0; k < expected.length; k++) {
      // The value of a method that gives float is one.
      boolean isFloat = k == 0 ? (float) expected[0] == expected[0] : floats.isFloat(k - 1);
      double tolerance = isFloat ? FLOAT_ROUNDING * Math.abs(expected[k]) : 0;
      if (!Agreement.within(tolerance + ROUNDING * largest, found[k], expected[k])) {
        complaints.accept(
            point + " gives " + Arrays.toString(found) + ", alone " + Arrays.toString(expected));
      }
    }
  }
}
