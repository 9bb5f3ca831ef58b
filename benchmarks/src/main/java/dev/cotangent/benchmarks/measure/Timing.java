package dev.cotangent.benchmarks.measure;

import picocli.CommandLine.Option;

/** The options of a command that times: how often, and for how long. */
final class Timing {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each way is timed (default: ${DEFAULT-VALUE}).")
  private int rounds = 21;

  @Option(
      names = "--milliseconds",
      paramLabel = "N",
      description = "For how long each time (default: ${DEFAULT-VALUE}).")
  private int milliseconds;

  @Option(
      names = "--warm-up",
      paramLabel = "MILLISECONDS",
      description = "For how long before that (default: ${DEFAULT-VALUE}).")
  private int warmUpMilliseconds;

  /** The defaults, in milliseconds. */
  Timing(int milliseconds, int warmUpMilliseconds) {
    this.milliseconds = milliseconds;
    this.warmUpMilliseconds = warmUpMilliseconds;
  }

  /** What is asked for. */
  Rounds rounds() {
    return new Rounds(rounds, milliseconds, warmUpMilliseconds);
  }
}
