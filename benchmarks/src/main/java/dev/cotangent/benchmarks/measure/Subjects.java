package dev.cotangent.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All subjects by name; their arrays are made when they are asked for. */
final class Subjects {
  private static final Map<String, Supplier<Subject>> ALL = all();

  private Subjects() {}

  private static Map<String, Supplier<Subject>> all() {
    Map<String, Supplier<Subject>> all = new LinkedHashMap<>();
    all.put("regression", () -> KernelSubjects.regression(1_000));
    all.put("rosenbrock10", () -> KernelSubjects.rosenbrock(10));
    all.put("rosenbrock1000", () -> KernelSubjects.rosenbrock(1_000));
    all.put("blackScholes", KernelSubjects::blackScholes);
    all.put("softmax", () -> KernelSubjects.softmax(10, 32, 100));
    all.put("network", () -> KernelSubjects.network(16, 32, 100));
    all.put("lotkaVolterra", () -> KernelSubjects.lotkaVolterra(100));
    all.put("matrixChain", () -> KernelSubjects.matrixChain(32));
    all.put("hello", EvalSubjects::hello);
    all.put("gmm", () -> EvalSubjects.gmm(10, 25, 100));
    all.put("gmmLarge", () -> EvalSubjects.gmm(32, 50, 100));
    all.put("lstm", () -> EvalSubjects.lstm(2, 128));
    all.put("llsq", () -> EvalSubjects.llsq(512));
    all.put("lse", () -> EvalSubjects.lse(10_000));
    all.put("ode", () -> EvalSubjects.ode(40, 10));
    all.put("odeLarge", () -> EvalSubjects.ode(1_000, 250));
    all.put("det", () -> EvalSubjects.det(7));
    all.put("ba", JacobianSubjects::ba);
    all.put("htSimple", () -> JacobianSubjects.handSimple(544, 100));
    all.put("htComplicated", () -> JacobianSubjects.handComplicated(544, 100));
    all.put("particle", EvalSubjects::particle);
    all.put("saddle", EvalSubjects::saddle);
    all.put("kmeans", () -> EvalSubjects.kmeans(10, 1_000, 8));
    return all;
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * Makes a subject.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  static Subject named(String name) {
    Supplier<Subject> subject = ALL.get(name);
    if (subject == null) {
      throw new IllegalArgumentException("no subject " + name + "; there are " + names());
    }
    return subject.get();
  }
}
