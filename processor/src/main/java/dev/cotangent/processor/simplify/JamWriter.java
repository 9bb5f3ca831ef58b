package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what stands for a loop whose iterations run side by side: a loop over several of them at
 * once while that may be ({@link JamGuard}), and the old loop for what is left.
 */
final class JamWriter {
  private final Jam jam;
  private final For outer;
  private final For inner;
  private final List<JamCopy> copies;

  JamWriter(Jam jam) {
    this.jam = jam;
    this.outer = jam.outer();
    this.inner = jam.inner();
    JamCopy leader = JamCopy.first();
    this.copies =
        Stream.concat(Stream.of(leader), Stream.generate(() -> JamCopy.behind(leader)))
            .limit(jam.width())
            .toList();
  }

  /** The operations, of which the last defines what the old loop defined. */
  List<Op> write() {
    List<Value> results = freshIndexed(outer.results());
    List<Value> initial = Lists.concat(List.of(outer.start()), outer.initial());
    Op several = new While(initial, condition(), body(), results, outer.source());
    List<Value> left =
        Lists.concat(List.of(results.get(0), outer.bound()), results.subList(1, results.size()));
    return List.of(several, outer.rebuild(left, outer.results(), outer.regions()));
  }

  /** Fresh values for an index and what is carried beside it. */
  private List<Value> freshIndexed(List<Value> carried) {
    return Lists.concat(List.of(outer.index().fresh()), fresh(carried));
  }

  private static List<Value> fresh(List<Value> values) {
    return values.stream().map(Value::fresh).toList();
  }

  private Region condition() {
    List<Value> parameters = freshIndexed(outer.carried());
    Builder out = new Builder().at(outer.source());
    Value holds = new JamGuard(jam, parameters.get(0)).write(out);
    return out.region(parameters, List.of(holds));
  }

  private Region body() {
    List<Value> parameters = freshIndexed(outer.carried());
    Value first = parameters.get(0);
    Builder out = new Builder().at(outer.source());
    for (int k = 0; k < copies.size(); k++) {
      copies.get(k).number(outer, first, k, out);
      copies.get(k).share(jam.ahead(), out);
    }
    sideBySide(out);
    List<Value> carried = parameters.subList(1, parameters.size());
    for (JamCopy copy : copies) {
      copy.read(outer.carried(), carried);
      copy.write(jam.rest(), out);
      carried = copy.of(outer.body().yields());
    }
    Value next = out.binary(BinaryOperator.ADD, first, out.constant(copies.size()));
    return out.region(parameters, Lists.concat(List.of(next), carried));
  }

  /** The inner loops of all iterations as one. */
  private void sideBySide(Builder out) {
    Value index = inner.index().fresh();
    List<Value> initial = new ArrayList<>();
    List<Value> parameters = new ArrayList<>(List.of(index));
    List<Value> yields = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    Builder body = new Builder().at(inner.source());
    for (JamCopy copy : copies) {
      initial.addAll(copy.of(inner.initial()));
      List<Value> carried = fresh(inner.carried());
      copy.read(List.of(inner.index()), List.of(index));
      copy.read(inner.carried(), carried);
      parameters.addAll(carried);
      copy.share(inner.body().ops(), body);
      yields.addAll(copy.of(inner.body().yields()));
      List<Value> sums = fresh(inner.results());
      copy.read(inner.results(), sums);
      results.addAll(sums);
    }
    JamCopy any = copies.get(0);
    List<Value> operands =
        Lists.concat(List.of(any.of(inner.start()), any.of(inner.bound())), initial);
    out.append(inner.rebuild(operands, results, List.of(body.region(parameters, yields))));
  }
}
