package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Literals;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes variables of the elements of small arrays that nobody else sees ({@link SmallArrays}): a
 * vector of three coordinates then has neither a shadow nor records. An element that a branch
 * writes is a result of the {@code If}, one that a loop writes is carried.
 */
public final class ScalarizeSmallArrays implements Pass {
  @Override
  public Program run(Program program) {
    return program.map(ScalarizeSmallArrays::run);
  }

  private static Function run(Function function) {
    Scalarizer scalarizer = new Scalarizer(SmallArrays.of(function));
    Region body = scalarizer.run(function.body());
    return scalarizer.substitution.apply(function.withBody(body));
  }

  /** An element of an array. */
  private record Element(Value array, int index) {}

  /** The elements that an {@code If} yields besides its own results. */
  private static final class Merge {
    final List<List<Value>> yields = List.of(new ArrayList<>(), new ArrayList<>());
    final List<Value> results = new ArrayList<>();
    private final List<Map<Element, Value>> after;

    /** What the elements are at the end of each branch. */
    Merge(List<Map<Element, Value>> after) {
      this.after = after;
    }

    /** The result that is one element behind the first branch, or one behind the second. */
    Value of(Element first, Element second) {
      Value yielded = after.get(0).get(first);
      yields.get(0).add(yielded);
      yields.get(1).add(after.get(1).get(second));
      Value result = yielded.fresh();
      results.add(result);
      return result;
    }
  }

  private static final class Scalarizer {
    private final SmallArrays arrays;
    private final Substitution substitution = new Substitution();

    /** What the elements are at the place that has been reached. */
    private Map<Element, Value> now = new LinkedHashMap<>();

    Scalarizer(SmallArrays arrays) {
      this.arrays = arrays;
    }

    Region run(Region region) {
      List<Op> ops = new ArrayList<>();
      region.ops().forEach(op -> visit(op, ops));
      return region.withOps(ops);
    }

    private void visit(Op op, List<Op> out) {
      if (op instanceof Alloc made && arrays.contains(made.result())) {
        make(made, out);
      } else if (op instanceof Load load && arrays.contains(load.array())) {
        substitution.put(load.result(), now.get(element(load.array(), load.index())));
      } else if (op instanceof Store store && arrays.contains(store.array())) {
        now.put(element(store.array(), store.index()), store.content());
      } else if (op instanceof Length length && arrays.contains(length.array())) {
        out.add(new Constant(arrays.length(length.array()), length.result()));
      } else if (op instanceof If choice) {
        out.add(choose(choice));
      } else if (op.repeats()) {
        out.add(repeat(op));
      } else {
        out.add(op);
      }
    }

    private Element element(Value array, Value index) {
      return new Element(array, arrays.literal(index).orElseThrow());
    }

    private void make(Alloc made, List<Op> out) {
      PrimitiveType type = (PrimitiveType) ((ArrayType) made.result().type()).element();
      Value zero = new Value(type, "", made.result().source());
      out.add(new Constant(Literals.zero(type), zero));
      for (int i = 0; i < arrays.length(made.result()); i++) {
        now.put(new Element(made.result(), i), zero);
      }
    }

    private Op choose(If choice) {
      Map<Element, Value> before = now;
      List<Map<Element, Value>> after = new ArrayList<>();
      List<Region> branches = new ArrayList<>();
      for (Region branch : choice.regions()) {
        now = new LinkedHashMap<>(before);
        branches.add(run(branch));
        after.add(now);
      }
      now = new LinkedHashMap<>(before);
      Merge merge = new Merge(after);
      written(choice).stream()
          .filter(before::containsKey)
          .forEach(element -> now.put(element, merge.of(element, element)));
      for (int i = 0; i < choice.results().size(); i++) {
        Value result = choice.results().get(i);
        if (arrays.contains(result)) {
          for (int k = 0; k < arrays.length(result); k++) {
            Element first = new Element(choice.thenRegion().yields().get(i), k);
            Element second = new Element(choice.elseRegion().yields().get(i), k);
            now.put(new Element(result, k), merge.of(first, second));
          }
        }
      }
      return rebuild(choice, branches, merge);
    }

    private Op rebuild(If choice, List<Region> branches, Merge merge) {
      List<Region> regions = new ArrayList<>();
      for (int b = 0; b < 2; b++) {
        Region branch = branches.get(b);
        List<Value> numbers = numbers(branch.yields(), choice);
        regions.add(branch.withYields(Lists.concat(numbers, merge.yields.get(b))));
      }
      List<Value> results = Lists.concat(numbers(choice.results(), choice), merge.results);
      return choice.rebuild(choice.operands(), results, regions);
    }

    /** The values at the positions of the results that stay. */
    private List<Value> numbers(List<Value> values, If choice) {
      List<Value> kept = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if (!arrays.contains(choice.results().get(i))) {
          kept.add(values.get(i));
        }
      }
      return kept;
    }

    private Op repeat(Op loop) {
      List<Element> carried =
          written(loop).stream().filter(element -> now.containsKey(element)).toList();
      List<Value> initial = carried.stream().map(now::get).toList();
      List<Region> regions = new ArrayList<>();
      for (Region region : loop.regions()) {
        List<Value> parameters = initial.stream().map(Value::fresh).toList();
        set(carried, parameters);
        Region inside = run(region);
        boolean isBody = region == loop.regions().get(loop.regions().size() - 1);
        List<Value> yields =
            isBody
                ? Lists.concat(inside.yields(), carried.stream().map(now::get).toList())
                : inside.yields();
        regions.add(
            new Region(Lists.concat(inside.parameters(), parameters), inside.ops(), yields));
      }
      List<Value> results = initial.stream().map(Value::fresh).toList();
      set(carried, results);
      return loop.rebuild(
          Lists.concat(loop.operands(), initial), Lists.concat(loop.results(), results), regions);
    }

    private void set(List<Element> elements, List<Value> values) {
      for (int i = 0; i < elements.size(); i++) {
        now.put(elements.get(i), values.get(i));
      }
    }

    /** The elements that what runs inside writes. */
    private Set<Element> written(Op op) {
      Set<Element> written = new LinkedHashSet<>();
      Uses.forEach(
          op,
          inner -> {
            if (inner instanceof Store store && arrays.contains(store.array())) {
              written.add(element(store.array(), store.index()));
            }
          });
      return written;
    }
  }
}
