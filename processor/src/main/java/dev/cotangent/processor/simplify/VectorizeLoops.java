package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.Map;
import java.util.Set;

/**
 * Runs the iterations of innermost loops in groups, on vectors of the Vector API; the rest that
 * fills no group runs one by one behind.
 *
 * <p>The proof is {@link VectorLoop}'s: an iteration reads and writes elements that follow the loop
 * variable, and none that another iteration writes; it carries nothing but free sums. Each number
 * is computed as before, to the last bit; free sums are added in another order. Where a group would
 * leave an array, all iterations run one by one, so that exceptions come as before.
 *
 * <p>Loops in one that {@link JamLoops} takes apart stay, since that gains more.
 */
public final class VectorizeLoops implements Pass {
  private final Facts facts;

  /** The pass under what is known of the main function. */
  public VectorizeLoops(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(main -> run(main, facts.unaliased(main)), helper -> run(helper, Set.of()));
  }

  private static Function run(Function function, Set<Value> unaliased) {
    Memory memory = Memory.of(function, unaliased);
    Map<For, VectorLoop> found = VectorLoop.all(function, memory);
    Structure structure = Structure.of(function);
    Structure.forEach(
        function.body(),
        op -> {
          if (op instanceof For loop && Jam.of(loop, structure, memory).isPresent()) {
            Structure.forEach(loop.body(), found::remove);
          }
        });
    return found.isEmpty() ? function : new Vectorizer(found).rewrite(function);
  }

  private static final class Vectorizer extends Simplifier {
    private final Map<For, VectorLoop> found;

    Vectorizer(Map<For, VectorLoop> found) {
      super(false);
      this.found = found;
    }

    @Override
    protected boolean simplify(Op op, Builder out) {
      VectorLoop loop = op instanceof For ? found.get(op) : null;
      return loop != null && substitute(op, new VectorWriter(loop, this::map).write(out));
    }
  }
}
