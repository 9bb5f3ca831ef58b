package dev.cotangent.sample;

/** Why the application cannot do what it was asked to: one line for the user, and an exit code. */
final class Refusal extends Exception {
  /** Exit code of input that cannot be used and of output that cannot be written. */
  static final int UNUSABLE = 1;

  /** Exit code of training that diverges. */
  static final int DIVERGED = 3;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The input cannot be used, or the output cannot be written. */
  static Refusal unusable(String message) {
    return new Refusal(UNUSABLE, message);
  }

  /** Training moves away from the solution. */
  static Refusal diverged(String message) {
    return new Refusal(DIVERGED, message);
  }

  int exitCode() {
    return exitCode;
  }
}
