package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rebuilds regions with lanes: what is the same in each stays as it is, what differs goes into lane
 * loops, as few as control flow allows. A number that a control structure carries or yields has a
 * row, to which the last lane loop before it and those at the ends of its regions write.
 */
final class LaneWriter extends Rewriter {
  private final Lanes lanes;
  private final LaneArrays arrays;
  private final LaneRows rows;
  private final Set<Value> crossing;
  private LaneSegment segment;

  LaneWriter(Lanes lanes, LaneArrays arrays, LaneRows rows, Set<Value> crossing) {
    this.lanes = lanes;
    this.arrays = arrays;
    this.rows = rows;
    this.crossing = crossing;
  }

  /** From now on that is what a parameter has become. */
  void parameter(Value old, Value made) {
    replace(old, made);
  }

  /** Appends the operations of the function's own region. */
  void write(Region root, Builder out) {
    LaneSegment outer = segment;
    segment = new LaneSegment(out, arrays.lanes());
    rewriteOps(root, out);
    root.yields().stream()
        .filter(number -> number.type().isFloating() && !rows.has(number))
        .forEach(number -> spread(number, out));
    segment.close();
    segment = outer;
  }

  /** A result that is the same in each lane. */
  private void spread(Value number, Builder out) {
    rows.add(number);
    segment.body(out.source());
    segment.store(rows.of(number, out), map(number));
  }

  /** What a result has become: an array with lanes, or a row. */
  Value result(Value old, Builder out) {
    return rows.has(old) ? rows.of(old, out) : map(old);
  }

  @Override
  public Region rewrite(Region region) {
    return region(region, region.yields());
  }

  /**
   * A region of a control structure.
   *
   * @param receivers for each of its yields the value whose row gets the number
   */
  private Region region(Region old, List<Value> receivers) {
    List<Value> parameters = new ArrayList<>();
    for (Value parameter : old.parameters()) {
      if (!lanes.isNumber(parameter)) {
        replace(parameter, fresh(parameter));
        parameters.add(map(parameter));
      }
    }
    Builder out = new Builder();
    LaneSegment outer = segment;
    segment = new LaneSegment(out, arrays.lanes());
    rewriteOps(old, out);
    if (!old.endsInThrow()) {
      keep(old.yields(), receivers, out);
    }
    segment.close();
    segment = outer;
    return out.region(parameters, others(old.yields(), receivers));
  }

