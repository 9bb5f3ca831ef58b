package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import dev.cotangent.processor.companion.Companion.Holder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A holder that is used for all points, twice for each, there and back: it must forget what it held
 * before, other lengths and exceptions too.
 */
final class HolderWitness implements Witness {
  @Override
  public String name() {
    return "holder";
  }

  @Override
  public void examine(Subject subject, Consumer<String> complaints) {
    Companion companion = subject.companion();
    Holder reused = companion.holder();
    Holder reusedSecond = companion.holder();
    List<Point> thereAndBack = new ArrayList<>(subject.points());
    List<Point> back = new ArrayList<>(subject.points());
    Collections.reverse(back);
    thereAndBack.addAll(back);
    Object[] earlier = {};
    Object[] left = {};
    for (Point point : thereAndBack) {
      for (int repeat = 0; repeat < 2; repeat++) {
        Object[] arguments = point.copy();
        report(subject, point, () -> into(reused, companion.gradientInto(reused, arguments)));
        if (!Values.same(earlier, left)) {
          complaints.accept(point + " changed what an earlier call had left to its caller");
        }
        earlier = arguments;
        left = Values.copy(arguments);
        compare(
            subject,
            point,
            "gradient",
            () -> companion.gradient(point.copy()),
            () -> into(reused, companion.gradientInto(reused, point.copy())),
            complaints);
        compare(
            subject,
            point,
            "hvp",
            () -> companion.hvp(withTangents(subject, point)),
            () -> into(reusedSecond, companion.hvpInto(reusedSecond, withTangents(subject, point))),
            complaints);
      }
    }
  }

  /** A call that leaves its results in a holder. */
  private interface Call {
    Holder run();
  }

  private static Holder into(Holder holder, double returned) {
    if (Double.compare(returned, holder.value()) != 0) {
      throw new AssertionError("returned " + returned + " and kept " + holder.value());
    }
    return holder;
  }

  static Object[] withTangents(Subject subject, Point point) {
    Coordinates coordinates = subject.coordinates(point);
    Object[] tangents = coordinates.tangents(Directions.across(coordinates, 1));
    return Values.append(point.copy(), tangents);
  }

  private static void compare(
      Subject subject,
      Point point,
      String member,
      Call fresh,
      Call reused,
      Consumer<String> complaints) {
    String expected = report(subject, point, fresh);
    String found = report(subject, point, reused);
    if (!found.equals(expected)) {
      complaints.accept(
          point + " " + member + " into a used holder is " + found + ", fresh " + expected);
    }
  }

  private static String report(Subject subject, Point point, Call call) {
    try {
      Holder holder = call.run();
      return holder.value() + " " + Arrays.toString(subject.partials(holder, point.arguments()));
    } catch (RuntimeException | AssertionError thrown) {
      return thrown.getClass().getName();
    }
  }
}
