package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Table;

/**
 * Whether a program may give an array that others know: one that it got from a field, from an
 * object or from opaque Java, or a table of constants. Whoever writes to it later changes what they
 * see, and a caller that cannot look into the program could not tell.
 */
public final class ForeignResults {
  private ForeignResults() {}

  /** Whether the main function may give such an array, or a helper that may be where it got it. */
  public static boolean in(Program program) {
    HelperEffects helpers = HelperEffects.ofLinked(program);
    return program.functions().stream().anyMatch(function -> isIn(function, helpers));
  }

  private static boolean isIn(Function function, HelperEffects helpers) {
    Aliases aliases = Aliases.of(function, false, helpers);
    Structure structure = Structure.of(function);
    return function.results().stream()
        .filter(result -> result.type().isFloatingArray())
        .flatMap(result -> aliases.members(result).stream())
        .anyMatch(member -> comesFromElsewhere(structure.definition(member)));
  }

  /** What another companion gives is one of its arguments or new: it has been through this. */
  private static boolean comesFromElsewhere(Op definition) {
    boolean rule = definition instanceof Invoke call && !HelperEffects.isLinked(call);
    boolean table = definition instanceof Constant constant && constant.content() instanceof Table;
    return rule || table || definition instanceof Opaque;
  }
}