  /** What of the yields is handed on as a value, and not in a row. */
  private List<Value> others(List<Value> values, List<Value> receivers) {
    List<Value> others = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!lanes.isNumber(receivers.get(i))) {
        others.add(map(values.get(i)));
      }
    }
    return others;
  }

  /** Writes numbers to the rows of their receivers, all of them read before. */
  private void keep(List<Value> values, List<Value> receivers, Builder out) {
    List<Value> numbers = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean kept = lanes.isNumber(receivers.get(i)) && receivers.get(i) != values.get(i);
      numbers.add(kept ? number(values.get(i), out) : null);
    }
    for (int i = 0; i < values.size(); i++) {
      if (numbers.get(i) != null) {
        segment.store(rows.of(receivers.get(i), out), numbers.get(i));
      }
    }
  }

  @Override
  protected Value fresh(Value old) {
    return lanes.has(old) && old.type().isReference()
        ? new Value(LaneArrays.typeOf(old.type()), old.name(), old.source())
        : super.fresh(old);
  }

  @Override
  protected void rewrite(Op op, Builder out) {
    if (LaneCrossings.ends(op, lanes)) {
      writeBehindLoop(op, out);
    } else if (lanes.isInEach(op)) {
      writeInEach(op, out);
    } else if (op instanceof Alloc alloc && lanes.has(alloc.result())) {
      Value made = alloc.result();
      Value length = map(alloc.length());
      replace(made, arrays.alloc(made.type(), length, alloc.purpose(), made.name(), out));
    } else if (op instanceof ShadowOf shadow && lanes.has(shadow.result())) {
      Value made = shadow.result();
      replace(made, arrays.shadowOf(map(shadow.array()), made.type(), made.name(), out));
    } else if (op instanceof Constant constant && lanes.has(constant.result())) {
      replace(constant.result(), out.zero(LaneArrays.typeOf(constant.result().type())));
    } else {
      copy(op, out);
    }
  }

  /** What a number is in the lane at hand; one without lanes is the same in all. */
  private Value number(Value old, Builder out) {
    if (!lanes.isNumber(old)) {
      return map(old);
    }
    Value number = segment.number(old);
    if (number == null) {
      Value row = rows.of(old, out);
      segment.body(out.source());
      number = segment.load(row);
      segment.define(old, number);
    }
    return number;
  }

  private void writeInEach(Op op, Builder out) {
    if (op instanceof Load load) {
      Value row = out.load(map(load.array()), map(load.index()));
      segment.body(op.source());
      define(load.result(), segment.load(row), out);
    } else if (op instanceof Store store) {
      Value row = out.load(map(store.array()), map(store.index()));
      Value number = number(store.content(), out);
      segment.body(op.source());
      segment.store(row, number);
    } else {
      List<Value> operands = op.operands().stream().map(operand -> number(operand, out)).toList();
      Value result = op.results().get(0).fresh();
      segment.body(op.source()).append(op.rebuild(operands, List.of(result), List.of()));
      define(op.results().get(0), result, out);
    }
  }

  private void define(Value old, Value number, Builder out) {
    segment.define(old, number);
    if (crossing.contains(old)) {
      segment.store(rows.of(old, out), number);
    }
  }

  private void writeBehindLoop(Op op, Builder out) {
    if (op instanceof For loop) {
      writeFor(loop, out);
    } else if (op instanceof While loop) {
      writeWhile(loop, out);
    } else if (op instanceof If choice) {
      writeIf(choice, out);
    } else if (op instanceof CloneArray copy) {
      closeSegment(out);
      Value made = copy.result();
      replace(made, arrays.cloneOf(map(copy.array()), made.type(), made.name(), out));
    }
  }

  private void writeFor(For loop, Builder out) {
    enter(loop.initial(), loop.carried(), loop.results(), out);
    List<Value> operands = new ArrayList<>(List.of(map(loop.start()), map(loop.bound())));
    operands.addAll(others(loop.initial(), loop.carried()));
    Region body = region(loop.body(), loop.carried());
    out.append(loop.rebuild(operands, freshResults(loop), List.of(body)));
  }

  private void writeWhile(While loop, Builder out) {
    List<Value> carried = loop.condition().parameters();
    enter(loop.initial(), carried, loop.results(), out);
    for (int i = 0; i < carried.size(); i++) {
      if (lanes.isNumber(carried.get(i))) {
        rows.same(loop.body().parameters().get(i), carried.get(i));
      }
    }
    List<Value> operands = others(loop.initial(), carried);
    Region condition = region(loop.condition(), loop.condition().yields());
    Region body = region(loop.body(), carried);
    out.append(loop.rebuild(operands, freshResults(loop), List.of(condition, body)));
  }

  private void writeIf(If choice, Builder out) {
    choice.results().stream().filter(lanes::isNumber).forEach(rows::add);
    closeSegment(out);
    Region then = region(choice.thenRegion(), choice.results());
    Region otherwise = region(choice.elseRegion(), choice.results());
    List<Value> condition = List.of(map(choice.condition()));
    out.append(choice.rebuild(condition, freshResults(choice), List.of(then, otherwise)));
  }

  /** Carried numbers have one row from before the loop until behind it. */
  private void enter(List<Value> initial, List<Value> carried, List<Value> results, Builder out) {
    for (int i = 0; i < carried.size(); i++) {
      if (lanes.isNumber(carried.get(i))) {
        rows.add(carried.get(i));
        rows.same(results.get(i), carried.get(i));
      }
    }
    keep(initial, carried, out);
    closeSegment(out);
  }

  private void closeSegment(Builder out) {
    segment.close();
    segment = new LaneSegment(out, arrays.lanes());
  }

  private List<Value> freshResults(Op op) {
    List<Value> made = new ArrayList<>();
    for (Value result : op.results()) {
      if (!lanes.isNumber(result)) {
        replace(result, fresh(result));
        made.add(map(result));
      }
    }
    return made;
  }
}
