package dev.cotangent.processor;

import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.ir.Program;

/**
 * A method to be gone through several times.
 *
 * @param first its program for the first time, with its effects
 * @param again its program for all further times; the same one if it has none
 */
record Runs(Program first, Program again) {
  /**
   * The two programs; refused if effects stand where no transcript can be made of them, be it in
   * another file, where nobody looks.
   */
  static Runs of(Program primal) {
    return StageRunner.staged(
        "the transcript of effects",
        () -> {
          Transcription.refuseLinked(primal);
          return split(primal);
        });
  }

  /**
   * The same where methods of other files may run again: whether they have effects is told by their
   * companions, later. Only beside effects of its own the method may call none, which could ask
   * what these have left.
   */
  static Runs ofAll(Program primal) {
    return Transcription.isNeeded(primal)
        ? of(primal)
        : StageRunner.staged("the transcript of effects", () -> split(primal));
  }

  private static Runs split(Program primal) {
    return Transcription.isNeeded(primal)
        ? new Runs(Transcription.recorded(primal), Transcription.replayed(primal))
        : new Runs(primal, primal);
  }

  /** Whether a transcript of the first run is what the others read. */
  boolean isRecorded() {
    return first != again;
  }
}
