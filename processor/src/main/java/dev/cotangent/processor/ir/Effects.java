package dev.cotangent.processor.ir;

import java.util.List;

/**
 * What an operation may do besides defining its results. A pass may drop an unused operation that
 * is {@link #isRemovable}, and repeat or move one that is {@link #isPure}.
 *
 * @param reads whether it reads memory that something may overwrite
 * @param writes whether it changes memory, or anything else outside its results
 * @param throwing whether it may throw (or, for a {@code While}, not end)
 * @param allocates whether each run makes a new identity
 */
public record Effects(boolean reads, boolean writes, boolean throwing, boolean allocates) {
  private static final Effects NONE = new Effects(false, false, false, false);
  private static final Effects THROWS = new Effects(false, false, true, false);
  private static final Effects READS = new Effects(true, false, true, false);
  private static final Effects WRITES = new Effects(true, true, true, false);
  private static final Effects ALLOCATES = new Effects(false, false, true, true);

  /**
   * No effect at all: the same operands give the same results, wherever and however often it runs.
   */
  public boolean isPure() {
    return equals(NONE);
  }

  /** Nobody notices when it does not run, except for an exception that is then missing. */
  public boolean isRemovable() {
    return !writes && !throwing;
  }

  /** The effects of one operation, those of its regions included. */
  public static Effects of(Op op) {
    Effects all = op.accept(OWN);
    for (Region region : op.regions()) {
      all = all.or(of(region.ops()));
    }
    return all;
  }

  /** The effects of a list of operations together. */
  public static Effects of(List<Op> ops) {
    Effects all = NONE;
    for (Op op : ops) {
      all = all.or(of(op));
    }
    return all;
  }

  private Effects or(Effects other) {
    return new Effects(
        reads || other.reads,
        writes || other.writes,
        throwing || other.throwing,
        allocates || other.allocates);
  }

  private static final OpVisitor<Effects> OWN = new OwnEffects();

  /** The effects of an operation without its regions. */
  private static final class OwnEffects implements OpVisitor<Effects> {
    @Override
    public Effects visitConstant(Constant op) {
      return NONE;
    }

    @Override
    public Effects visitUnary(Unary op) {
      return NONE;
    }

    @Override
    public Effects visitBinary(Binary op) {
      boolean divides =
          op.operator() == BinaryOperator.DIVIDE || op.operator() == BinaryOperator.REMAINDER;
      return divides && !op.left().type().isFloating() ? THROWS : NONE;
    }

    @Override
    public Effects visitConvert(Convert op) {
      return NONE;
    }

    @Override
    public Effects visitMathCall(MathCall op) {
      return op.name().equals("clamp") ? THROWS : NONE;
    }

    @Override
    public Effects visitStrongMultiply(StrongMultiply op) {
      return NONE;
    }

    @Override
    public Effects visitAlloc(Alloc op) {
      return ALLOCATES;
    }

    @Override
    public Effects visitShadowOf(ShadowOf op) {
      return new Effects(false, false, false, true);
    }

    @Override
    public Effects visitGrow(Grow op) {
      return new Effects(true, true, false, true);
    }

    @Override
    public Effects visitCloneArray(CloneArray op) {
      return new Effects(true, false, true, true);
    }

    @Override
    public Effects visitLength(Length op) {
      return THROWS;
    }

    @Override
    public Effects visitLoad(Load op) {
      return READS;
    }

    @Override
    public Effects visitStore(Store op) {
      return WRITES;
    }

    @Override
    public Effects visitMakeRecord(MakeRecord op) {
      return NONE;
    }

    @Override
    public Effects visitReadComponent(ReadComponent op) {
      return NONE;
    }

    @Override
    public Effects visitCall(Call op) {
      return WRITES;
    }

    @Override
    public Effects visitInvoke(Invoke op) {
      return op.plain().accept(this);
    }

    @Override
    public Effects visitOpaque(Opaque op) {
      return switch (op.effect()) {
        case NONE -> NONE;
        case READS -> READS;
        case TELLS, WRITES -> WRITES;
      };
    }

    @Override
    public Effects visitDerive(Derive op) {
      return WRITES;
    }

    @Override
    public Effects visitMakeTape(MakeTape op) {
      return new Effects(false, false, false, true);
    }

    @Override
    public Effects visitPush(Push op) {
      return WRITES;
    }

    @Override
    public Effects visitPop(Pop op) {
      return WRITES;
    }

    @Override
    public Effects visitThrow(Throw op) {
      return THROWS;
    }

    @Override
    public Effects visitIf(If op) {
      return NONE;
    }

    @Override
    public Effects visitFor(For op) {
      return NONE;
    }

    @Override
    public Effects visitWhile(While op) {
      return THROWS;
    }
  }
}
