package dev.cotangent.benchmarks.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks under JMH. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    description =
        "Runs the benchmarks under JMH, each way of each subject in a virtual machine of its own.")
public final class Jmh implements Callable<Integer> {
  @Parameters(
      paramLabel = "SUBJECT",
      description = "What is timed; everything if nothing is named.")
  private List<String> subjects = new ArrayList<>();

  @Option(
      names = "--full",
      description =
          "Five forks of ten seconds and all ways, instead of one short fork of three ways.")
  private boolean full;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where JMH's results go, as JSON; %%s stands for the subject.")
  private String json;

  @Override
  public Integer call() throws RunnerException {
    for (String name : subjects.isEmpty() ? Subjects.names() : subjects) {
      Set<Way> ways = full ? Subjects.named(name).ways() : quick();
      new Runner(options(name, ways).build()).run();
    }
    return CommandLine.ExitCode.OK;
  }

  private static Set<Way> quick() {
    return EnumSet.of(Way.PRIMAL, Way.GENERATED, Way.HAND_WRITTEN);
  }

  private ChainedOptionsBuilder options(String subject, Set<Way> ways) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(SubjectBenchmark.class.getName() + ".call")
            .param("subject", subject)
            .param("way", ways.stream().map(Enum::name).toArray(String[]::new))
            .forks(full ? 5 : 1)
            .warmupIterations(full ? 5 : 2)
            .warmupTime(TimeValue.milliseconds(full ? 1_000 : 500))
            .measurementIterations(full ? 5 : 3)
            .measurementTime(TimeValue.milliseconds(full ? 1_000 : 300));
    if (json != null) {
      options.resultFormat(ResultFormatType.JSON).result(json.replace("%s", subject));
    }
    return options;
  }
}
