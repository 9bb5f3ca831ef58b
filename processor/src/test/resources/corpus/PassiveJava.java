package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.NonDifferentiable;
import dev.cotangent.processor.corpus.At;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Objects, text and collections around what is differentiated. */
final class PassiveJava {
  static final StringBuilder LOG = new StringBuilder();
  static final Map<String, Double> RATES = rates();
  static final AtomicReference<Double> KEPT = new AtomicReference<>();

  private PassiveJava() {}

  private static Map<String, Double> rates() {
    Map<String, Double> rates = new HashMap<>();
    rates.put("low", 0.5);
    rates.put("high", 2.0);
    return Collections.unmodifiableMap(rates);
  }

  enum Shape {
    LINE(1),
    SQUARE(2);

    final int power;

    Shape(int power) {
      this.power = power;
    }

    double factor() {
      return power * 1.5;
    }
  }

  /** An object with state. */
  static class Config {
    double rate = 0.75;
    final double[] weights = {1, -2, 0.5};
    final Shape shape = Shape.SQUARE;
    private int asked;
    private double[] kept;

    double next() {
      asked++;
      return asked * 0.5;
    }

    void keep(double[] array) {
      kept = array;
    }

    void change(int i, double to) {
      kept[i] = to;
    }

    double[] kept() {
      return kept;
    }

