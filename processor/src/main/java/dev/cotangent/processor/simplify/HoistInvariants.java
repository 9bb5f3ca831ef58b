package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes before a loop what every iteration computes alike: pure operations of the body whose
 * operands are all defined outside it. They neither throw nor read memory, so that running one that
 * the loop would not have reached changes nothing but a little time.
 *
 * <p>What costs nothing stays where it is read: literals (unless something that leaves uses them),
 * comparisons and negated conditions. What stands in a branch stays there, since it may be rare.
 */
public final class HoistInvariants implements Pass {
  @Override
  public Program run(Program program) {
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, run(helper)));
    return new Program(run(program.main()), helpers);
  }

  private static Function run(Function function) {
    return new Function(function.name(), run(function.body()));
  }

  /** Inner loops first, so that what leaves an inner loop may leave the outer one too. */
  private static Region run(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (op.regions().isEmpty()) {
        ops.add(op);
        continue;
      }
      List<Region> regions = new ArrayList<>(op.regions().stream().map(r -> run(r)).toList());
      if (op instanceof For || op instanceof While) {
        int body = regions.size() - 1;
        Split split = new Split(regions.get(body));
        ops.addAll(split.hoisted);
        regions.set(body, split.remaining());
      }
      ops.add(op.rebuild(op.operands(), op.results(), regions));
    }
    return new Region(region.parameters(), ops, region.yields());
  }

  /** A loop's body taken apart into what leaves it and what remains. */
  private static final class Split {
    final List<Op> hoisted = new ArrayList<>();
    private final Region body;
    private final Set<Value> variant = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Constant> literals = new IdentityHashMap<>();
    private final Set<Op> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    Split(Region body) {
      this.body = body;
      variant.addAll(body.parameters());
      for (Op op : body.ops()) {
        if (op instanceof Constant constant) {
          literals.put(constant.result(), constant);
        } else if (isWorthIt(op) && op.operands().stream().noneMatch(variant::contains)) {
          op.operands().stream().filter(literals::containsKey).forEach(this::hoistLiteral);
          hoist(op);
        } else {
          variant.addAll(op.results());
        }
      }
    }

    private static boolean isWorthIt(Op op) {
      boolean cheap =
          (op instanceof Binary binary && binary.operator().isComparison())
              || (op instanceof Unary unary && unary.operator() == UnaryOperator.NOT);
      return op.regions().isEmpty() && !cheap && Effects.of(op).isPure();
    }

    private void hoistLiteral(Value literal) {
      hoist(literals.get(literal));
    }

    private void hoist(Op op) {
      if (gone.add(op)) {
        hoisted.add(op);
      }
    }

    Region remaining() {
      List<Op> rest = body.ops().stream().filter(op -> !gone.contains(op)).toList();
      return new Region(body.parameters(), rest, body.yields());
    }
  }
}
