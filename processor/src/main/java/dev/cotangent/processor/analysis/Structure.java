package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Where each value, operation and region of one function stands. */
public final class Structure {
  private final Region root;
  private final Map<Value, Region> regionOf = new IdentityHashMap<>();
  private final Map<Value, Op> definition = new IdentityHashMap<>();
  private final Map<Op, Region> regionOfOp = new IdentityHashMap<>();
  private final Map<Op, Integer> index = new IdentityHashMap<>();
  private final Map<Region, Op> owner = new IdentityHashMap<>();

  private Structure(Region root) {
    this.root = root;
  }

  /** Walks the function once. */
  public static Structure of(Function function) {
    Structure structure = new Structure(function.body());
    structure.walk(function.body());
    return structure;
  }

  private void walk(Region region) {
    region.parameters().forEach(parameter -> regionOf.put(parameter, region));
    for (int i = 0; i < region.ops().size(); i++) {
      Op op = region.ops().get(i);
      regionOfOp.put(op, region);
      index.put(op, i);
      for (Value result : op.results()) {
        regionOf.put(result, region);
        definition.put(result, op);
      }
      for (Region inner : op.regions()) {
        owner.put(inner, op);
        walk(inner);
      }
    }
  }

  /** The function's own region. */
  public Region root() {
    return root;
  }

  /** The region whose parameter the value is, or in which the operation stands that defines it. */
  public Region regionOf(Value value) {
    return regionOf.get(value);
  }

  /** The region in which the operation stands. */
  public Region regionOf(Op op) {
    return regionOfOp.get(op);
  }

  /** The operation that defines the value; null for a parameter of a region. */
  public Op definition(Value value) {
    return definition.get(value);
  }

  /** The place of the operation in its region. */
  public int indexOf(Op op) {
    return index.get(op);
  }

  /** The operation that the region belongs to; null for the function's own. */
  public Op owner(Region region) {
    return owner.get(region);
  }

  /** Whether {@code inner} is {@code outer} or lies somewhere inside it. */
  public boolean isInside(Region inner, Region outer) {
    for (Region region = inner; region != null; region = parent(region)) {
      if (region == outer) {
        return true;
      }
    }
    return false;
  }

  /** The region around a region; null for the function's own. */
  public Region parent(Region region) {
    Op op = owner.get(region);
    return op == null ? null : regionOfOp.get(op);
  }

  /**
   * Calls {@code action} for every operation of the region and of the regions inside, in program
   * order.
   */
  public static void forEach(Region region, Consumer<Op> action) {
    for (Op op : region.ops()) {
      action.accept(op);
      op.regions().forEach(inner -> forEach(inner, action));
    }
  }

  /**
   * As {@link #forEach}, without the regions that end in an exception: what they do, nothing behind
   * them sees.
   */
  public static void forEachSeen(Region region, Consumer<Op> action) {
    if (region.endsInThrow()) {
      return;
    }
    for (Op op : region.ops()) {
      action.accept(op);
      op.regions().forEach(inner -> forEachSeen(inner, action));
    }
  }
}
