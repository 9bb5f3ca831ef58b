package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.Arrays;
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
      if (!Witnesses.returns(subject, point)) {
        continue;
      }
      double returned =
          companion.hvpBeside(product, gradient, HolderWitness.withTangents(subject, point));
      if (Double.compare(returned, product.value()) != 0) {
        complaints.accept(point + " returned " + returned + ", kept " + product.value());
      }
      Holder alone = companion.hvp(HolderWitness.withTangents(subject, point));
      Holder first = companion.gradient(point.copy());
      double size = Agreement.largest(numbers(subject, point, first));
      compare(
          subject,
          point,
          "the product",
          numbers(subject, point, product),
          numbers(subject, point, alone),
          size,
          complaints);
      compare(
          subject,
          point,
          "the gradient",
          numbers(subject, point, gradient),
          numbers(subject, point, first),
          size,
          complaints);
    }
  }

  private static double[] numbers(Subject subject, Point point, Holder holder) {
    return DoubleStream.concat(
            DoubleStream.of(holder.value()),
            Arrays.stream(subject.partials(holder, point.arguments())))
        .toArray();
  }

  private static void compare(
      Subject subject,
      Point point,
      String what,
      double[] found,
      double[] expected,
      double size,
      Consumer<String> complaints) {
    Coordinates floats = subject.coordinates(point);
    double largest = Agreement.largest(expected) + size;
    for (int k = 0; k < expected.length; k++) {
      // The value of a method that gives float is one.
      boolean isFloat = k == 0 ? (float) expected[0] == expected[0] : floats.isFloat(k - 1);
      double tolerance = isFloat ? FLOAT_ROUNDING * Math.abs(expected[k]) : 0;
      if (!Agreement.within(tolerance + ROUNDING * largest, found[k], expected[k])) {
        complaints.accept(
            point
                + " "
                + what
                + " is "
                + Arrays.toString(found)
                + ", alone "
                + Arrays.toString(expected));
      }
    }
  }
}
