package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Writes the few iterations of a loop one after another where that lets a small array become
 * variables ({@link ScalarizeSmallArrays}): from literal to literal, at most four times, over an
 * array that is a small one if the loop's index is known.
 */
public final class UnrollShortLoops implements Pass {
  private static final int MOST_TRIPS = 4;
  private static final int MOST_OPERATIONS = 120;

  @Override
  public Program run(Program program) {
    return program.map(UnrollShortLoops::run);
  }

  private static Function run(Function function) {
    SmallArrays now = SmallArrays.of(function);
    Set<Value> indices = Collections.newSetFromMap(new IdentityHashMap<>());
    SmallArrays.indices(function.body(), loop -> isShort(loop, now), indices);
    SmallArrays then = SmallArrays.of(function, indices);
    return indices.isEmpty() ? function : new Unroller(now, then).rewrite(function);
  }

  private static boolean isShort(For loop, SmallArrays arrays) {
    List<Integer> trips = trips(loop, arrays);
    return !trips.isEmpty() && size(loop.body()) * trips.size() <= MOST_OPERATIONS;
  }

  private static int size(Region region) {
    int size = region.ops().size();
    for (Op op : region.ops()) {
      size += op.regions().stream().mapToInt(UnrollShortLoops::size).sum();
    }
    return size;
  }

  /** The values of the index, if they are few and known. */
  private static List<Integer> trips(For loop, SmallArrays arrays) {
    if (arrays.literal(loop.start()).isEmpty() || arrays.literal(loop.bound()).isEmpty()) {
      return List.of();
    }
    int bound = arrays.literal(loop.bound()).getAsInt();
    List<Integer> trips = new ArrayList<>();
    int index = arrays.literal(loop.start()).getAsInt();
    while (runs(loop, index, bound)) {
      trips.add(index);
      index += loop.step();
      if (trips.size() > MOST_TRIPS) {
        return List.of();
      }
    }
    return trips;
  }

  private static boolean runs(For loop, int index, int bound) {
    return switch (loop.relation()) {
      case LESS -> index < bound;
      case LESS_EQUAL -> index <= bound;
      case GREATER -> index > bound;
      case GREATER_EQUAL -> index >= bound;
      default -> false;
    };
  }

  private static final class Unroller extends Simplifier {
    private final SmallArrays now;
    private final SmallArrays then;

    Unroller(SmallArrays now, SmallArrays then) {
      super(false);
      this.now = now;
      this.then = then;
    }

    @Override
    protected boolean simplify(Op op, Builder out) {
      if (!(op instanceof For loop) || !isShort(loop, now) || !pays(loop, loop.body())) {
        return false;
      }
      List<Value> carried = map(loop.initial());
      for (int trip : trips(loop, now)) {
        replace(loop.index(), out.constant(trip));
        for (int k = 0; k < carried.size(); k++) {
          replace(loop.carried().get(k), carried.get(k));
        }
        rewriteOps(loop.body(), out);
        carried = map(loop.body().yields());
      }
      return substitute(loop, carried);
    }

    /** Whether an array becomes a small one that is not. */
    private boolean pays(For loop, Region region) {
      for (Op op : region.ops()) {
        boolean inside = op.regions().stream().anyMatch(inner -> pays(loop, inner));
        boolean own =
            (op instanceof Load load && becomesSmall(load.array()))
                || (op instanceof Store store && becomesSmall(store.array()));
        if (inside || own) {
          return true;
        }
      }
      return false;
    }

    private boolean becomesSmall(Value array) {
      return then.contains(array) && !now.contains(array);
    }
  }
}
