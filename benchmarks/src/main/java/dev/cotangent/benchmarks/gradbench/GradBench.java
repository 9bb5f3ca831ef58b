package dev.cotangent.benchmarks.gradbench;

import dev.cotangent.benchmarks.measure.Jmh;
import dev.cotangent.benchmarks.measure.MemoryTable;
import dev.cotangent.benchmarks.measure.ModeTable;
import dev.cotangent.benchmarks.measure.Ratios;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command: without a subcommand it speaks GradBench's protocol on standard input and output.
 */
@Command(
    name = "gradbench",
    mixinStandardHelpOptions = true,
    version = "gradbench of cotangent 0.1.0-SNAPSHOT",
    subcommands = {FolderRun.class, Ratios.class, ModeTable.class, MemoryTable.class, Jmh.class},
    description =
        "Answers GradBench's messages, a line of JSON each, from standard input on standard"
            + " output.")
public final class GradBench implements Callable<Integer> {
  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description =
          "For how long the functions of a module are run on an example when the module is defined,"
              + " so that they are compiled when they are timed (default: ${DEFAULT-VALUE}).")
  private double warmUpSeconds;

  private GradBench() {}

  /** Runs the command and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GradBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    // Nothing but replies may stand on standard output.
    PrintStream replies =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    BufferedReader messages =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    new Session(warmUpSeconds).serve(messages, replies);
    return CommandLine.ExitCode.OK;
  }
}
