package corpus;

import static dev.cotangent.Derivative.GRADIENT;
import static dev.cotangent.Derivative.HVP;
import static dev.cotangent.Derivative.JVP;

import dev.cotangent.Differentiable;
import dev.cotangent.processor.corpus.At;
import java.util.List;

/** Records as parameters: read first or late, nested, with arrays, written to, null, not used. */
final class RecordParameters {
  private RecordParameters() {}

  record Line(double slope, double intercept) {
    Line {
      if (slope > 1e9) {
        throw new IllegalArgumentException("steep");
      }
    }

    double at(double x) {
      return slope * x + intercept();
    }

    Line scaled(double factor) {
      return new Line(slope * factor, this.intercept * factor);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"{2 1} [1 2 3] [2 5 8]", "{-1.5 0} [0.5] [1]", "{1 2} [] []"},
      singular = "null [1] [2]")
  static double cost(Line line, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = line.slope() * x[i] + line.intercept() - y[i];
      sum += e * e;
    }
    return x.length == 0 ? 1 : sum / x.length;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"{2 1} 0.5", "{-1.5 3} 2"},
      singular = "null 1")
  static double atOnce(Line line, double x) {
    return Math.sin(line.at(x)) * line.slope();
  }

  record Layer(double bias, double[] weights) {}

  record Network(Layer first, int steps, Layer second, double[][] mixing, String name, double rate) {
    double size() {
      return first.weights().length * rate + name().length();
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {
        "{ {0.5 [0.1 0.2]} 3 {0.25 [0.5 -1]} [[1 2] [0.3 0.4]] net 0.5 } [1 2]",
        "{ {0.5 [1 2]} 0 {0.25 [0.5 -1]} [[1 2] [3 4]] n 2 } [0.5 2]"
      },
      singular = {
        "{ {0.5 null} 0 {0.25 [0.5 -1]} [[1 2] [3 4]] n 2 } [0.5 2]",
        "{ {0.5 [1 2]} 2 null [[1 2] [3 4]] n 2 } [0.5 2]",
        "null [0.5 2]"
      })
  static double network(Network net, double[] x) {
    double h = net.rate() * x[0];
    for (int k = 0; k < net.steps(); k++) {
      double sum = net.first().bias();
      for (int i = 0; i < x.length; i++) {
        sum += net.first().weights()[i] * x[i] * net.mixing()[k % 2][i];
      }
      h = Math.tanh(sum + h) * net.second().bias() + net.second().weights()[k % 2];
    }
    return h * net.size();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"true {2 1} {3 4} 0.5", "false {2 1} {3 4} 0.5", "true {2 1} {3 4} -0.5"})
  static double chosen(boolean first, Line a, Line b, double x) {
    Line c = first ? a : new Line(x, x * x);
    if (x > 0) {
      c = b.scaled(c.slope());
    }
    for (int i = 0; i < 3; i++) {
      c = i == 1 ? a : c.scaled(x);
    }
    return c.at(x) * b.at(c.intercept());
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"true {2 1} {3 4} 0.5", "false {2 1} {3 4} -0.5"},
      singular = {"true {2 1} null 0.5", "true null {3 4} -0.5"})
  static double late(boolean first, Line a, Line b, double x) {
    Line c = first ? a : new Line(x, x * x);
    if (x > 0) {
      c = b;
    }
    int[] order = new int[1];
    order[0]++;
    return c.slope() * x;
  }

  record Work(double[] cells, int[] marks, double gain) {}

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"{[1 2 3] [0 0] 2} [4 5 6]", "{[1 2 3] [3 1] -0.5} [4 5]"})
  static double overwritten(Work work, double[] x) {
    double[] cells = work.cells();
    for (int i = 0; i < x.length; i++) {
      cells[i] *= x[i] * work.gain();
      work.marks()[i % 2]++;
      x[i] = cells[i];
    }
    return work.cells()[0] * cells[1] * x[1] + work.marks()[0];
  }

  private static double sum(Line line, int depth) {
    return depth == 0 ? line.intercept() : line.slope() * sum(line.scaled(0.5), depth - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"{2 1} 3", "{2 1} 0"},
      singular = "null 2")
  static double recursive(Line line, int depth) {
    return sum(line, depth);
  }

  record Pair(Line left, Line right) {
    Pair swapped() {
      return new Pair(right, left);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"{{2 1} {3 4}} 3", "{{2 1} {3 4}} 2"},
      singular = {"{null {3 4}} 1", "{{2 1} null} 1", "null 1"})
  static double pairs(Pair pair, int turns) {
    Pair at = pair;
    double product = 1;
    for (int i = 0; i < turns; i++) {
      product *= at.left().slope() + i;
      at = new Pair(at.swapped().left(), pair.left());
    }
    return product * at.left().intercept();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"{2 1} {2 1}", "{0.5 -1} {2 3}"})
  static double sameType(Line a, Line b) {
    return a.slope() * b.slope() + a.intercept() * Math.exp(b.intercept());
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At(
      value = {"{2 1} 0.5", "{-1.5 3} 2"},
      singular = "null 1")
  static double passive(Line line, double x) {
    return Math.sin(line.at(x)) * line.slope();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "x")
  @At({"{2 1} 0.5", "{-1.5 3} 2"})
  static double asObject(Line line, double x) {
    String text = "line " + line;
    return x * x * line.slope() + text.length();
  }

  @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = "line")
  @At({"{2 1} {2 [1]} 0.5"})
  static float single(Line line, Layer layer, float x) {
    return (float) (line.at(x) * layer.bias() + layer.weights()[0] * line.slope());
  }

  record Labelled(List<Double> labels, float value, boolean sign, float[] weights) {
    public float value() {
      return this.value;
    }

    public double signed() {
      return sign ? value : -value;
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At({"{[1 2 3] 0.5 true [1 2]}", "{[2] 1.5 false [3]}"})
  static double components(Labelled in) {
    double sum = 0;
    for (double label : in.labels()) {
      sum += label * in.signed() * in.value();
    }
    return sum * in.weights()[0];
  }

  record Unread(double x, double[] data) {
    double constant(double y) {
      return y * y;
    }

    double through(double y) {
      return constant(y) * 2;
    }

    void nothing() {}
  }

  /** The methods read nothing of a record that is null, and are not entered. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(
      value = {"{2 [1]} 0.5 [1 2]", "{2 null} 0.5 [1 2]"},
      singular = {"null 1 [1]", "null 2 []"})
  static double unread(Unread in, double y, double[] out) {
    double before = y * (out[0] = y);
    double once = in.constant(out[0] *= 2);
    in.nothing();
    return before * once + helper(in, y);
  }

  private static double helper(Unread in, double y) {
    return y > 0 ? in.through(y) : 0;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = "{2 [1]} 0.5", singular = {"null 1", "null -1"})
  static double unreadInABranch(Unread in, double y) {
    return y > 0 ? in.through(y) : y;
  }

  /** A large method hands a record that may be null to its parts. */
  @Differentiable({GRADIENT, JVP, HVP})
  @At(value = {"{2 1} 0.5 1", "{2 1} 0.5 4", "null 0.5 1"})
  static double reassigned(Line line, double x, int n) {
    double factor =
        switch (n % 5) {
          case 4 -> {
            line = new Line(x, x * x);
            yield 0.3;
          }
          default -> {
            line = line;
            yield Math.sin(x);
          }
        };
    return n == 4 ? line.at(x) * factor : Math.tanh(factor) * x;
  }
}
