package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stage 7: how a function's body stands in the method that it is emitted into.
 *
 * @param parameters how each parameter of the function is read, in order. One that is a plain
 *     identifier is a local variable or parameter of the method, which the body may overwrite once
 *     nobody reads its value any more; any other expression is only read, perhaps often.
 * @param reserved names that the body must not declare, besides the identifiers in {@code
 *     parameters} and Java's keywords
 * @param kept the identifiers among {@code parameters} that the body must not overwrite all the
 *     same
 * @param results where the results go
 * @param allocator what makes arrays
 * @param callees how helpers are called
 * @param lineComments whether a statement names the line of the user's file that it answers to
 */
public record Frame(
    List<CodeBlock> parameters,
    Set<String> reserved,
    Set<String> kept,
    ResultSink results,
    Allocator allocator,
    Callees callees,
    boolean lineComments) {
  /** Copies the collections. */
  public Frame {
    parameters = List.copyOf(parameters);
    reserved = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(reserved));
    kept = Set.copyOf(kept);
  }

  /**
   * A method of its own: the parameters have these names, the result is returned, arrays are made
   * by {@code new}, helpers are called by their names, and lines are named.
   */
  public static Frame of(List<String> parameterNames) {
    List<CodeBlock> parameters =
        parameterNames.stream().map(name -> CodeBlock.of("$L", name)).toList();
    return new Frame(
        parameters,
        Set.of(),
        Set.of(),
        ResultSink.RETURNED,
        Allocator.PLAIN,
        Callees.BY_NAME,
        true);
  }

  /** The same with other reserved names. */
  public Frame withReserved(Set<String> names) {
    return new Frame(parameters, names, kept, results, allocator, callees, lineComments);
  }

  /** The same whose body overwrites none of these parameters. */
  public Frame keeping(Set<String> names) {
    return new Frame(parameters, reserved, names, results, allocator, callees, lineComments);
  }

  /** The same with other places for the results. */
  public Frame withResults(ResultSink sink) {
    return new Frame(parameters, reserved, kept, sink, allocator, callees, lineComments);
  }

  /** The same with another source of arrays. */
  public Frame withAllocator(Allocator other) {
    return new Frame(parameters, reserved, kept, results, other, callees, lineComments);
  }

  /** The same with another way to call helpers. */
  public Frame withCallees(Callees other) {
    return new Frame(parameters, reserved, kept, results, allocator, other, lineComments);
  }

  /** The same with or without comments that name lines. */
  public Frame withLineComments(boolean wanted) {
    return new Frame(parameters, reserved, kept, results, allocator, callees, wanted);
  }
}
