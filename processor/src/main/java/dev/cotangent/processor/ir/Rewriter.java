package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a function with fresh values throughout. As it stands it copies; a pass overrides {@link
 * #rewrite(Op, Builder)} (or one of the smaller hooks) for the operations that it changes and lets
 * the rest through.
 */
public class Rewriter {
  private final Map<Value, Value> replacements = new IdentityHashMap<>();

  /** The function rebuilt under the same name. */
  public Function rewrite(Function function) {
    return function.withBody(rewrite(function.body()));
  }

  /** Every function of the program rebuilt. */
  public Program rewrite(Program program) {
    return program.map(this::rewrite);
  }

  /** The region rebuilt: fresh parameters, then each operation in order, then the yields. */
  public Region rewrite(Region region) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : region.parameters()) {
      Value fresh = fresh(parameter);
      replace(parameter, fresh);
      parameters.add(fresh);
    }
    Builder out = new Builder();
    rewriteOps(region, out);
    return out.region(parameters, map(region.yields()));
  }

  /** Appends the region's operations to {@code out}. */
  protected void rewriteOps(Region region, Builder out) {
    for (Op op : region.ops()) {
      rewrite(op, out.at(op.source()));
    }
  }

  /**
   * Appends what stands for {@code op} to {@code out}, and says by {@link #replace} what its
   * results have become.
   */
  protected void rewrite(Op op, Builder out) {
    copy(op, out);
  }

  /** Appends a copy of {@code op} with mapped operands, fresh results and rebuilt regions. */
  protected final void copy(Op op, Builder out) {
    List<Value> operands = map(op.operands());
    List<Region> regions = op.regions().stream().map(this::rewrite).toList();
    List<Value> results = new ArrayList<>();
    for (Value result : op.results()) {
      Value fresh = fresh(result);
      replace(result, fresh);
      results.add(fresh);
    }
    out.append(op.rebuild(operands, results, regions));
  }

  /** The value that a parameter or a copied result becomes; a pass may give it another name. */
  protected Value fresh(Value old) {
    return old.fresh();
  }

  /** From now on {@code old} is read as {@code replacement}. */
  protected final void replace(Value old, Value replacement) {
    replacements.put(old, replacement);
  }

  /** What a value of the old function has become; itself if it was defined outside. */
  protected final Value map(Value old) {
    return replacements.getOrDefault(old, old);
  }

  /** {@link #map(Value)} of each. */
  protected final List<Value> map(List<Value> old) {
    return old.stream().map(this::map).toList();
  }
}
