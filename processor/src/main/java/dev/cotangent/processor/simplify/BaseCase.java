package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a recursion ends: a branch of a function that its parameters decide, and one way of which
 * leaves no call.
 *
 * @param question what decides it, from the parameters, without effect and exception
 * @param condition its answer
 * @param when which answer ends the recursion
 * @param function the whole function as it is then
 */
record BaseCase(List<Op> question, Value condition, boolean when, Function function) {
  /** The most operations of an end that are put in the place of a call. */
  private static final int SMALL = 24;

  /** And of the level above, where most of the time goes. */
  private static final int MEDIUM = 80;

  /** The end itself, of a method that calls itself twice or more: straight code. */
  static Optional<BaseCase> end(Function function) {
    boolean manyEnds = mostCalls(function.body(), function.name()) > 1;
    List<If> choices = choices(function.body()).toList();
    return Stream.of(true, false)
        .filter(when -> manyEnds)
        .flatMap(when -> choices.stream().flatMap(op -> of(function, op, when).stream()))
        .filter(base -> size(base.function().body()) <= SMALL)
        .filter(base -> isClosed(base.function().body(), false))
        .findFirst();
  }

  /** The level above, of a function that calls at one place only, again and again in a loop. */
  static Optional<BaseCase> lastLevel(Function function) {
    boolean inLoop = mostCalls(function.body(), function.name()) > 1;
    boolean once = sites(function.body()) == 1;
    return once && inLoop
        ? deciding(function.body()).flatMap(op -> lastLevel(function, op))
        : Optional.empty();
  }

  private static Optional<BaseCase> lastLevel(Function function, If choice) {
    return of(function, choice, sites(choice.thenRegion()) == 0)
        .filter(base -> size(base.function().body()) <= MEDIUM)
        .filter(base -> isClosed(base.function().body(), true));
  }

  private static Stream<If> choices(Region region) {
    return region.ops().stream().filter(If.class::isInstance).map(If.class::cast);
  }

  /** The innermost branch around the only call. */
  private static Optional<If> deciding(Region region) {
    for (Op op : region.ops()) {
      for (Region inner : op.regions()) {
        if (sites(inner) > 0) {
          Optional<If> found = deciding(inner);
          return found.isPresent() || !(op instanceof If choice) ? found : Optional.of(choice);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<BaseCase> of(Function function, If choice, boolean when) {
    Structure structure = Structure.of(function);
    Set<Op> question = new LinkedHashSet<>();
    if (!ask(choice.condition(), structure, function, question)) {
      return Optional.empty();
    }
    Function way = way(function, choice, when);
    Function known = when ? new KnownArgument(structure).insert(choice.condition(), way) : way;
    return Optional.of(new BaseCase(List.copyOf(question), choice.condition(), when, known));
  }

  /** Collects what computes a value; says whether it needs the parameters alone, and is pure. */
  private static boolean ask(
      Value wanted, Structure structure, Function function, Set<Op> question) {
    Op op = structure.definition(wanted);
    if (op == null) {
      return function.parameters().contains(wanted);
    }
    boolean known =
        op.regions().isEmpty()
            && Effects.of(op).isPure()
            && op.operands().stream().allMatch(from -> ask(from, structure, function, question));
    question.add(op);
    return known;
  }

  /** The function with one branch in the place of a choice. */
  private static Function way(Function function, If choice, boolean when) {
    Region chosen = when ? choice.thenRegion() : choice.elseRegion();
    Substitution yields = new Substitution();
    for (int k = 0; k < choice.results().size() && !chosen.endsInThrow(); k++) {
      yields.put(choice.results().get(k), chosen.yields().get(k));
    }
    return function.withBody(yields.apply(spliced(function.body(), choice, chosen)));
  }

  private static Region spliced(Region region, If choice, Region chosen) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op == choice) {
        ops.addAll(chosen.ops());
      } else {
        ops.add(op.withRegions(inner -> spliced(inner, choice, chosen)));
      }
    }
    return region.withOps(ops);
  }

  /** Whether nothing in the region calls, makes an array or throws, or loops unless it may. */
  private static boolean isClosed(Region region, boolean mayLoop) {
    return !region.endsInThrow()
        && region.ops().stream()
            .allMatch(
                op ->
                    !(op instanceof Call)
                        && !Effects.of(op).allocates()
                        && (mayLoop || !op.repeats())
                        && op.regions().stream().allMatch(inner -> isClosed(inner, mayLoop)));
  }

  /** How often a run of the region may call a function; twice stands for any number. */
  private static int mostCalls(Region region, String name) {
    int calls = 0;
    for (Op op : region.ops()) {
      int inside = op.regions().stream().mapToInt(r -> mostCalls(r, name)).max().orElse(0);
      boolean called = op instanceof Call call && call.callee().equals(name);
      calls += (called ? 1 : 0) + (op instanceof If ? inside : 2 * inside);
    }
    return calls;
  }

  /** At how many places the region calls anything. */
  private static int sites(Region region) {
    return region.ops().stream()
        .mapToInt(
            op ->
                (op instanceof Call ? 1 : 0)
                    + op.regions().stream().mapToInt(BaseCase::sites).sum())
        .sum();
  }

  private static int size(Region region) {
    int size = region.ops().size();
    for (Op op : region.ops()) {
      size += op.regions().stream().mapToInt(BaseCase::size).sum();
    }
    return size;
  }
}
