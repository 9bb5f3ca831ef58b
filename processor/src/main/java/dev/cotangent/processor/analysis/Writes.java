package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays each operation of a function may overwrite, and whether an array still holds later
 * what it held before.
 */
public final class Writes {
  private final Structure structure;
  private final Aliases aliases;
  private final HelperEffects helpers;
  private final boolean callerMayWrite;
  private final Set<Value> exposed = identitySet();
  private final Map<Op, Set<Value>> written = new IdentityHashMap<>();

  private Writes(
      Structure structure, Aliases aliases, HelperEffects helpers, boolean callerMayWrite) {
    this.structure = structure;
    this.aliases = aliases;
    this.helpers = helpers;
    this.callerMayWrite = callerMayWrite;
  }

  /** Looks at every operation of a main function, whose reverse sweep follows at once. */
  public static Writes of(
      Function function, Structure structure, Aliases aliases, HelperEffects helpers) {
    return collect(function, new Writes(structure, aliases, helpers, false));
  }

  /**
   * Looks at every operation of a helper. Between its two sweeps its callers may overwrite what
   * they gave it, if anything in the program overwrites arrays.
   */
  public static Writes ofHelper(
      Function function, Structure structure, Aliases aliases, HelperEffects helpers) {
    return collect(
        function, new Writes(structure, aliases, helpers, helpers.programWritesArrays()));
  }

  private static Writes collect(Function function, Writes writes) {
    writes.exposed.addAll(writes.aliases.exposed(function));
    writes.collect(function.body());
    return writes;
  }

  private Set<Value> collect(Region region) {
    Set<Value> all = identitySet();
    for (Op op : region.ops()) {
      Set<Value> own = identitySet();
      if (helpers.disturbs(op)) {
        own.addAll(exposed);
      }
      helpers.written(op).forEach(array -> own.add(aliases.classOf(array)));
      op.regions().forEach(inner -> own.addAll(collect(inner)));
      written.put(op, own);
      all.addAll(own);
    }
    return all;
  }

  /** The classes of the arrays that the operation, or what runs inside it, may overwrite. */
  public Set<Value> of(Op op) {
    return written.get(op);
  }

  /**
   * Whether an array, read where {@code op} stands, holds the same elements during the whole
   * reverse sweep: nothing overwrites it after {@code op} begins, in this iteration of the loops
   * around it or in a later one. Loops inside which the array itself is allocated make a new one
   * each time and do not count.
   */
  public boolean isStable(Value array, Op op) {
    Value wanted = aliases.classOf(array);
    if (mayWrite(op, wanted)) {
      return false;
    }
    return isUntouchedAfter(wanted, op);
  }

  /** As {@link #isStable}, but what {@code op} itself does inside does not count. */
  public boolean isUntouchedAfter(Value array, Op op) {
    Value wanted = aliases.classOf(array);
    Op at = op;
    while (at != null) {
      Region region = structure.regionOf(at);
      List<Op> later = region.ops().subList(structure.indexOf(at) + 1, region.ops().size());
      if (later.stream().anyMatch(next -> mayWrite(next, wanted))) {
        return false;
      }
      Op owner = structure.owner(region);
      boolean repeats = owner instanceof For || owner instanceof While;
      if (repeats && isLocalTo(wanted, region)) {
        return true;
      }
      if (repeats && mayWrite(owner, wanted)) {
        return false;
      }
      at = owner;
    }
    return !callerMayWrite || isLocalTo(wanted, structure.root());
  }

  /**
   * Whether every reference to the array lives inside the region: it is made there, anew each time,
   * and does not leave.
   */
  public boolean isLocalTo(Value array, Region region) {
    return aliases.members(array).stream()
        .allMatch(
            member ->
                structure.isInside(structure.regionOf(member), region)
                    && (region.parameters().indexOf(member) < 0)
                    && !isForeignOrigin(member));
  }

  private boolean isForeignOrigin(Value member) {
    Op definition = structure.definition(member);
    boolean fresh =
        definition instanceof Alloc
            || definition instanceof CloneArray
            || definition instanceof ShadowOf
            || definition instanceof Grow;
    return definition != null && !fresh && definition.regions().isEmpty();
  }

  private boolean mayWrite(Op op, Value wanted) {
    Set<Value> classes = written.get(op);
    if (classes.contains(wanted)) {
      return true;
    }
    // What opaque Java hands out may be any array that the caller passed, and the reverse.
    return aliases.isForeign(wanted)
        && classes.stream().anyMatch(other -> other.type().equals(wanted.type()));
  }

  private static Set<Value> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
