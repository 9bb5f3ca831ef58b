package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes nothing twice: an operation whose result an equal operation before it has, in a region
 * that it can see, gives way to that result. So does a load of an element that was loaded or stored
 * before and that nothing in between may have overwritten ({@link Memory}).
 *
 * <p>A free product of three factors, one of them a literal, is taken apart the other way where
 * that finds a product that is there: {@code (x·c)·y} needs no {@code x·c} behind {@code c·y}.
 *
 * <p>Where a branch is taken, one behind the same condition has been taken before, and what it gave
 * is what it computed ({@link BranchResults}): the adjoint of a sine finds the cosine beside it.
 *
 * <p>An exact operation serves a free use, never the reverse, because the free one may still be
 * rewritten. What throws is equal only to what has not thrown: the earlier one, with the same
 * operands, came through.
 */
public final class EliminateCommonSubexpressions implements Pass {
  private final Facts facts;

  /** The pass under what is known of the main function. */
  public EliminateCommonSubexpressions(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Program run(Program program) {
    return program.map(
        main -> new Eliminator(facts.unaliased(main)).rewrite(main),
        helper -> new Eliminator(Set.of()).rewrite(helper));
  }

  /** A value that is there already. */
  private record Available(Value value, boolean exact) {}

  /** An element, by what array and index are now. */
  private record Element(Value array, Value index) {}

  /** What an element holds, and the array as the function before the pass calls it. */
  private record Content(Value value, Value array) {}

  /** Where a branch begins: what was asked, and 0 where it holds, 1 where it does not. */
  private record Entry(Value condition, int side) {}

  /** The results of an operation with regions, and the arrays it read, by their former names. */
  private record Computed(List<Value> results, List<Value> arrays) {}

  private static final class Eliminator extends Simplifier {
    private final Set<Value> unaliased;
    private final Map<Value, Integer> numbers = new IdentityHashMap<>();
    private Map<ExpressionKey, Available> expressions = new HashMap<>();
    private Map<Element, Content> elements = new HashMap<>();
    private Map<Object, Computed> computed = new HashMap<>();
    private BranchResults branches = new BranchResults();
    private final Map<Region, Entry> entries = new IdentityHashMap<>();
    private Memory memory;

    Eliminator(Set<Value> unaliased) {
      this.unaliased = unaliased;
    }

    @Override
    public Function rewrite(Function function) {
      memory = Memory.of(function, unaliased);
      return super.rewrite(function);
    }

    /** What a region finds out holds inside it only. */
    @Override
    public Region rewrite(Region region) {
      Map<ExpressionKey, Available> outerExpressions = new HashMap<>(expressions);
      Map<Element, Content> outerElements = new HashMap<>(elements);
      Map<Object, Computed> outerComputed = new HashMap<>(computed);
      BranchResults outerBranches = branches.copy();
      enter(region);
      Region rewritten = super.rewrite(region);
      branches = outerBranches;
      computed = outerComputed;
      expressions = outerExpressions;
      elements = outerElements;
      return rewritten;
    }

    /** What is known at the beginning of a branch. */
    private void enter(Region region) {
      Entry entry = entries.get(region);
      if (entry != null) {
        branches.at(entry.condition(), entry.side(), this::makeAvailable);
      }
    }

    private void makeAvailable(Op op, Value result) {
      ExpressionKey.of(op, op.operands(), this::number)
          .ifPresent(
              key -> expressions.putIfAbsent(key, new Available(result, !Exactness.isFree(op))));
    }

    @Override
    protected boolean simplify(Op op, Builder out) {
      return eliminate(regrouped(op).orElse(op), out);
    }

    private boolean eliminate(Op op, Builder out) {
      if (op instanceof Load load) {
        return simplifyLoad(load, out);
      }
      if (op.repeats()) {
        // An earlier iteration has run before the body does.
        forget(op);
      }
      Optional<ExpressionKey> key = ExpressionKey.of(op, map(op.operands()), this::number);
      if (key.isPresent()) {
        return simplifyExpression(op, key.get(), out);
      }
      if (!op.regions().isEmpty()) {
        return simplifyRegions(op, out);
      }
      copy(op, out);
      forget(op);
      if (op instanceof Store store) {
        remember(store);
      }
      return true;
    }

    private int number(Value value) {
      return numbers.computeIfAbsent(value, v -> numbers.size());
    }

    private boolean simplifyExpression(Op op, ExpressionKey key, Builder out) {
      Available available = expressions.get(key);
      boolean exact = !Exactness.isFree(op);
      if (available != null && (available.exact() || !exact)) {
        return substitute(op, available.value());
      }
      copy(op, out);
      expressions.put(key, new Available(map(op.results().get(0)), exact));
      return true;
    }

    /**
     * {@code (x·c)·y}, with a literal c, as {@code x·(c·y)} where {@code c·y} is there already:
     * what the product rule makes of {@code c·y·…}.
     */
    private Optional<Op> regrouped(Op op) {
      return freeProduct(op)
          .flatMap(
              product -> {
                Value left = map(product.left());
                Value right = map(product.right());
                return regrouped(product, left, right).or(() -> regrouped(product, right, left));
              });
    }

    private Optional<Op> regrouped(Binary product, Value scaled, Value y) {
      return known
          .definition(scaled, Binary.class)
          .flatMap(Eliminator::freeProduct)
          .flatMap(
              inner ->
                  regrouped(product, inner.left(), inner.right(), y)
                      .or(() -> regrouped(product, inner.right(), inner.left(), y)));
    }

    private Optional<Op> regrouped(Binary product, Value x, Value literal, Value y) {
      if (known.literal(literal).isEmpty()) {
        return Optional.empty();
      }
      List<Value> factors = List.of(literal, y);
      return ExpressionKey.of(product, factors, this::number)
          .map(expressions::get)
          .map(there -> product.rebuild(List.of(x, there.value()), product.results(), List.of()));
    }

    private static Optional<Binary> freeProduct(Op op) {
      return op instanceof Binary product
              && product.operator() == BinaryOperator.MULTIPLY
              && product.result().type() == PrimitiveType.DOUBLE
              && !product.exact()
          ? Optional.of(product)
          : Optional.empty();
    }

    /** A branch or a loop that an equal one before it has run already is taken back again. */
    private boolean simplifyRegions(Op op, Builder out) {
      if (op instanceof If branch) {
        Value condition = map(branch.condition());
        entries.put(branch.thenRegion(), new Entry(condition, 0));
        entries.put(branch.elseRegion(), new Entry(condition, 1));
      }
      copy(op, out);
      forget(op);
      Op copied = out.ops().get(out.ops().size() - 1);
      Optional<Object> key = RegionKey.of(copied, value -> value);
      Computed before = op.results().isEmpty() ? null : key.map(computed::get).orElse(null);
      if (before == null) {
        key.ifPresent(k -> computed.put(k, new Computed(copied.results(), Uses.loaded(op))));
        if (copied instanceof If branch) {
          branches.add(branch);
        }
        return true;
      }
      out.ops().remove(out.ops().size() - 1);
      return substitute(op, before.results());
    }

    private boolean simplifyLoad(Load load, Builder out) {
      Element element = new Element(map(load.array()), map(load.index()));
      Content content = elements.get(element);
      if (content != null) {
        return substitute(load, content.value());
      }
      copy(load, out);
      elements.put(element, new Content(map(load.result()), load.array()));
      return true;
    }

    private void remember(Store store) {
      boolean sameType =
          store.content().type().equals(((ArrayType) store.array().type()).element());
      if (sameType) {
        Element element = new Element(map(store.array()), map(store.index()));
        elements.put(element, new Content(map(store.content()), store.array()));
      }
    }

    private void forget(Op op) {
      elements.values().removeIf(content -> memory.mayWrite(op, content.array()));
      computed
          .values()
          .removeIf(found -> found.arrays().stream().anyMatch(a -> memory.mayWrite(op, a)));
    }
  }
}
