package dev.cotangent.processor.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds a function. As it stands it copies, with fresh values throughout; a pass overrides
 * {@link #rewrite(Op, Builder)} (or one of the smaller hooks) for the operations that it changes
 * and lets the rest through. A rewriter that writes nothing twice may keep values, and then what it
 * leaves as it is stays the same object, up to the whole program.
 */
public class Rewriter {
  private final Map<Value, Value> replacements = new IdentityHashMap<>();
  private final boolean keeps;

  /** A rewriter that makes all values fresh. */
  public Rewriter() {
    this(false);
  }

  /**
   * A rewriter that keeps values or makes them fresh.
   *
   * @param keeps whether it keeps them: not where something may be written twice
   */
  protected Rewriter(boolean keeps) {
    this.keeps = keeps;
  }

  /** The function rebuilt under the same name. */
  public Function rewrite(Function function) {
    return function.withBody(rewrite(function.body()));
  }

  /** Every function of the program rebuilt. */
  public Program rewrite(Program program) {
    return program.map(this::rewrite);
  }

  /** The region rebuilt: its parameters, then each operation in order, then the yields. */
  public Region rewrite(Region region) {
    List<Value> parameters = freshAll(region.parameters());
    Builder out = new Builder();
    rewriteOps(region, out);
    List<Value> yields = map(region.yields());
    boolean same =
        keeps
            && parameters == region.parameters()
            && yields == region.yields()
            && Lists.same(out.ops(), region.ops());
    return same ? region : out.region(parameters, yields);
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

  /**
   * Appends {@code op} with mapped operands, its results and rebuilt regions; the operation itself
   * if it stays as it is.
   */
  protected final void copy(Op op, Builder out) {
    List<Value> operands = op.operands();
    List<Value> mapped = map(operands);
    List<Region> regions = op.regions();
    List<Region> rebuilt = Lists.map(regions, this::rewrite);
    List<Value> results = op.results();
    List<Value> made = freshAll(results);
    boolean same = keeps && mapped == operands && made == results && rebuilt == regions;
    out.append(same ? op : op.rebuild(mapped, made, rebuilt));
  }

  /** What the values become where they are defined; the same list if all stay. */
  private List<Value> freshAll(List<Value> defined) {
    return Lists.map(
        defined,
        old -> {
          Value made = fresh(old);
          if (made != old) {
            replace(old, made);
          }
          return made;
        });
  }

  /**
   * The value that a parameter or an operation's result becomes; a pass may give it another name.
   */
  protected Value fresh(Value old) {
    return keeps ? old : old.fresh();
  }

  /** From now on {@code old} is read as {@code replacement}. */
  protected final void replace(Value old, Value replacement) {
    replacements.put(old, replacement);
  }

  /** What a value of the old function has become; itself if it was defined outside. */
  protected final Value map(Value old) {
    return replacements.getOrDefault(old, old);
  }

  /** {@link #map(Value)} of each; the same list if all stay. */
  protected final List<Value> map(List<Value> old) {
    return Lists.map(old, this::map);
  }
}
