package refused;

import static refused.Elsewhere.away;

import dev.cotangent.Derivative;
import dev.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Passive {
  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  static double effectInRecursion(double x, int n, List<String> log) {
    log.add("at " + n); // expect COT078
    return n == 0 ? x : Math.sin(x) * effectInRecursion(x * x, n - 1, log);
  }

  static final List<Double> HELD = new ArrayList<>();

  @Differentiable
  static double staticCall(double x) {
    return Elsewhere.away(x) * x; // expect COT016
  }

  @Differentiable
  static double importedCall(double x) {
    double cut = (int) away(x);
    return cut * x + away(2 * x); // expect COT016
  }

  @Differentiable
  static double callOnAnObject(double x, Model model) {
    double y = model.value(3);
    return y + model.value(x); // expect COT017
  }

  @Differentiable
  static double throughAList(double x) {
    List<Double> list = new ArrayList<>();
    list.add(x);
    return list.get(0) * 2; // expect COT027
  }

  @Differentiable
  static double throughAnObject(double x, Model model) {
    model.take(x);
    return model.rate * x; // expect COT027
  }

  @Differentiable
  static double throughAStatic(double x) {
    HELD.add(x * x);
    return Elsewhere.given() * x; // expect COT027
  }

  @Differentiable
  static double throughABox(double x) {
    Double box = x;
    return box * x; // expect COT027
  }

  @Differentiable
  static double throughText(double x) {
    String s = "" + x;
    return Double.parseDouble(s); // expect COT027
  }

  @Differentiable
  static double throughBuiltText(double x) {
    StringBuilder b = new StringBuilder();
    b.append(x);
    String s = b.toString();
    return Double.parseDouble(s); // expect COT027
  }

  @Differentiable
  static double throughAnArrayOfBoxes(double x, int k) {
    Double[] boxes = {x, 2.0};
    return boxes[k]; // expect COT027
  }

  @Differentiable
  static double throughAMap(double x, Map<String, Double> map) {
    map.put("x", x);
    Map<String, Double> other = new HashMap<>(map);
    return other.get("y") * x; // expect COT027
  }

  @Differentiable
  static double throughTheKey(double x, Map<Double, Double> map) {
    return map.get(x); // expect COT027
  }

  @Differentiable
  static double arrayGivenAway(double[] x, Model model) {
    model.keep(x); // expect COT028
    return x[0];
  }

  @Differentiable
  static double workGivenAway(double x, Model model) {
    double[] work = {x, x * x};
    model.keep(work); // expect COT028
    return work[0];
  }

  @Differentiable
  static double throughASharedObject(double x) {
    SHARED.take(x);
    return SHARED.rate * x; // expect COT027
  }

  @Differentiable
  static double throughAnObjectThatAnotherHolds(double x, Model model, Owner owner) {
    owner.give(x);
    return model.rate * x; // expect COT027
  }

  @Differentiable
  static double throughARecursiveReader(double x, Model model, Owner owner) {
    owner.give(x);
    return read(model, 3) * x; // expect COT027
  }

  private static double read(Model model, int n) {
    return n == 0 ? model.rate : read(model, n - 1) / 2;
  }

  @Differentiable
  static double inAHelper(double x, Model model) {
    return scaled(x, model);
  }

  private static double scaled(double x, Model model) {
    return model.value(x); // expect COT017
  }

  @Differentiable
  static double inARecursiveHelper(double x, Model model) {
    return repeated(x, model, 3); // expect COT027
  }

  private static double repeated(double x, Model model, int n) {
    return n == 0 ? x : repeated(model.value(x), model, n - 1);
  }

  @Differentiable
  static double keptByARecursiveHelper(double x, List<Double> list) {
    keep(x, list, 3);
    return list.get(0) * x; // expect COT027
  }

  private static void keep(double x, List<Double> list, int n) {
    if (n > 0) {
      list.add(x);
      keep(x * 2, list, n - 1);
    }
  }

  @Differentiable
  static double captured(double x, List<Double> list) {
    double y = x * x;
    list.replaceAll(v -> v * y); // expect COT008
    return list.get(0);
  }

  @Differentiable
  static double throughALambda(double x, List<Double> list) {
    return list.stream().reduce(x, (a, b) -> a + b); // expect COT027
  }

  @Differentiable
  static double onlyTold(double x, double[] y, Model model, List<String> log) {
    System.out.println("x = " + x);
    log.add("y " + java.util.Arrays.toString(y));
    int n = "three".length();
    return model.value(n) * x * y[0];
  }

  @Differentiable
  static double keptAndNeverAskedFor(double x, List<Double> trace) {
    double y = x * x;
    trace.add(y);
    return y * y;
  }

  @Differentiable(wrt = "x")
  static double passiveArrayGivenAway(double x, double[] data, Model model) {
    model.keep(data);
    return x * data[0] * model.value(data[1]);
  }

  static final Model SHARED = new Model();

  static class Owner {
    final Model model = new Model();

    void give(double x) {
      model.take(x);
    }
  }

  static class Model {
    double rate = 2;

    double value(double x) {
      return x;
    }

    void take(double x) {
      rate = x;
    }

    void keep(double[] x) {}
  }

  @Differentiable
  static double copyThatComesBack(double[] x) {
    Elsewhere.keep(x.clone()); // expect COT028
    return Elsewhere.given() * x[1];
  }

  @Differentiable
  static double copyThatIsRead(double[] x) {
    double[] copy = x.clone();
    double[] other = copy;
    Elsewhere.keep(copy); // expect COT028
    return other[0] * x[1];
  }

  @Differentiable
  static double rowsOfTheArgument(double[][] x) {
    Elsewhere.keepAll(x.clone()); // expect COT028
    return x[0][0] * x[0][1];
  }

  @Differentiable
  static double rowOfTheArgument(double[][] x) {
    Elsewhere.keep(x[0]); // expect COT028
    return 2 * x[1][0];
  }

  @Differentiable
  static double copyThatIsReadInTheNextIteration(double[] x) {
    double[] copy = x.clone();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += copy[i];
      Elsewhere.keep(copy); // expect COT028
    }
    return sum;
  }

  @Differentiable
  static double theArgumentItself(double[] x, double[] y) {
    Elsewhere.keep(x); // expect COT028
    return y[0];
  }
}
