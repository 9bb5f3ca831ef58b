package dev.cotangent.processor.explain;

import dev.cotangent.processor.analysis.OperationCost;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.differentiate.Strategy;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value that the forward sweep keeps for the reverse sweep.
 *
 * @param value the value
 * @param place where it is kept
 * @param why why it is not computed again
 * @param users the lines whose derivatives ask for it
 */
record Kept(Value value, String place, String why, Set<Integer> users) {

  /** What a program keeps, in the order of the forward sweep. */
  static List<Kept> in(Program adjoint) {
    List<Kept> all = new ArrayList<>();
    adjoint.functions().forEach(function -> new Search(function, adjoint).run(all));
    return all;
  }

  /** The line that computes the value. */
  int line() {
    return value.source().line();
  }

  /** Looks through one function. */
  private static final class Search {
    private final Function function;
    private final Program program;
    private final Structure structure;
    private final Map<Value, Alloc> records = new IdentityHashMap<>();

    Search(Function function, Program program) {
      this.function = function;
      this.program = program;
      this.structure = Structure.of(function);
    }

    void run(List<Kept> found) {
      Structure.forEach(
          function.body(),
          op -> {
            if (op instanceof Alloc alloc && alloc.purpose() == Alloc.Purpose.RECORD) {
              records.put(alloc.result(), alloc);
            } else if (op instanceof Store store && records.containsKey(store.array())) {
              found.add(kept(store.content(), "an array", users(store)));
            } else if (op instanceof Push push) {
              found.add(kept(push.content(), "the tape", users(push)));
            }
          });
    }

    private Kept kept(Value value, String place, Set<Integer> users) {
      return new Kept(value, place, why(value), users);
    }

    /** The reasons for which reverse mode keeps a value, by what the value is. */
    private String why(Value value) {
      Op op = structure.definition(value);
      if (op == null) {
        return "it changes from one iteration to the next, so that it cannot be computed again";
      }
      if (op instanceof Load) {
        return "the array may hold another value by then";
      }
      if (op instanceof Opaque || op instanceof Invoke || op instanceof Call) {
        return "other code gave it, which is run once only";
      }
      if (!op.regions().isEmpty()) {
        return "it is what a branch or a loop has found";
      }
      int again = OperationCost.of(op);
      int keep = Strategy.STANDARD.recordCost();
      return again >= keep
          ? "computing it again would take as long as %d additions, keeping it %d"
              .formatted(again, keep)
          : "what it is computed from is gone as well, or takes longer to compute again";
    }

    private Set<Integer> users(Store kept) {
      Set<Integer> lines = new TreeSet<>();
      Structure.forEach(
          function.body(),
          op -> {
            if (op instanceof Load load && load.array() == kept.array()) {
              addUsers(function, load.result(), lines);
            }
          });
      return lines;
    }

    /** A popped value has name and place of what was pushed. */
    private Set<Integer> users(Push kept) {
      Set<Integer> lines = new TreeSet<>();
      for (Function each : program.functions()) {
        Structure.forEach(
            each.body(),
            op -> {
              if (op instanceof Pop pop && isOf(kept.content(), pop.result())) {
                addUsers(each, pop.result(), lines);
              }
            });
      }
      return lines;
    }

    private static boolean isOf(Value pushed, Value popped) {
      return pushed.type().equals(popped.type())
          && pushed.name().equals(popped.name())
          && pushed.source().equals(popped.source());
    }

    private static void addUsers(Function function, Value value, Set<Integer> lines) {
      Structure.forEach(
          function.body(),
          op -> {
            if (op.operands().contains(value) && op.source().isKnown()) {
              lines.add(op.source().line());
            }
          });
    }
  }
}
