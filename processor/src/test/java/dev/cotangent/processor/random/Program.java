package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A generated class with one differentiable method {@code f}, and the points at which it is looked
 * at, in the notation of {@link dev.cotangent.processor.corpus.At}.
 *
 * @param wild whether it may leave the domain of a function
 * @param outputs the arrays that {@code f} fills, if it has no result
 * @param smooth points drawn at random
 * @param singular points where much is equal, zero or empty
 */
record Program(
    String name,
    boolean wild,
    Term unit,
    List<String> outputs,
    List<String> smooth,
    List<String> singular) {
  /** Where the points stand in the text. */
  static final String POINTS = "@At()";

  static final String PACKAGE = "corpus";

  /** What each file begins with. */
  static final String HEAD =
      """
      package corpus;
      import dev.cotangent.Derivative;
      import dev.cotangent.DerivativeOf;
      import dev.cotangent.Differentiable;
      import dev.cotangent.Passive;
      import dev.cotangent.Wrt;
      import dev.cotangent.processor.corpus.At;
      import dev.cotangent.processor.random.Outside;
      import java.util.Arrays;
      import java.util.List;
      import java.util.function.*;
      import java.util.stream.*;
      """;

  /** The source files, the one with {@code f} first. */
  List<String> sources() {
    return unit.parts().stream().map(file -> file.print().replace(POINTS, at())).toList();
  }

  /** All of them, for readers. */
  String source() {
    return String.join("\n", sources());
  }

  private String at() {
    boolean floats = unit.print().contains("float");
    String rounding = floats ? ", differences = 5e-3" : "";
    String filled = outputs.isEmpty() ? "" : ", outputs = " + list(outputs);
    String points = "value = " + list(smooth) + ", singular = " + list(singular);
    return "@At(" + points + rounding + filled + ")";
  }

  private static String list(List<String> points) {
    return points.stream().collect(Collectors.joining("\", \"", "{\"", "\"}")).replace("\"\"", "");
  }

  Program with(Term other) {
    return new Program(name, wild, other, outputs, smooth, singular);
  }

  /** The same at each single point. */
  List<Program> atOnePoint() {
    List<Program> all = new ArrayList<>();
    smooth.forEach(point -> all.add(at(List.of(point), List.of())));
    singular.forEach(point -> all.add(at(List.of(), List.of(point))));
    return all;
  }

  private Program at(List<String> smoothPoints, List<String> singularPoints) {
    return new Program(name, wild, unit, outputs, smoothPoints, singularPoints);
  }

  int points() {
    return smooth.size() + singular.size();
  }

  /** How many methods have a companion. */
  int companions() {
    return (int) Pattern.compile("@Differentiable\\(").matcher(source()).results().count();
  }

  /** The classes of its files. */
  List<String> classes() {
    return Pattern.compile("(?m)^final class (\\w+) ")
        .matcher(source())
        .results()
        .map(found -> PACKAGE + '.' + found.group(1))
        .toList();
  }

  String qualifiedName() {
    return PACKAGE + "." + name;
  }

  String companion() {
    return qualifiedName() + "F";
  }
}
