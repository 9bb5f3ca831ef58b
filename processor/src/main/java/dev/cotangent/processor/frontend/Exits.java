package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.PrimitiveType;
import java.util.List;
import java.util.Optional;

/**
 * The jumps out of a statement whose paths come together behind it, and the variable that then
 * tells which was taken: a boolean for one, a number for several, none if there is no jump.
 *
 * @param jumps the jumps; their codes count from one
 * @param inner the jump that is as good as reaching the statement's end, if there is one
 */
record Exits(List<Jump> jumps, Optional<Jump> inner, Optional<Variable> code) {
  /** The exits of a statement with these jumps. */
  static Exits of(List<Jump> jumps, Optional<Jump> inner) {
    return new Exits(jumps, inner, code(jumps.size()));
  }

  private static Optional<Variable> code(int jumps) {
    return switch (jumps) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Variable.of("done", PrimitiveType.BOOLEAN));
      default -> Optional.of(Variable.of("exit", PrimitiveType.INT));
    };
  }

  boolean isEmpty() {
    return jumps.isEmpty();
  }

  /** What the code is after this jump. */
  Object codeOf(Jump jump) {
    int number = jumps.indexOf(jump) + 1;
    boolean stays =
        jump.equals(Jump.NEXT)
            || jump.kind() == Jump.Kind.THROW
            || inner.filter(jump::equals).isPresent();
    if (number == 0 && !stays) {
      throw new IllegalStateException("no such way out: " + jump);
    }
    return jumps.size() == 1 ? (Object) (number == 1) : (Object) number;
  }
}
