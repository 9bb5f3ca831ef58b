package dev.cotangent.processor.emit;

import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.Program;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stage 7, input: the programs that a companion's members run.
 *
 * @param derivatives the program of each derivative that the companion offers
 * @param scalar the define-by-run twin; empty if the user does without it
 * @param written the names of the array parameters that the method may overwrite
 */
public record CompanionPrograms(
    Map<Derivative, Program> derivatives, Optional<Program> scalar, Set<String> written) {
  /** Copies the collections. */
  public CompanionPrograms {
    derivatives = Map.copyOf(derivatives);
    written = Set.copyOf(written);
  }

  /** All of them. */
  Stream<Program> all() {
    return Stream.concat(derivatives.values().stream(), scalar.stream());
  }

  /** The program of one derivative. */
  Program of(Derivative mode) {
    return Optional.ofNullable(derivatives.get(mode)).orElseThrow();
  }
}
