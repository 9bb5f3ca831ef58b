package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What whoever asks for a simplification knows of the program's main function beyond its text.
 *
 * @param unaliased the indices of the parameters whose arrays, with their rows, belong to the
 *     derivative alone: each shares memory with no other parameter, the caller looks at it only
 *     after the function has returned normally, and every access of it is in bounds (the shadows
 *     that Vjp takes)
 * @param scratch those among them that the caller never looks at
 * @param returns whether it is known that the function returns: it has run before on the same
 *     arguments
 */
public record Facts(Set<Integer> unaliased, Set<Integer> scratch, boolean returns) {
  /** Nothing is known. */
  public static final Facts NONE = new Facts(Set.of(), Set.of(), false);

  /** Copies the sets. */
  public Facts {
    unaliased = Set.copyOf(unaliased);
    scratch = Set.copyOf(scratch);
  }

  /** The {@code count} parameters from number {@code first} on are shadows. */
  public static Facts shadows(int first, int count) {
    return new Facts(
        IntStream.range(first, first + count).boxed().collect(Collectors.toUnmodifiableSet()),
        Set.of(),
        false);
  }

  /** The unaliased parameters of the main function. */
  Set<Value> unaliased(Function main) {
    return parameters(unaliased, main);
  }

  /** The parameters of the main function that are scratch. */
  Set<Value> scratch(Function main) {
    return parameters(scratch, main);
  }

  private static Set<Value> parameters(Set<Integer> indices, Function main) {
    Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
    indices.forEach(index -> values.add(main.parameters().get(index)));
    return values;
  }
}