    Config itself() {
      return this;
    }
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 [1 2 3]", "1.5 []", "0 [0.25]"})
  static double listRead(double x, List<Double> data) {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      sum += Math.sin(data.get(i) * x);
    }
    for (double d : data) {
      sum += d * x * x;
    }
    Iterator<Double> rest = data.iterator();
    while (rest.hasNext()) {
      Double d = rest.next();
      x *= 1 + d / 8;
    }
    return sum * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"[-1..1 2 3] [1 2 3]", "[1 1 1 1] [0.5 2]"})
  static double listInPlace(double[] x, List<Double> data) {
    for (int i = 0; i < data.size(); i++) {
      x[i] *= data.get(i) + x[(i + 1) % x.length];
    }
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 hello", "1 x", "0.5 null"})
  static double text(double x, String name) {
    String s = "x=" + x + ", name " + name + '!' + 1 + 2L + 1.5f + true + null;
    s += x;
    LOG.append(s).append(x > 1 ? "large" : "small");
    LOG.setLength(0);
    double y = 1 + 2 + "a".length() * x;
    if (name == null || name.isEmpty()) {
      return y * x;
    }
    return y * name.length() + name.charAt(0) * x * x + (s.length() > 5 ? x : 0);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 0.5..1"})
  static double logging(double x, double y) {
    System.out.print("");
    System.out.printf("%s", "");
    System.err.print(x > 100 ? "far " + x : "");
    double z = x * y;
    if (z > 1000) {
      System.out.println("z = " + z);
    }
    return z * Objects.requireNonNull(Shape.LINE).factor() * Shape.valueOf("SQUARE").power;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 3"})
  static double made(double x, int n) {
    Random random = new Random(42);
    Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    List<Integer> list = new ArrayList<>();
    var other = new ArrayList<Integer>(4);
    Deque<String> words = new ArrayDeque<>();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      list.add(i * i);
      other.add(0, list.get(i));
      counts.merge("k" + i % 2, 1, Integer::sum);
      words.push("w" + i);
      sum += random.nextDouble() * x * x + list.get(i) * x;
    }
    list.sort(Comparator.reverseOrder());
    while (!words.isEmpty()) {
      sum *= words.pop().length() * 0.5;
    }
    int first = other.get(0);
    return sum * list.get(0) + counts.get("k1") * x + first;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 1..2"})
  static double objects(double x, double y) {
    Config config = new Config();
    double a = config.rate * x + config.weights[1] * y + config.next() * config.next();
    double b = config.itself().shape == Shape.SQUARE ? a * a : a;
    Object o = config;
    if (o instanceof Config && ((Config) o).shape.power == 2) {
      b += config.next() * x;
    }
    Class<?> type = config.getClass();
    Config absent = null;
    if (type == Config.class && absent == null && o != absent) {
      b *= y;
    }
    return b + RATES.get("high") * x * y + RATES.getOrDefault("none", 3.0) * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 4"})
  static double escaped(double x, int n) {
    double[] work = new double[n];
    for (int i = 0; i < n; i++) {
      work[i] = i + 1;
    }
    Config config = new Config();
    config.keep(work);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += work[i] * x * x;
      config.change(i, -i);
      sum *= 1 + work[i] * x / 8;
      config.change(i, 7);
    }
    double[] alias = config.kept();
    alias[0] = 3;
    return sum + work[0] * x * sum + work[n - 1] * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"-2..2 [1 2 3 4]", "0.5 [1 1]"})
  static double escapedParameter(double x, double[] data) {
    Config config = new Config();
    config.keep(data);
    double product = 1;
    for (int i = 0; i < data.length; i++) {
      product *= Math.sin(data[i] * x) + 2;
      config.change(i, 10 + i);
    }
    return product * data[0];
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 5", "0.5 1", "0.25 0"})
  static double recursive(double x, int n) {
    List<Double> data = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      data.add(0.5 + i);
    }
    return fold(x, data, n) + fold(x * x, data, n - 1);
  }

  private static double fold(double x, List<Double> data, int n) {
    if (n <= 0) {
      return 1;
    }
    double here = data.get(n - 1);
    data.set(n - 1, here / 2);
    double rest = fold(x, data, n - 1);
    return Math.sin(here * x) * rest + rest * data.get(0);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 -2..2", "1 2"})
  static double inlined(double x, double y) {
    String label = name(x > y);
    double a = scaled(x, label);
    double b = scaled(y, name(false));
    return a * b;
  }

  private static String name(boolean high) {
    return high ? "high" : "low";
  }

  private static double scaled(double x, String name) {
    Double rate = RATES.get(name);
    return rate * x * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 3", "0.5 0"})
  static double arraysOfObjects(double x, int n) {
    String[] names = {"a", "bc", "def"};
    Config[] configs = new Config[n];
    for (int i = 0; i < n; i++) {
      configs[i] = new Config();
      configs[i].next();
    }
    double sum = x;
    for (Config config : configs) {
      sum += config.next() * x * sum;
    }
    for (String s : names) {
      sum *= s.length() * 0.75;
    }
    names[0] = names[1];
    return sum * names[0].length();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 1 7", "0.5 3 7"})
  static double boxes(double x, int k, long m) {
    Integer i = k;
    Long l = m;
    Double d = 2.5;
    Character c = 'a';
    Boolean yes = k > 1;
    Byte b = 3;
    int sum = i + k * i;
    i++;
    l += 2;
    double e = yes ? d : k;
    Object o = k;
    Number n = d;
    int back = (Integer) o + (int) o;
    return x * sum + i * x * x + l * x + d * x + c * x + b + e * x * x + back * x
        + n.intValue() * x + (i == 2 ? x : 0) + (i.equals(2) ? x : 0);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2"})
  static double maps(double x) {
    Map<Shape, Double> byShape = new EnumMap<>(Shape.class);
    byShape.put(Shape.LINE, 2.0);
    byShape.put(Shape.SQUARE, 3.5);
    Map<String, List<Double>> lists = new LinkedHashMap<>();
    lists.put("a", List.of(1.0, 2.0));
    lists.put("b", new ArrayList<>());
    lists.get("b").add(4.0);
    double sum = 0;
    for (Map.Entry<Shape, Double> entry : byShape.entrySet()) {
      sum += entry.getValue() * Math.pow(x, entry.getKey().power);
    }
    for (List<Double> list : lists.values()) {
      for (double v : list) {
        sum += v * x;
      }
    }
    List<? extends Number> numbers = List.of(1, 2, 3);
    for (Number n : numbers) {
      sum *= n.doubleValue();
    }
    return sum + Integer.parseInt("12") * x + Double.parseDouble("0.5") * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"[1 2 3]", "[0.5 -1]"})
  static double toldOfArrays(double[] x) {
    String before = java.util.Arrays.toString(x);
    x[0] *= x[1];
    String after = java.util.Arrays.toString(x);
    return before.equals(after) ? x[0] : x[0] * x[0] + x[1];
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"0.5 [1 2 0]", "0.4 [0]"})
  static double conditions(double x, List<Double> data) {
    int i = 0;
    double sum = x;
    while (i < data.size() && data.get(i) > 0) {
      sum *= x + data.get(i++);
    }
    do {
      sum += x;
    } while (i-- > 0 && !data.isEmpty());
    String kind = sum > 1 ? "big" : sum > 0 ? "small" : null;
    return kind == null ? sum : sum * kind.length();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At(
      value = "0.5 hello",
      singular = {"0.5 null", "0.5 x"})
  static double exceptions(double x, String name) {
    double y = x * name.length();
    return y * name.charAt(2);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At(
      value = "0.5 [1 2 3] 2",
      singular = {"0.5 [1 2 3] 3", "0.5 [1 2 3] -1"})
  static double exceptionInALoop(double x, List<Double> data, int n) {
    double sum = 1;
    for (int i = n; i >= 0; i -= 2) {
      sum *= Math.exp(data.get(i) * x);
    }
    return sum * data.get(n);
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"1.5f 2"})
  static float floats(float x, int n) {
    Float half = 0.5f;
    String s = "f" + x;
    float y = x;
    for (int i = 0; i < n; i++) {
      y = y * x + half;
    }
    return s.length() > 3 ? y : -y;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2"})
  static double sameTextTwice(double x) {
    String a = "v" + x;
    String b = "v" + x;
    double y = a == b ? x : x * x;
    String c = "a" + "b";
    return a.equals(b) ? (c == "ab" ? y * 2 : y * 3) : y * 5;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2"})
  static double overloads(double x) {
    Object o = "text";
    String s = null;
    Object t = null;
    return pick(o) * x + pick("text") * x * x + pick(s) * x + pick(t) + pick((String) null) * x;
  }

  static int pick(Object o) {
    return 2;
  }

  static int pick(String s) {
    return 3;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"0.5 ab1,2", "-1..1 a"})
  static double characters(double x, String s) {
    double sum = 0;
    for (char c : s.toCharArray()) {
      sum += c == 'a' ? x : c * x * x;
    }
    for (int i = 0; i < s.length(); i++) {
      if (Character.isDigit(s.charAt(i))) {
        sum += Character.getNumericValue(s.charAt(i)) * x;
      }
    }
    String t =
        "quote\" back\\ slash\t tab \u00e9 'single' {brace} $0 $1 {java.util.List} // no comment,"
            + " /* none */ one, two, three, four, five, six, seven, eight, nine, ten, eleven";
    return sum * t.length() + s.indexOf("b") + s.split(",").length * x + s.compareTo("abc") * x;
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"-2..2 [1 2 5]", "1 [3 4]"})
  static double streamsAndLambdas(double x, List<Double> data) {
    double total = data.stream().mapToDouble(Double::doubleValue).sum();
    double squares = data.stream().mapToDouble(v -> v * v + Shape.SQUARE.power + pick("s")).sum();
    List<Double> sorted = data.stream().sorted(Comparator.reverseOrder()).toList();
    Map<Integer, List<Double>> groups = new TreeMap<>();
    for (Double d : data) {
      groups.computeIfAbsent((int) (d / 2), k -> new ArrayList<>()).add(d);
    }
    List<Double> own = new ArrayList<>(data);
    own.replaceAll(
        v -> {
          double half = v / 2;
          return half + Math.abs(v);
        });
    own.removeIf(v -> v > 6 && RATES.containsKey("low"));
    return total * x
        + squares * x * x
        + sorted.get(0) * x
        + groups.size() * x
        + own.get(0) * x
        + own.size();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP})
  @At({"0.3", "-1..1"})
  static double leavingLoopsOverCollections(double x) {
    List<List<Double>> rows =
        List.of(List.of(1.0, 2.0), List.of(3.0, -1.0, 4.0), List.of(2.0, 11.0), List.of(1.0));
    double s = 0;
    outer:
    for (List<Double> row : rows) {
      for (double v : row) {
        if (v < 0) {
          continue outer;
        }
        if (v > 10) {
          break outer;
        }
        s += Math.sin(v * x) * s + v * x;
        if (s > 1e3) {
          return s * x;
        }
      }
      s *= x;
    }
    return s;
  }

  /** A copy is the callee's own, whatever it does to it. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "[1 2 3]",
      singular = "[1 -2 3]")
  static double copyGivenAway(double[] x) {
    Library.requirePositive(x.clone());
    double[] built = new double[2];
    built[0] = x[0] * x[1];
    built[1] = 1;
    Library.requirePositive(built);
    return x[0] * x[1] * x[2];
  }

  @NonDifferentiable
  static void look(double[] x) {
    Library.requirePositive(x.clone());
  }

  /** A method that is declared passive may look at anything. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = "[1 2 3]",
      singular = "[1 -2 3]")
  static double declaredPassive(double[] x) {
    look(x);
    return Arrays.equals(x, new double[] {1, 2, 4}) ? 0 : x[0] * x[1] * x[2];
  }

  private static double asked(int depth) {
    return depth <= 0 ? RATES.get("low") : asked(depth - 1) + 1;
  }

  /**
   * A helper that is given nothing varied asks an object while another one keeps a number; only an
   * integer goes on. It calls itself, so that no Hessian can ask again.
   */
  @Differentiable({GRADIENT, HVP, JVP})
  @At("-2..2")
  static double askedBesideWhatIsKept(double x) {
    KEPT.set(x);
    double rate = asked(2);
    int k = (int) (2 * rate);
    return x * x * k;
  }
}
