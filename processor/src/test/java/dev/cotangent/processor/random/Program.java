package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A generated class with one differentiable method {@code f}, and the points at which it is looked
 * at, in the notation of {@link dev.cotangent.processor.corpus.At}.
 *
 * @param wild whether it may leave the domain of a function
 * @param smooth points drawn at random
 * @param singular points where much is equal, zero or empty
 */
record Program(String name, boolean wild, Term unit, List<String> smooth, List<String> singular) {
  /** Where the points stand in the text. */
  static final String POINTS = "@At()";

  static final String PACKAGE = "corpus";

  /** The source file. */
  String source() {
    String text = unit.print();
    String rounding = text.contains("float") ? ", differences = 5e-3" : "";
    String points = "value = " + list(smooth) + ", singular = " + list(singular) + rounding;
    return text.replace(POINTS, "@At(" + points + ")");
  }

  private static String list(List<String> points) {
    return points.stream().collect(Collectors.joining("\", \"", "{\"", "\"}")).replace("\"\"", "");
  }

  Program with(Term other) {
    return new Program(name, wild, other, smooth, singular);
  }

  /** The same at each single point. */
  List<Program> atOnePoint() {
    List<Program> all = new ArrayList<>();
    smooth.forEach(point -> all.add(new Program(name, wild, unit, List.of(point), List.of())));
    singular.forEach(point -> all.add(new Program(name, wild, unit, List.of(), List.of(point))));
    return all;
  }

  int points() {
    return smooth.size() + singular.size();
  }

  String qualifiedName() {
    return PACKAGE + "." + name;
  }

  String companion() {
    return qualifiedName() + "F";
  }
}
