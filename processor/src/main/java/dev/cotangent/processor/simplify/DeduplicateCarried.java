package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries nothing twice and nothing that does not change: a carried value that every iteration
 * yields as it is stands for its initial value; two that start as the same value and, if they are
 * equal, become equal ({@link CarriedClasses}) are one. What has lost its uses is left for {@link
 * EliminateDeadCode}.
 */
public final class DeduplicateCarried implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(DeduplicateCarried::run);
  }

  private static Function run(Function function) {
    Substitution substitution = new Substitution();
    new Finder(substitution).visit(function.body());
    return substitution.apply(function);
  }

  /** Finds the substitutions, outer loops first. */
  private static final class Finder {
    private final Substitution substitution;
    private final Map<Value, Optional<Object>> literals = new IdentityHashMap<>();

    Finder(Substitution substitution) {
      this.substitution = substitution;
    }

    void visit(Region region) {
      for (Op op : region.ops()) {
        if (op instanceof Constant constant) {
          literals.put(constant.result(), Optional.ofNullable(constant.content()));
        } else if (op instanceof For loop) {
          dropUnchanged(loop.initial(), List.of(loop.carried()), loop);
          merge(loop.initial(), List.of(loop.carried()), loop);
        } else if (op instanceof While loop) {
          List<List<Value>> carried =
              List.of(loop.body().parameters(), loop.condition().parameters());
          dropUnchanged(loop.initial(), carried, loop);
          merge(loop.initial(), carried, loop);
        }
        op.regions().forEach(this::visit);
      }
    }

    private static Region body(Op loop) {
      return loop.regions().get(loop.regions().size() - 1);
    }

    private void dropUnchanged(List<Value> initial, List<List<Value>> carried, Op loop) {
      for (int k = 0; k < initial.size(); k++) {
        Value yield = substitution.get(body(loop).yields().get(k));
        Value start = substitution.get(initial.get(k));
        boolean same = yield == carried.get(0).get(k) || yield == start;
        if (same && start.type().equals(loop.results().get(k).type())) {
          replace(k, start, carried, loop);
        }
      }
    }

    private void replace(int k, Value replacement, List<List<Value>> carried, Op loop) {
      substitution.put(loop.results().get(k), replacement);
      for (List<Value> parameters : carried) {
        if (substitution.get(parameters.get(k)) == parameters.get(k)) {
          substitution.put(parameters.get(k), replacement);
        }
      }
    }

    private void merge(List<Value> initial, List<List<Value>> carried, Op loop) {
      List<Object> starts = new ArrayList<>();
      for (Value value : initial) {
        Value start = substitution.get(value);
        starts.add(
            literals.containsKey(start) ? List.of(literals.get(start), start.type()) : start);
      }
      List<Integer> classes =
          new CarriedClasses(starts, carried.get(0), body(loop), substitution).find();
      for (int k = 0; k < classes.size(); k++) {
        int first = classes.get(k);
        boolean gone = substitution.get(carried.get(0).get(k)) != carried.get(0).get(k);
        if (first < k && !gone && sameType(loop, first, k)) {
          substitution.put(loop.results().get(k), loop.results().get(first));
          for (List<Value> parameters : carried) {
            substitution.put(parameters.get(k), parameters.get(first));
          }
        }
      }
    }

    private static boolean sameType(Op loop, int a, int b) {
      return Objects.equals(loop.results().get(a).type(), loop.results().get(b).type());
    }
  }
}
