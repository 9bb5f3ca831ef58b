package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rewriter for passes that put one value in another's place: it knows the operations written so
 * far, and when a value with a name gives way to one without, the name is passed on.
 */
abstract class Simplifier extends Rewriter {
  /** What the operations written so far define. */
  protected final Known known = new Known();

  private final Map<Value, Value> namesakes = new IdentityHashMap<>();

  /** One that writes nothing twice, so that what it leaves as it is stays the same object. */
  Simplifier() {
    this(true);
  }

  Simplifier(boolean keeps) {
    super(keeps);
  }

  @Override
  public Function rewrite(Function function) {
    Function rewritten = super.rewrite(function);
    return namesakes.isEmpty() ? rewritten : new Renamer(namesakes).rewrite(rewritten);
  }

  @Override
  protected final void rewrite(Op op, Builder out) {
    int before = out.ops().size();
    if (!simplify(op, out)) {
      copy(op, out);
    }
    List<Op> ops = out.ops();
    for (int i = before; i < ops.size(); i++) {
      known.define(ops.get(i));
    }
  }

  /** Appends something else for the operation and says true, or false if it is to be copied. */
  protected abstract boolean simplify(Op op, Builder out);

  /** The operation's only result becomes this value; says true. */
  protected final boolean substitute(Op op, Value replacement) {
    substitute(op.results().get(0), replacement, Exactness.isExact(op));
    return true;
  }

  /** The operation's results become these values; says true. */
  protected final boolean substitute(Op op, List<Value> replacements) {
    for (int i = 0; i < replacements.size(); i++) {
      substitute(op.results().get(i), replacements.get(i), true);
    }
    return true;
  }

  private void substitute(Value old, Value replacement, boolean exact) {
    replace(old, replacement);
    // A value of the user's method does not take the name of a derivative.
    boolean users = known.definition(replacement, Op.class).map(Exactness::isExact).orElse(false);
    boolean literal = known.definition(replacement, Constant.class).isPresent();
    if (replacement.name().isEmpty() && !old.name().isEmpty() && !literal && (exact || !users)) {
      namesakes.putIfAbsent(replacement, old);
    }
  }

  /** Gives values the names, and places if they have none, of those whose part they have taken. */
  private static final class Renamer extends Rewriter {
    private final Map<Value, Value> namesakes;

    Renamer(Map<Value, Value> namesakes) {
      super(true);
      this.namesakes = namesakes;
    }

    @Override
    protected Value fresh(Value old) {
      Value namesake = namesakes.get(old);
      if (namesake == null) {
        return old;
      }
      SourceRange source = old.source().isKnown() ? old.source() : namesake.source();
      return new Value(old.type(), namesake.name(), source);
    }
  }
}
