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
import java.util.function.IntFunction;

/**
 * Gives some of a function's values partners (a shadow, or a tangent for each direction) that go
 * wherever the value goes: through branches and around loops. Subclasses say which values have them
 * and what each operation does to them. Partners of one value are numbered from 0 and stand side by
 * side.
 */
abstract class Pairing extends Rewriter {
  private final String suffix;
  private final int width;
  private final Map<Value, List<Value>> partners = new IdentityHashMap<>();

  /**
   * Partners are named like their values with {@code suffix} behind, and a number if there are
   * several.
   *
   * @param width how many partners a value has if it has any
   */
  Pairing(String suffix, int width) {
    this.suffix = suffix;
    this.width = width;
  }

  /** How many partners a value has if it has any. */
  final int width() {
    return width;
  }

  /** Whether the value of the old function has partners. */
  abstract boolean isPaired(Value old);

  /**
   * Appends what {@code op}, which has no regions, does: first itself, then to the partners of its
   * results.
   */
  abstract void rewritePaired(Op op, Builder out);

  /** The partners of what a value of the old function has become; null if it has none. */
  final List<Value> partnersOf(Value old) {
    return partners.get(map(old));
  }

  /** One of the partners of what a value of the old function has become; null if it has none. */
  final Value partnerOf(Value old, int number) {
    List<Value> all = partnersOf(old);
    return all == null ? null : all.get(number);
  }

  /** Records partners. */
  final void pair(Value value, List<Value> all) {
    partners.put(value, List.copyOf(all));
  }

  /** Writes the partners of a value one after the other, and gives each its name if it has none. */
  final void pair(Value value, Builder out, IntFunction<Value> partner) {
    List<Value> all = new ArrayList<>();
    for (int number = 0; number < width; number++) {
      Value made = partner.apply(number);
      all.add(Names.nameLast(out, made, nameFor(value, number)));
    }
    pair(value, all);
  }

  /** All pairs so far, by the new function's values. */
  final Map<Value, List<Value>> pairs() {
    return partners;
  }

  /** Fresh partners for a value of the new function. */
  final List<Value> freshPartners(Value value) {
    List<Value> fresh = new ArrayList<>();
    for (int number = 0; number < width; number++) {
      fresh.add(new Value(value.type().derivative(), nameFor(value, number), value.source()));
    }
    pair(value, fresh);
    return fresh;
  }

  private String nameFor(Value value, int number) {
    String count = width == 1 ? "" : String.valueOf(number + 1);
    return value.name().isEmpty() ? "" : value.name() + suffix + count;
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
        parameters.addAll(freshPartners(map(parameter)));
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
      for (int number = 0; isPaired(receivers.get(i)) && number < width; number++) {
        extra.add(partnerOrAbsent(old.get(i), number, out));
      }
    }
    return Lists.concat(map(old), extra);
  }

  /** A partner of a value that flows into a paired one: zero if it has none itself. */
  final Value partnerOrAbsent(Value old, int number, Builder out) {
    Value partner = partnerOf(old, number);
    if (partner != null) {
      return partner;
    }
    return old.type().isReference()
        ? out.shadowOf(map(old), nameFor(map(old), number))
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
        extra.addAll(freshPartners(value));
      }
    }
    return Lists.concat(fresh, extra);
  }
}
