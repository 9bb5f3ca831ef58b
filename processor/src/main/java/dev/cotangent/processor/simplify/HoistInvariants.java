package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Computes before a loop what every iteration computes alike: pure operations of the body whose
 * operands are all defined outside it. They neither throw nor read memory, so that running one that
 * the loop would not have reached changes nothing but a little time.
 *
 * <p>What costs nothing stays where it is read: literals (unless something that leaves uses them),
 * comparisons and negated conditions. What stands in a branch stays there, since it may be rare.
 */
public final class HoistInvariants implements Pass {
  private final Predicate<Op> some;

  /** All of them. */
  public HoistInvariants() {
    this(op -> true);
  }

  private HoistInvariants(Predicate<Op> some) {
    this.some = some;
  }

  /**
   * Those alone that have no derivative, for programs that are yet to be differentiated. Before a
   * loop that does not run, the reverse sweep of a floating operation would meet a zero with an
   * infinite partial; and behind the loop nobody would know in which iteration it was chosen.
   */
  public static HoistInvariants beforeDifferentiation() {
    return new HoistInvariants(
        op -> op.results().stream().noneMatch(result -> result.type().isFloating()));
  }

  @Override
  public Program run(Program program) {
    return program.map(function -> function.withBody(new Invariants().run(function.body())));
  }

  private final class Invariants extends Hoister {
    @Override
    List<Op> leaving(Op loop, Region body) {
      return new Split(body, some).leaving();
    }
  }

  /** What leaves one loop. */
  private static final class Split {
    private final Set<Op> leaving = new LinkedHashSet<>();
    private final Set<Value> variant = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Constant> literals = new IdentityHashMap<>();

    Split(Region body, Predicate<Op> some) {
      variant.addAll(body.parameters());
      for (Op op : body.ops()) {
        if (op instanceof Constant constant) {
          literals.put(constant.result(), constant);
        } else if (some.test(op)
            && isWorthIt(op)
            && op.operands().stream().noneMatch(variant::contains)) {
          op.operands().stream()
              .filter(literals::containsKey)
              .map(literals::get)
              .forEach(leaving::add);
          leaving.add(op);
        } else {
          variant.addAll(op.results());
        }
      }
    }

    List<Op> leaving() {
      return List.copyOf(leaving);
    }

    private static boolean isWorthIt(Op op) {
      boolean cheap =
          (op instanceof Binary binary && binary.operator().isComparison())
              || (op instanceof Unary unary && unary.operator() == UnaryOperator.NOT);
      return op.regions().isEmpty() && !cheap && Effects.of(op).isPure();
    }
  }
}
