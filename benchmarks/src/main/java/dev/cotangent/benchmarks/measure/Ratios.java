package dev.cotangent.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints how many times the primal, and the hand-written adjoint, each way to a derivative takes.
 */
@Command(
    name = "ratios",
    mixinStandardHelpOptions = true,
    description = {
      "Times the primal, the generated gradient, the hand-written adjoint and other ways in turn,"
          + " in one run, and prints ratios: medians with intervals of 95 %% confidence."
    })
public final class Ratios implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SUBJECT",
      description =
          "What is timed; everything if nothing is named. There are: ${COMPLETION-CANDIDATES}",
      completionCandidates = SubjectNames.class)
  private List<String> subjects = new ArrayList<>();

  @Mixin private Timing timing = new Timing(20, 1000);

  @Option(names = "--all", description = "Also the slow ways: Scalar, Hipparchus, differences.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON, a row an object, instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Rounds timer = timing.rounds();
    List<Row> rows = new ArrayList<>();
    for (String name : subjects.isEmpty() ? Subjects.names() : subjects) {
      Subject subject = Subjects.named(name);
      rows.addAll(timer.time(all ? subject : subject.only(fast())));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } else {
      table(rows, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static Set<Way> fast() {
    return EnumSet.of(Way.PRIMAL, Way.GENERATED, Way.HAND_WRITTEN);
  }

  private static void table(List<Row> rows, PrintWriter out) {
    out.println("| subject | way | µs | ÷ primal | ÷ hand-written | bytes allocated |");
    out.println("|---|---|---|---|---|---|");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "| %s | %s | %.3f | %s | %s | %.0f |%n",
          row.subject(),
          row.way().title(),
          row.nanoseconds() / 1e3,
          row.toPrimal(),
          row.toHandWritten() == null ? "" : row.toHandWritten(),
          row.bytes());
    }
  }

  /** For the help text. */
  private static final class SubjectNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    SubjectNames() {
      super(Subjects.names());
    }
  }
}
