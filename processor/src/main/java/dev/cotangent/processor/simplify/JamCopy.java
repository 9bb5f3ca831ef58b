package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** One of the iterations that run side by side: what it writes has values of its own. */
final class JamCopy extends Rewriter {
  private final JamCopy leader;
  private final boolean named;

  private JamCopy(JamCopy leader, boolean named) {
    this.leader = leader;
    this.named = named;
  }

  /** One that shares nothing. */
  static JamCopy first() {
    return new JamCopy(null, true);
  }

  /** One behind another one, which may have computed already what it needs. */
  static JamCopy behind(JamCopy leader) {
    return new JamCopy(leader, true);
  }

  /** One whose values are parts of a question, and have no names. */
  static JamCopy asked() {
    return new JamCopy(null, false);
  }

  @Override
  protected Value fresh(Value old) {
    return named ? super.fresh(old) : old.renamed("");
  }

  /** Gives the iteration its index: so many behind the first one's. */
  void number(For loop, Value first, int behind, Builder out) {
    Value index = behind == 0 ? first : out.binary(BinaryOperator.ADD, first, out.constant(behind));
    replace(loop.index(), index);
  }

  /** From now on these values are read as those. */
  void read(List<Value> old, List<Value> as) {
    for (int k = 0; k < old.size(); k++) {
      replace(old.get(k), as.get(k));
    }
  }

  /** Writes operations of the body. */
  void write(List<Op> ops, Builder out) {
    rewriteOps(new Region(List.of(), ops, List.of()), out);
  }

  /**
   * Writes operations that do not change what they read; those that the leader has written with the
   * same operands are not written again.
   */
  void share(List<Op> ops, Builder out) {
    for (Op op : ops) {
      if (isShared(op)) {
        read(op.results(), leader.of(op.results()));
      } else {
        write(List.of(op), out);
      }
    }
  }

  private boolean isShared(Op op) {
    return leader != null
        && !(op instanceof Alloc || op instanceof Store)
        && of(op.operands()).equals(leader.of(op.operands()));
  }

  /** What the value is in this iteration. */
  Value of(Value old) {
    return map(old);
  }

  /** What the values are in this iteration. */
  List<Value> of(List<Value> old) {
    return map(old);
  }
}
