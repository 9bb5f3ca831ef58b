package dev.cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The local mode: runs the inputs of a folder and prints a table. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the inputs of a folder, EVAL/CASE.in.json, and prints a table: the median time of a"
          + " call, what multiple that is of the time of the eval's first function, and the error"
          + " against CASE.out.json where that exists.",
    })
final class FolderRun implements Callable<Integer> {
  private static final String ROW = "%-12s %-32s %-10s %7s %14s %9s %9s%n";
  private static final double MICROSECOND = 1e3;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "A folder with a folder for each eval.")
  private Path folder;

  @Option(
      names = "--eval",
      paramLabel = "NAME",
      description = "Only this eval; may be given more than once.")
  private List<String> evals = new ArrayList<>();

  @Option(
      names = "--min-runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "The least number of calls (default: ${DEFAULT-VALUE}).")
  private int minRuns;

  @Option(
      names = "--min-seconds",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "For how long a function is called at least (default: ${DEFAULT-VALUE}).")
  private double minSeconds;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(ROW, "eval", "case", "function", "runs", "median (µs)", "multiple", "error");
    for (InputFile file : InputFile.in(folder)) {
      Optional<EvalModule<?>> module = Modules.named(file.eval());
      if (module.isPresent() && (evals.isEmpty() || evals.contains(file.eval()))) {
        run(module.get(), file, out);
      }
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void run(EvalModule<?> module, InputFile file, PrintWriter out) throws IOException {
    JsonNode input = file.input();
    Optional<Reference> reference = file.reference();
    double primal = 0;
    for (String function : module.functions()) {
      Call<?> call = module.bind(function, input);
      long[] times = new Repetition(minRuns, minSeconds).run(call);
      Arrays.sort(times);
      double median = times[times.length / 2];
      primal = primal == 0 ? median : primal;
      String error =
          reference
              .filter(r -> r.has(function))
              .map(r -> format("%.1e", r.error(function, Json.tree(call.output()))))
              .orElse("");
      out.printf(
          ROW,
          module.name(),
          file.name(),
          function,
          times.length,
          format("%.3f", median / MICROSECOND),
          format("%.2f", median / primal),
          error);
      out.flush();
    }
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
