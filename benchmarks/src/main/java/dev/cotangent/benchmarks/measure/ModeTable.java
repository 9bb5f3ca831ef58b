package dev.cotangent.benchmarks.measure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how many times the primal each derivative takes. */
@Command(
    name = "modes",
    mixinStandardHelpOptions = true,
    description = {
      "Times methods and their gradients, jvps, hvps, Hessians and Jacobians in turn, in one run,"
          + " and prints ratios: medians with intervals of 95 %% confidence."
    })
public final class ModeTable implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FUNCTION",
      description =
          "What is timed; everything if nothing is named. There are: ${COMPLETION-CANDIDATES}",
      completionCandidates = FunctionNames.class)
  private List<String> functions = new ArrayList<>();

  @Mixin private Timing timing = new Timing(10, 500);

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("| function | mode | ÷ primal | ÷ gradient | ÷ primal, for each direction |");
    out.println("|---|---|---|---|---|");
    Rounds timer = timing.rounds();
    for (String name : functions.isEmpty() ? ModeSubjects.names() : functions) {
      ModeSubject subject = ModeSubjects.named(name);
      Map<Mode, double[]> times = timer.times(subject.calls());
      times.keySet().stream()
          .filter(mode -> mode != mode.base() && mode != Mode.RESULTS)
          .forEach(mode -> row(subject, mode, times, out));
      out.flush();
    }
    return CommandLine.ExitCode.OK;
  }

  private static void row(
      ModeSubject subject, Mode mode, Map<Mode, double[]> times, PrintWriter out) {
    Interval toPrimal = Rounds.ratio(times.get(mode), times.get(mode.base()));
    Interval toGradient = Rounds.ratio(times.get(mode), times.get(Mode.GRADIENT));
    int directions = subject.directions(mode);
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |%n",
        subject.name(),
        mode.title(),
        toPrimal,
        mode == Mode.GRADIENT ? "" : toGradient,
        directions > 1 ? "%.2f".formatted(toPrimal.median() / directions) : "");
  }

  /** For the help text. */
  private static final class FunctionNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    FunctionNames() {
      super(ModeSubjects.names());
    }
  }
}
