package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A method whose results are other than one number, with its companion and its points. */
final class ManySubject {
  private final Method method;
  private final Companion companion;
  private final Companion user;
  private final List<Integer> wrt = new ArrayList<>();
  private final List<Integer> outputs = new ArrayList<>();
  private final List<Point> points;

  ManySubject(Method method, Companion companion, Companion user) {
    this.method = method;
    this.companion = companion;
    this.user = user;
    Parameter[] parameters = method.getParameters();
    List<String> filled = List.of(at().outputs());
    for (int i = 0; i < parameters.length; i++) {
      if (isDifferentiated(parameters[i].getName())) {
        wrt.add(i);
      }
      if (filled.contains(parameters[i].getName())) {
        outputs.add(i);
      }
    }
    Class<?>[] types = method.getParameterTypes();
    points = new PointReader(types, new Class<?>[0], toString().hashCode()).read(at());
  }

  private boolean isDifferentiated(String parameter) {
    String accessor = "d" + Character.toUpperCase(parameter.charAt(0)) + parameter.substring(1);
    return Stream.of(companion.holder().target().getClass().getDeclaredMethods())
        .anyMatch(candidate -> candidate.getName().equals(accessor));
  }

  /** Whether the method takes derivatives of others, or may. */
  boolean nests() {
    return Subject.nests(method);
  }

  At at() {
    return method.getAnnotation(At.class);
  }

  List<Point> points() {
    return points;
  }

  Method method() {
    return method;
  }

  Companion companion() {
    return companion;
  }

  List<Integer> wrt() {
    return wrt;
  }

  /** The parameters that the method fills; none if it returns its result. */
  List<Integer> outputs() {
    return outputs;
  }

  String parameter(int index) {
    return method.getParameters()[index].getName();
  }

  Coordinates coordinates(Point point) {
    return new Coordinates(wrt, point.arguments());
  }

  /** What the user's own method gives: its result, or the arrays that it fills. */
  List<Object> primal(Object[] arguments) {
    return results(user.call(method.getName(), arguments), arguments);
  }

  /** The results after a call that returned something, or {@code null} for nothing. */
  List<Object> results(Object returned, Object[] arguments) {
    List<Object> results = new ArrayList<>();
    if (outputs.isEmpty()) {
      results.add(returned);
    }
    outputs.forEach(output -> results.add(arguments[output]));
    return results;
  }

  /** The tangents in what {@code jvp} gave, or in a holder. */
  List<Object> tangents(Companion.Holder holder) {
    List<Object> tangents = new ArrayList<>();
    if (outputs.size() < 2) {
      tangents.add(holder.get("tangent"));
    } else {
      outputs.forEach(output -> tangents.add(holder.get(parameter(output) + "Dot")));
    }
    return tangents;
  }

  /** A cotangent of the shape of each result, of small whole multiples of a power of two. */
  static Object[] cotangents(List<Object> results, long seed) {
    Random random = new Random(seed);
    return results.stream().map(result -> cotangent(result, random)).toArray();
  }

  private static Object cotangent(Object result, Random random) {
    if (result instanceof Number number) {
      double drawn = (random.nextInt(64) - 32) * 0x1p-4;
      return number instanceof Float ? (Object) (float) drawn : (Object) drawn;
    }
    if (result != null && result.getClass().isRecord()) {
      return cotangentOfRecord(result, random);
    }
    if (result == null) {
      return null;
    }
    int length = Array.getLength(result);
    Object cotangent = Array.newInstance(result.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(cotangent, i, cotangent(Array.get(result, i), random));
    }
    return cotangent;
  }

  /** What holds no floating number has no cotangent and stays. */
  private static Object cotangentOfRecord(Object result, Random random) {
    Class<?>[] types = Parts.types(result.getClass());
    Object[] parts = Parts.of(result);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Parts.holdsFloating(types[i]) ? cotangent(parts[i], random) : parts[i];
    }
    return Parts.make(result.getClass(), parts);
  }

  /** The partials in a holder, flattened. */
  double[] partials(Companion.Holder holder) {
    List<Object> parts = new ArrayList<>();
    for (int parameter : wrt) {
      String name = parameter(parameter);
      parts.add(holder.get("d" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    }
    return flat(parts);
  }

  /** Whether a companion's member gives a value besides the tangents. */
  boolean hasValue() {
    return outputs.size() < 2;
  }

  /** Whether any result is made of floats. */
  boolean givesFloats() {
    return Stream.concat(
            Stream.of(method.getReturnType()),
            outputs.stream().map(i -> method.getParameterTypes()[i]))
        .anyMatch(type -> type.getName().endsWith("F") || type == float.class);
  }

  /** All numbers in some results, in order. */
  static double[] flat(List<Object> results) {
    return Values.numbers(results.toArray());
  }

  @Override
  public String toString() {
    String type = method.getDeclaringClass().getName();
    return type.substring(type.indexOf('.') + 1) + "." + method.getName();
  }
}
