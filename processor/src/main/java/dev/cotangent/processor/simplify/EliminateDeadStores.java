package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes stores into the derivative's memory that nobody notices. The reverse of a store takes the
 * element's adjoint and leaves zero; where the element's old value counts as well, as in {@code
 * a[i] += x}, the adjoint goes back into the element at once, and neither store is needed.
 *
 * <p>The proof, within one region: a store is overwritten by a later one to the same array and
 * index, and nothing between them may read the array ({@link Memory}); or it stores what a load or
 * a store before it says the element holds, and nothing between them may have written the array.
 * What an exception interrupts may leave shadows with anything in them, so that operations which
 * throw are no readers.
 */
public final class EliminateDeadStores implements Pass {
  private final Facts facts;

  /** The pass under what is known of the main function. */
  public EliminateDeadStores(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(main -> run(main, facts.unaliased(main)), helper -> run(helper, Set.of()));
  }

  private static Function run(Function function, Set<Value> unaliased) {
    Memory memory = Memory.of(function, unaliased);
    return function.withBody(new Eliminator(memory).run(function.body()));
  }

  /** An element of an array. */
  private record Element(Value array, Value index) {
    static Element of(Store store) {
      return new Element(store.array(), store.index());
    }
  }

  /** What is removed changes no reference's origin. */
  private record Eliminator(Memory memory) {
    Region run(Region region) {
      List<Op> ops = region.ops().stream().map(op -> op.withRegions(this::run)).toList();
      return region.withOps(withoutRepeated(withoutOverwritten(ops)));
    }

    private List<Op> withoutOverwritten(List<Op> ops) {
      List<Op> kept = new ArrayList<>();
      for (int k = 0; k < ops.size(); k++) {
        boolean dead =
            ops.get(k) instanceof Store store
                && memory.isDerivative(store.array())
                && isOverwritten(store, ops.subList(k + 1, ops.size()));
        if (!dead) {
          kept.add(ops.get(k));
        }
      }
      return kept;
    }

    private boolean isOverwritten(Store store, List<Op> later) {
      for (Op op : later) {
        if (op instanceof Store other && Element.of(other).equals(Element.of(store))) {
          return true;
        }
        if (memory.mayRead(op, store.array())) {
          return false;
        }
      }
      return false;
    }

    private List<Op> withoutRepeated(List<Op> ops) {
      Map<Element, Value> contents = new HashMap<>();
      List<Op> kept = new ArrayList<>();
      for (Op op : ops) {
        if (op instanceof Store store && isRepeated(store, contents)) {
          continue;
        }
        kept.add(op);
        contents.keySet().removeIf(element -> memory.mayWrite(op, element.array()));
        if (op instanceof Load load) {
          contents.put(new Element(load.array(), load.index()), load.result());
        } else if (op instanceof Store store && isOfElementType(store)) {
          contents.put(Element.of(store), store.content());
        }
      }
      return kept;
    }

    private boolean isRepeated(Store store, Map<Element, Value> contents) {
      return contents.get(Element.of(store)) == store.content()
          && memory.isDerivative(store.array());
    }

    /** A narrower element may hold something else than what is stored. */
    private static boolean isOfElementType(Store store) {
      return store.content().type().equals(((ArrayType) store.array().type()).element());
    }
  }
}
