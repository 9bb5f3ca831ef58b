package dev.cotangent.benchmarks.measure;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Prints what a derivative keeps: everything that its holder has is made at the first call with it,
 * and what an iteration adds to that shows at twice as many iterations.
 */
@Command(
    name = "memory",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the bytes that the first call with a new holder allocates, and what each iteration"
          + " adds to them, partials and records; the same of the primal."
    })
public final class MemoryTable implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /**
   * An eval that grows.
   *
   * @param iteration what there are more of
   * @param few how many there are at first
   * @param at the subject with so many, its holder new
   */
  private record Growth(String iteration, int few, IntFunction<Subject> at) {}

  private static final Map<String, Growth> EVALS = evals();

  private static Map<String, Growth> evals() {
    Map<String, Growth> all = new LinkedHashMap<>();
    all.put("gmm", new Growth("point", 1_000, n -> EvalSubjects.gmm(10, 25, n)));
    all.put("lstm", new Growth("character", 128, n -> EvalSubjects.lstm(2, n)));
    all.put("llsq", new Growth("point", 512, EvalSubjects::llsq));
    all.put("lse", new Growth("element", 10_000, EvalSubjects::lse));
    all.put("ode", new Growth("step of 100 components", 50, n -> EvalSubjects.ode(100, n)));
    all.put("det", new Growth("row", 4, EvalSubjects::det));
    all.put("kmeans", new Growth("point", 1_000, n -> EvalSubjects.kmeans(10, n, 8)));
    all.put("ht simple", new Growth("point", 100, n -> JacobianSubjects.handSimple(544, n)));
    all.put(
        "ht complicated", new Growth("point", 100, n -> JacobianSubjects.handComplicated(544, n)));
    return all;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "| eval | iterations | first call, bytes | the primal's | a further iteration, bytes"
            + " | the primal's |");
    out.println("|---|---|---|---|---|---|");
    EVALS.forEach((name, growth) -> row(name, growth, out));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static void row(String name, Growth growth, PrintWriter out) {
    // What is loaded and linked at a first call belongs to no holder.
    bytes(growth, growth.few(), Way.GENERATED);
    bytes(growth, growth.few(), Way.PRIMAL);
    double generated = bytes(growth, growth.few(), Way.GENERATED);
    double primal = bytes(growth, growth.few(), Way.PRIMAL);
    out.printf(
        Locale.ROOT,
        "| %s | %d × %s | %.0f | %.0f | %.1f | %.1f |%n",
        name,
        growth.few(),
        growth.iteration(),
        generated,
        primal,
        (bytes(growth, 2 * growth.few(), Way.GENERATED) - generated) / growth.few(),
        (bytes(growth, 2 * growth.few(), Way.PRIMAL) - primal) / growth.few());
  }

  private static double bytes(Growth growth, int iterations, Way way) {
    return Allocations.ofOneOf(1, growth.at().apply(iterations).call(way));
  }
}
