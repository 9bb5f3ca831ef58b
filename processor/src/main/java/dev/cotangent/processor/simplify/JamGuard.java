package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The question before several iterations run side by side: whether there are so many, whether no
 * read that is done ahead would throw, and whether their inner loops are equally long. It throws
 * nothing itself; each term may rely on those before it.
 */
final class JamGuard {
  private final Jam jam;
  private final Value first;
  private final List<Function<Builder, Value>> terms = new ArrayList<>();
  private final Set<Value> present = new LinkedHashSet<>();

  /**
   * The question before the iterations from an index on.
   *
   * @param first the index of the first of them
   */
  JamGuard(Jam jam, Value first) {
    this.jam = jam;
    this.first = first;
    terms.add(this::areEnough);
    jam.loadsAhead().stream().map(Load::array).distinct().forEach(this::reaches);
    for (int k = 0; k < jam.width(); k++) {
      lengths(k);
    }
    for (int k = 0; k < jam.width(); k++) {
      rows(k);
    }
  }

  /** Writes the question; gives the answer. */
  Value write(Builder out) {
    return write(0, out);
  }

  private Value write(int term, Builder out) {
    Value holds = terms.get(term).apply(out);
    if (term == terms.size() - 1) {
      return holds;
    }
    Builder more = new Builder().at(out.source());
    Region others = more.region(List.of(), List.of(write(term + 1, more)));
    Builder none = new Builder().at(out.source());
    Region no = none.region(List.of(), List.of(none.constant(false)));
    Value all = out.value(PrimitiveType.BOOLEAN, "");
    out.append(new If(holds, others, no, List.of(all), out.source()));
    return all;
  }

  /** The index is not negative, so that nothing overflows. */
  private Value areEnough(Builder out) {
    Value left = out.binary(BinaryOperator.SUBTRACT, jam.outer().bound(), first);
    return out.binary(BinaryOperator.GREATER, left, out.constant(jam.width() - 1));
  }

  /** All iterations' elements of an array are there. */
  private void reaches(Value array) {
    if (jam.isLength(jam.outer().bound(), array)) {
      return;
    }
    present(array, 0);
    terms.add(
        out -> {
          Value last = out.binary(BinaryOperator.ADD, first, out.constant(jam.width() - 1));
          return out.binary(BinaryOperator.LESS, last, out.length(array));
        });
  }

  /** The lengths that are asked for ahead. */
  private void lengths(int iteration) {
    for (Op op : jam.ahead()) {
      if (op instanceof Length length) {
        present(length.array(), iteration);
      }
    }
  }

  /** An iteration's inner loop is as long as the first one's, and what it reads is there. */
  private void rows(int iteration) {
    Value bound = jam.inner().bound();
    if (iteration > 0 && jam.isOwn(bound)) {
      terms.add(
          out ->
              out.binary(BinaryOperator.EQUAL, value(bound, iteration, out), value(bound, 0, out)));
    }
    for (Value row : jam.rows()) {
      boolean own = jam.isOwn(row);
      if ((own || iteration == 0) && !jam.isLength(bound, row)) {
        present(row, iteration);
        terms.add(
            out ->
                out.binary(
                    BinaryOperator.LESS_EQUAL,
                    value(bound, 0, out),
                    out.length(value(row, iteration, out))));
      }
    }
  }

  private void present(Value array, int iteration) {
    boolean known = jam.isNonNull(array) || (!jam.isOwn(array) && !present.add(array));
    if (!known) {
      terms.add(
          out ->
              out.binary(
                  BinaryOperator.NOT_EQUAL, value(array, iteration, out), out.zero(array.type())));
    }
  }

  /** What a value is in an iteration, computed here. */
  private Value value(Value old, int iteration, Builder out) {
    JamCopy copy = JamCopy.asked();
    List<Op> computing = jam.computing(old);
    if (!computing.isEmpty()) {
      copy.number(jam.outer(), first, iteration, out);
      copy.write(computing, out);
    }
    return copy.of(old);
  }
}
