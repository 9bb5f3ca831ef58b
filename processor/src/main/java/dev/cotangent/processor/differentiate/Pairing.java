package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives some of a function's values a partner (a tangent, or a shadow) that goes wherever the value
 * goes: through branches and around loops. Subclasses say which values have one and what each
 * operation does to it.
 */
abstract class Pairing extends Rewriter {
  private final String suffix;
  private final Map<Value, Value> partners = new IdentityHashMap<>();

  /** Partners are named like their values with {@code suffix} behind. */
  Pairing(String suffix) {
    this.suffix = suffix;
  }

  /** Whether the value of the old function has a partner. */
  abstract boolean isPaired(Value old);

  /**
   * Appends what {@code op}, which has no regions, does: first itself, then to the partners of its
   * results.
   */
  abstract void rewritePaired(Op op, Builder out);

  /** The partner of a value of the new function; null if it has none. */
  final Value partner(Value value) {
    return partners.get(value);
  }

  /** The partner of what a value of the old function has become; null if it has none. */
  final Value partnerOf(Value old) {
    return partners.get(map(old));
  }

  /** Records a partner. */
  final void pair(Value value, Value partner) {
    partners.put(value, partner);
  }

  /**
   * Records a partner and gives it its name, {@code partner} being what {@code out} defined last,
   * if it has none yet.
   */
  final void pair(Value value, Value partner, Builder out) {
    pair(value, Names.nameLast(out, partner, nameFor(value)));
  }

  /** All pairs so far, by the new function's values. */
  final Map<Value, Value> pairs() {
    return partners;
  }

  /** A fresh partner for a value of the new function. */
  final Value freshPartner(Value value) {
    Value partner = new Value(value.type().derivative(), nameFor(value), value.source());
    pair(value, partner);
    return partner;
  }

  private String nameFor(Value value) {
    return value.name().isEmpty() ? "" : value.name() + suffix;
  }

  @Override
  protected final void rewrite(Op op, Builder out) {
    if (op instanceof If choice) {
      rewriteIf(choice, out);
    } else if (op instanceof For loop) {
      rewriteFor(loop, out);
    } else if (op instanceof While loop) {
      rewriteWhile(loop, out);
    } else {
      rewritePaired(op, out);
    }
  }

  private void rewriteIf(If op, Builder out) {
    Value condition = map(op.condition());
    Region thenRegion = rewriteRegion(op.thenRegion(), List.of(), op.results());
    Region elseRegion = rewriteRegion(op.elseRegion(), List.of(), op.results());
    out.append(
        new If(condition, thenRegion, elseRegion, freshWithPartners(op.results()), op.source()));
  }

  private void rewriteFor(For op, Builder out) {
    List<Value> initial = mapWithPartners(op.initial(), op.carried(), out);
    Value start = map(op.start());
    Value bound = map(op.bound());
    Region body = rewriteRegion(op.body(), op.carried(), op.carried());
    List<Value> results = freshWithPartners(op.results(), op.carried());
    out.append(
        new For(start, bound, op.step(), op.relation(), initial, body, results, op.source()));
  }

  private void rewriteWhile(While op, Builder out) {
    List<Value> carried = op.body().parameters();
    List<Value> initial = mapWithPartners(op.initial(), carried, out);
    Region condition = rewriteRegion(op.condition(), op.condition().parameters(), List.of());
    Region body = rewriteRegion(op.body(), carried, carried);
    out.append(
        new While(initial, condition, body, freshWithPartners(op.results(), carried), op.source()));
  }

  /**
   * The region with the partners of the {@code carried} parameters as further parameters, and the
   * partners of its yields as further yields where the value of {@code receivers} at the same place
   * has one.
   */
  private Region rewriteRegion(Region region, List<Value> carried, List<Value> receivers) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : region.parameters()) {
      Value fresh = parameter.fresh();
      replace(parameter, fresh);
      parameters.add(fresh);
    }
    for (Value parameter : carried) {
      if (isPaired(parameter)) {
        parameters.add(freshPartner(map(parameter)));
      }
    }
    Builder inner = new Builder();
    rewriteOps(region, inner);
    List<Value> yields =
        receivers.isEmpty()
            ? map(region.yields())
            : mapWithPartners(region.yields(), receivers, inner);
    return inner.region(parameters, yields);
  }

  private List<Value> mapWithPartners(List<Value> old, List<Value> receivers, Builder out) {
    List<Value> extra = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (isPaired(receivers.get(i))) {
        Value partner = partnerOf(old.get(i));
        extra.add(partner == null ? absent(old.get(i), out) : partner);
      }
    }
    return Lists.concat(map(old), extra);
  }

  /** The partner of a value that flows into a paired one without having a partner itself. */
  Value absent(Value old, Builder out) {
    return old.type().isReference()
        ? out.shadowOf(map(old), nameFor(old))
        : out.zero(old.type().derivative());
  }

  private List<Value> freshWithPartners(List<Value> results) {
    return freshWithPartners(results, results);
  }

  private List<Value> freshWithPartners(List<Value> results, List<Value> receivers) {
    List<Value> fresh = new ArrayList<>();
    List<Value> extra = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Value value = results.get(i).fresh();
      replace(results.get(i), value);
      fresh.add(value);
      if (isPaired(receivers.get(i))) {
        extra.add(freshPartner(value));
      }
    }
    return Lists.concat(fresh, extra);
  }
}
