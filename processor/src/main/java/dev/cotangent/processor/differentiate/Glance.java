package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the forward sweep is going to read behind an operation, read before it: an element or a
 * length. What is not there, since the reference is null or the index out of bounds, is zero; the
 * forward sweep throws where it comes to it, so that nobody sees what was made of the zero.
 */
final class Glance {
  private final Op before;
  private final Facts facts;

  /** Glances from where {@code before} stands. */
  Glance(Op before, Facts facts) {
    this.before = before;
    this.facts = facts;
  }

  /** Whether the operation reads, in the forward sweep, what was there before already. */
  boolean sees(Op read) {
    if (read instanceof Load load) {
      return isForward(load)
          && !facts.isShadow(load.array())
          && facts.writes().isStable(load.array(), before);
    }
    return read instanceof Length && isForward(read);
  }

  private boolean isForward(Op read) {
    return facts.structure().definition(read.results().get(0)) == read;
  }

  /** Writes the reading down, from operands as they are known before. */
  Value write(Op read, UnaryOperator<Value> known, Builder out) {
    Value array = known.apply(read.operands().get(0));
    if (read instanceof Load load) {
      Value index = known.apply(load.index());
      return ifPresent(load, array, out, present -> element(load, array, index, present));
    }
    return ifPresent(read, array, out, present -> present.length(array));
  }

  private Value ifPresent(Op read, Value array, Builder out, Function<Builder, Value> content) {
    if (isPresent(read.operands().get(0))) {
      return content.apply(out);
    }
    Value absent = out.binary(BinaryOperator.EQUAL, array, out.zero(array.type()));
    return choose(absent, out, none -> none.zero(read.results().get(0).type()), content);
  }

  private Value element(Load load, Value array, Value index, Builder out) {
    Value below = out.binary(BinaryOperator.LESS, index, out.length(array));
    return choose(
        below,
        out,
        inside ->
            isNotNegative(load.index()) ? inside.load(array, index) : sure(array, index, inside),
        outside -> outside.zero(load.result().type()));
  }

  private static Value sure(Value array, Value index, Builder out) {
    Value below = out.binary(BinaryOperator.LESS, index, out.constant(0));
    return choose(
        below,
        out,
        none -> none.zero(((ArrayType) array.type()).element()),
        inside -> inside.load(array, index));
  }

  private static Value choose(
      Value condition, Builder out, Function<Builder, Value> yes, Function<Builder, Value> no) {
    Builder chosen = new Builder().at(out.source());
    Builder other = new Builder().at(out.source());
    Region thenRegion = chosen.region(List.of(), List.of(yes.apply(chosen)));
    Region elseRegion = other.region(List.of(), List.of(no.apply(other)));
    Value result = out.value(thenRegion.yields().get(0).type(), "");
    out.append(new If(condition, thenRegion, elseRegion, List.of(result), out.source()));
    return result;
  }

  /** Whether the array has been looked at before, so that it is not null. */
  private boolean isPresent(Value array) {
    Structure structure = facts.structure();
    for (Op at = before; at != null; at = structure.owner(structure.regionOf(at))) {
      List<Op> ops = structure.regionOf(at).ops();
      if (ops.subList(0, structure.indexOf(at)).stream().anyMatch(op -> looksAt(op, array))) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksAt(Op op, Value array) {
    boolean access = op instanceof Load || op instanceof Length || op instanceof Store;
    return access && op.operands().get(0) == array;
  }

  /** Whether the index is that of a loop that counts upwards from a number that is not negative. */
  private boolean isNotNegative(Value index) {
    Structure structure = facts.structure();
    return structure.owner(structure.regionOf(index)) instanceof For loop
        && loop.index() == index
        && loop.step() > 0
        && structure.definition(loop.start()) instanceof Constant start
        && ((Number) start.content()).longValue() >= 0;
  }
}
