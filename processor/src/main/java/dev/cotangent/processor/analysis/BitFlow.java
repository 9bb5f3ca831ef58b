package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the bits of floating numbers: which values move when the number does, and which
 * are constant but for jumps, because all that they have of it is sign and exponent. What is chosen
 * by bits, as an element by its index or a branch by a comparison, does not move with them.
 *
 * <p>Guessing too much of what moves costs a refusal, never a wrong derivative.
 */
public final class BitFlow {
  /** The functions that give the bits of a number. */
  private static final Set<String> TO_BITS =
      Set.of("doubleToLongBits", "doubleToRawLongBits", "floatToIntBits", "floatToRawIntBits");

  private static final Set<String> HASHES = Set.of("hashCode");

  private final Structure structure;
  private final Aliases aliases;
  private final PossibleBits possible;
  private final Map<Value, MovingBits> moving = new IdentityHashMap<>();
  private boolean changed;

  private BitFlow(Function function, Structure structure, Aliases aliases) {
    this.structure = structure;
    this.aliases = aliases;
    this.possible = new PossibleBits(structure);
    do {
      changed = false;
      function.body().ops().forEach(this::visit);
    } while (changed);
  }

  /** Follows the bits of every number. */
  public static BitFlow of(Function function, Structure structure, Aliases aliases) {
    return new BitFlow(function, structure, aliases);
  }

  /** Whether the operation takes a number apart. */
  public static boolean takesApart(Op op) {
    return op instanceof MathCall call
        && (TO_BITS.contains(call.name()) || HASHES.contains(call.name()));
  }

  /**
   * Whether the operation ties a number to what it is differentiated by, or measures how the two
   * move: what it is computed from has been taken care of.
   */
  public static boolean isTie(Op op) {
    return op instanceof MathCall call
        && ((call.owner().equals(MathCall.STREAMS) && call.name().equals("valued"))
            || call.owner().equals(MathCall.SLOPES));
  }

  /** Whether the value may change wherever such a number does, and not by jumps alone. */
  public boolean moves(Value value) {
    return !at(value).isNone();
  }

  /**
   * The call that gave the bits of a number, if the value differs from these by what is constant
   * but for jumps.
   */
  public Optional<MathCall> whole(Value value) {
    return Optional.ofNullable(at(value).whole());
  }

  private MovingBits at(Value value) {
    return moving.getOrDefault(key(value), MovingBits.NONE);
  }

  private Value key(Value value) {
    return value.type() instanceof ArrayType ? aliases.classOf(value) : value;
  }

  private void visit(Op op) {
    if (!op.regions().isEmpty()) {
      structured(op);
    } else if (op instanceof MathCall call && TO_BITS.contains(call.name())) {
      reach(call.result(), MovingBits.of(call));
    } else if (takesApart(op)) {
      reach(op.results().get(0), MovingBits.ANY);
    } else if (op instanceof Load load) {
      reach(load.result(), at(load.array()));
    } else if (op instanceof Store store) {
      reach(store.array(), anyIf(moves(store.content())));
    } else if (op instanceof CloneArray copy) {
      edge(copy.array(), copy.result());
    } else {
      compute(op);
    }
  }

  /** What comes into the regions, these, and what leaves them. */
  private void structured(Op op) {
    Flow.edges(op, this::edge);
    if (op instanceof For loop) {
      reach(loop.index(), anyIf(moves(loop.start())));
    }
    op.regions().forEach(region -> region.ops().forEach(this::visit));
    Flow.edges(op, this::edge);
    op.results().forEach(result -> reach(result, MovingBits.NONE));
  }

  private void compute(Op op) {
    boolean measures = op instanceof Alloc || op instanceof Length;
    if (measures || isTie(op) || op.operands().stream().noneMatch(this::moves)) {
      op.results().forEach(result -> reach(result, MovingBits.NONE));
    } else if (op instanceof Binary binary) {
      reach(binary.result(), binary(binary));
    } else if (op instanceof Unary unary) {
      boolean keeps = unary.operator() == UnaryOperator.BIT_NOT;
      reach(
          unary.result(), keeps ? at(unary.operand()).besides(-1) : at(unary.operand()).carried());
    } else if (op instanceof Convert convert) {
      reach(convert.result(), converted(convert));
    } else {
      op.results().forEach(result -> reach(result, MovingBits.ANY));
      // Code that is not looked at may put one argument into another.
      op.operands().stream()
          .filter(operand -> operand.type() instanceof ArrayType)
          .forEach(array -> reach(array, MovingBits.ANY));
    }
  }

  private MovingBits binary(Binary op) {
    MovingBits left = at(op.left());
    MovingBits right = at(op.right());
    boolean one = left.isNone() || right.isNone();
    MovingBits mover = left.isNone() ? right : left;
    Value other = left.isNone() ? op.left() : op.right();
    return switch (op.operator()) {
      case AND ->
          one ? mover.within(possible.of(other), possible.isConstant(other)) : both(left, right);
      case OR, XOR -> one ? mover.besides(possible.of(other)) : both(left, right);
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> shift(op, left, right);
      case ADD -> one ? mover.shifted() : both(left, right).carried();
      case SUBTRACT -> one && right.isNone() ? mover.shifted() : both(left, right).carried();
      default -> MovingBits.ANY;
    };
  }

  private static MovingBits both(MovingBits left, MovingBits right) {
    return MovingBits.masked(left.mask() | right.mask());
  }

  private MovingBits shift(Binary op, MovingBits left, MovingBits right) {
    Optional<Number> by = ConstantNumbers.of(op.right(), structure);
    if (!right.isNone() || by.isEmpty()) {
      return MovingBits.ANY;
    }
    long mask = left.mask();
    int count = by.get().intValue();
    return MovingBits.masked(
        op.left().type() == PrimitiveType.LONG
            ? PossibleBits.shift(op.operator(), mask, count)
            : PossibleBits.shift(op.operator(), (int) mask, count));
  }

  private MovingBits converted(Convert op) {
    MovingBits from = at(op.operand());
    if (op.result().type() == PrimitiveType.INT && op.operand().type() == PrimitiveType.LONG) {
      int low = (int) from.mask();
      return MovingBits.masked(low);
    }
    boolean widens =
        op.result().type() == PrimitiveType.LONG && op.operand().type() == PrimitiveType.INT;
    return widens ? MovingBits.masked(from.mask()) : MovingBits.ANY;
  }

  private static MovingBits anyIf(boolean moves) {
    return moves ? MovingBits.ANY : MovingBits.NONE;
  }

  private void edge(Value from, Value to) {
    if (isVisited(from)) {
      reach(to, at(from));
    }
  }

  /** What is yielded is not known before its region was looked at once. */
  private boolean isVisited(Value value) {
    return moving.containsKey(key(value)) || structure.definition(value) == null;
  }

  private void reach(Value value, MovingBits bits) {
    if (value.type() == PrimitiveType.BOOLEAN) {
      return;
    }
    MovingBits old = moving.get(key(value));
    MovingBits now = old == null ? bits : old.or(bits);
    if (!now.equals(old)) {
      moving.put(key(value), now);
      changed = true;
    }
  }
}
