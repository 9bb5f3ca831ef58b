package dev.cotangent.sample;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * The program: linear regression by gradient descent, with the gradient that the annotation
 * processor wrote. Whatever goes wrong for a known reason is one line on standard error and an exit
 * code.
 */
@Command(
    name = "cotangent-sample-app",
    mixinStandardHelpOptions = true,
    version = "cotangent-sample-app 0.1.0-SNAPSHOT",
    description = {
      "Trains a linear regression by gradient descent on the mean squared error, with a gradient"
          + " that the compiler wrote.",
      "Without --csv it draws ten points around y = 10 + 5x and fits a line to them.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:input that cannot be used, or output that cannot be written",
      "2:wrong options",
      "3:training diverged"
    })
public final class RegressionApp implements Callable<Integer> {
  private final PrintStream out;

  @Mixin private Options options;

  private RegressionApp(PrintStream out) {
    this.out = out;
  }

  /** Runs the program and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    // The pictures go to files; no screen is needed, or asked for.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(arguments, Terminal.output(), System.err));
  }

  /** Runs the program; the exit code. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine commandLine =
        new CommandLine(new RegressionApp(out))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, args) -> wrongOptions(e, err))
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      return complain(
          err, "not enough memory: give Java more with -Xmx, or train on fewer rows", 1);
    }
  }

  @Override
  public Integer call() throws Refusal {
    options.check();
    new RegressionRun(options, out).run();
    return CommandLine.ExitCode.OK;
  }

  private static int wrongOptions(ParameterException e, PrintStream err) {
    return complain(err, OneLine.of(e) + " (--help lists the options)", CommandLine.ExitCode.USAGE);
  }

  /** What is no refusal is a defect of the program and shows where. */
  private static int failed(Exception e, PrintStream err) throws Exception {
    if (e instanceof Refusal refusal) {
      return complain(err, refusal.getMessage(), refusal.exitCode());
    }
    throw e;
  }

  private static int complain(PrintStream err, String message, int exitCode) {
    err.println("error: " + message);
    return exitCode;
  }
}
