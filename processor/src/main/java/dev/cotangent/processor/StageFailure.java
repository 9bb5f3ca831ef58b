package dev.cotangent.processor;

/** An unexpected exception inside a stage, with the stage's name as its message. */
final class StageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StageFailure(String stage, Throwable cause) {
    super(stage, cause);
  }
}
