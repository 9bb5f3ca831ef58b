package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.function.Consumer;

/**
 * The method itself: each member that runs it gives its value to the last bit, leaves its arrays,
 * and throws what it throws.
 */
final class PrimalWitness implements Witness.AtPoint {
  /** A twin takes derivatives within a method in an order of its own. */
  private static final double ROUNDING = 1e-12;

  @Override
  public void examine(Subject subject, Point point, Consumer<String> complaints) {
    Companion companion = subject.companion();
    Outcome expected = Outcome.of(point.arguments(), subject::primal);
    Object[] tangents = tangents(subject, point);
    Holder holder = companion.holder();
    compare("value", Outcome.of(point.arguments(), companion::value), expected, complaints);
    compare(
        "gradient",
        Outcome.of(point.arguments(), arguments -> companion.gradient(arguments).value()),
        expected,
        complaints);
    compare(
        "gradient into a holder",
        Outcome.of(point.arguments(), arguments -> companion.gradientInto(holder, arguments)),
        expected,
        complaints);
    compare(
        "jvp",
        Outcome.of(
            point.arguments(),
            arguments -> companion.jvp(Values.append(arguments, tangents)).value()),
        expected,
        complaints);
    Outcome second =
        Outcome.of(
            point.arguments(),
            arguments -> {
              companion.hvp(Values.append(arguments, tangents));
              return expected.value();
            });
    compare("hvp", second, expected, complaints);
    Outcome twin =
        Outcome.of(point.arguments(), arguments -> new Twin(subject, arguments).root().value());
    // It takes derivatives within the method in its own way.
    if (!subject.nests() || !twin.isNear(expected, ROUNDING)) {
      compare("scalar", twin, expected, complaints);
    }
  }

  private static Object[] tangents(Subject subject, Point point) {
    Coordinates coordinates = subject.coordinates(point);
    return coordinates.tangents(Directions.across(coordinates, 1));
  }

  private static void compare(
      String member, Outcome found, Outcome expected, Consumer<String> complaints) {
    String difference = found.differenceFrom(expected);
    if (difference != null) {
      complaints.accept(member + " " + difference);
    }
  }
}
