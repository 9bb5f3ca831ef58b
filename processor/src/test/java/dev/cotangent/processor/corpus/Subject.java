package dev.cotangent.processor.corpus;

import dev.cotangent.processor.companion.Companion;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A method of the corpus with its companion and its points. */
final class Subject {
  private static final Set<String> WITHIN = Set.of("bent", "swept");

  private final Method method;
  private final Companion companion;
  private final Companion user;
  private final List<Integer> wrt = new ArrayList<>();
  private final List<Point> points;

  Subject(Method method, Companion companion, Companion user) {
    this.method = method;
    this.companion = companion;
    this.user = user;
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (isDifferentiated(parameters[i].getName())) {
        wrt.add(i);
      }
    }
    Class<?>[] types = method.getParameterTypes();
    Class<?>[] wrtTypes = wrt.stream().map(i -> types[i]).toArray(Class<?>[]::new);
    points = new PointReader(types, wrtTypes, name().hashCode()).read(at());
  }

  /** The annotation is gone from the class file's view at run time; the holder's accessors tell. */
  private boolean isDifferentiated(String parameter) {
    String accessor = Companion.Holder.accessor(parameter);
    for (Method candidate : companion.holder().target().getClass().getDeclaredMethods()) {
      if (candidate.getName().equals(accessor)) {
        return true;
      }
    }
    return false;
  }

  String name() {
    String type = method.getDeclaringClass().getName();
    return type.substring(type.indexOf('.') + 1) + "." + method.getName();
  }

  /** Whether a method takes derivatives of others, or may: random programs do of these. */
  static boolean nests(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type.getSimpleName().equals("Nested")
        || Stream.of(type.getDeclaredMethods()).anyMatch(m -> WITHIN.contains(m.getName()));
  }

  /** Whether the method takes derivatives of others, or may. */
  boolean nests() {
    return nests(method);
  }

  At at() {
    return method.getAnnotation(At.class);
  }

  List<Point> points() {
    return points;
  }

  Companion companion() {
    return companion;
  }

  /** The user's own method. */
  double primal(Object[] arguments) {
    return ((Number) user.call(method.getName(), arguments)).doubleValue();
  }

  Method method() {
    return method;
  }

  /** Whether the result is a {@code float}. */
  boolean returnsFloat() {
    return method.getReturnType() == float.class;
  }

  List<Integer> wrt() {
    return wrt;
  }

  String parameter(int index) {
    return method.getParameters()[index].getName();
  }

  Coordinates coordinates(Point point) {
    return new Coordinates(wrt, point.arguments());
  }

  /** The type that the twin has in a parameter's place. */
  Class<?> twinType(int parameter) {
    return Arrays.stream(companion.type().getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals("scalar"))
        .findFirst()
        .orElseThrow()
        .getParameterTypes()[parameter];
  }

  /** The partials in a holder, flattened: a number for each coordinate of the arguments. */
  double[] partials(Companion.Holder holder, Object[] arguments) {
    List<Double> parts = new ArrayList<>();
    for (int parameter : wrt) {
      Object partials = holder.get(Companion.Holder.accessor(parameter(parameter)));
      Class<?> type = method.getParameterTypes()[parameter];
      parts.addAll(Parts.partials(partials, type, arguments[parameter]));
    }
    return parts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The gradient at a point, flattened. */
  double[] gradient(Object[] arguments) {
    return partials(companion.gradient(arguments), arguments);
  }

  /** Whether the companion has a member of that name. */
  boolean has(String member) {
    return Arrays.stream(companion.type().getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(member));
  }

  /** The only row of a Jacobian, the blocks of all parameters side by side. */
  double[] row(Companion.Holder jacobian) {
    return wrt.stream()
        .map(p -> (double[][]) jacobian.get(Companion.Holder.accessor(parameter(p))))
        .flatMapToDouble(block -> Arrays.stream(block[0]))
        .toArray();
  }

  @Override
  public String toString() {
    return name();
  }
}
