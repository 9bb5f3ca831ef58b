package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.HashSet;
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
  private final Set<Value> returned = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> exposed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Op, Set<Target>> written = new IdentityHashMap<>();

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
    function.results().stream()
        .filter(result -> result.type().isReference())
        .forEach(result -> writes.returned.add(writes.aliases.classOf(result)));
    writes.collect(function.body());
    return writes;
  }

  /**
   * What is overwritten.
   *
   * @param made the array itself, if it is one that this function has just made; else null
   */
  private record Target(ArrayWrite write, Value made) {}

  private Set<Target> collect(Region region) {
    Set<Target> all = new HashSet<>();
    for (Op op : region.ops()) {
      Set<Target> own = new HashSet<>();
      if (helpers.disturbs(op)) {
        exposed.forEach(root -> own.add(new Target(ArrayWrite.anythingIn(root), null)));
      }
      for (ArrayWrite write : helpers.written(op, aliases)) {
        Value root = aliases.classOf(write.array());
        own.add(new Target(new ArrayWrite(root, write.type()), made(write.array())));
      }
      for (Region inner : op.regions()) {
        // What is made inside is none of the arrays that were there before.
        collect(inner).stream().filter(target -> !isMadeInside(op, target)).forEach(own::add);
      }
      written.put(op, own);
      all.addAll(own);
    }
    return all;
  }

  private Value made(Value array) {
    Op definition = structure.definition(array);
    return definition instanceof Alloc || definition instanceof CloneArray ? array : null;
  }

  private boolean isMadeInside(Op op, Target target) {
    return target.made() != null
        && op.regions().stream()
            .anyMatch(region -> structure.isInside(structure.regionOf(target.made()), region));
  }

  /**
   * Whether an array, read where {@code op} stands, holds the same elements during the whole
   * reverse sweep: nothing overwrites it after {@code op} begins, in this iteration of the loops
   * around it or in a later one. Loops inside which the array itself is allocated make a new one
   * each time and do not count. The elements of an array of arrays are its references to rows, not
   * what the rows hold.
   */
  public boolean isStable(Value array, Op op) {
    return isStable(new ArrayWrite(aliases.classOf(array), array.type()), op);
  }

  /** As {@link #isStable}, for the elements of the array and of all its rows. */
  public boolean isWhollyStable(Value array, Op op) {
    return ArrayWrite.everywhereIn(array).stream()
        .allMatch(part -> isStable(new ArrayWrite(aliases.classOf(array), part.type()), op));
  }

  private boolean isStable(ArrayWrite wanted, Op op) {
    if (mayWrite(op, wanted)) {
      return false;
    }
    Op at = op;
    while (at != null) {
      Region region = structure.regionOf(at);
      List<Op> later = region.ops().subList(structure.indexOf(at) + 1, region.ops().size());
      if (later.stream().anyMatch(next -> mayWrite(next, wanted))) {
        return false;
      }
      Op owner = structure.owner(region);
      boolean repeats = owner != null && owner.repeats();
      if (repeats && isLocalTo(wanted.array(), region)) {
        return true;
      }
      if (repeats && mayWrite(owner, wanted)) {
        return false;
      }
      at = owner;
    }
    boolean own = isLocalTo(wanted.array(), structure.root()) && !returned.contains(wanted.array());
    return !callerMayWrite || own;
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
    boolean known =
        definition instanceof Alloc
            || definition instanceof Constant
            // What is loaded from an array of the class is a row that another member stands for.
            || definition instanceof Load
            || definition instanceof CloneArray
            || definition instanceof ShadowOf
            || definition instanceof Grow;
    return definition != null && !known && definition.regions().isEmpty();
  }

  private boolean mayWrite(Op op, ArrayWrite wanted) {
    boolean foreign = aliases.isForeign(wanted.array());
    // What opaque Java hands out may be any array that the caller passed, and the reverse.
    return written.get(op).stream()
        .map(Target::write)
        .anyMatch(
            write ->
                (foreign || write.array() == wanted.array())
                    && (write.isOfEveryType() || write.type().equals(wanted.type())));
  }
}
