package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.JavaArithmetic;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * Computes what is known beforehand and applies the identities of arithmetic: operations on
 * literals (with Java's own arithmetic, {@link JavaArithmetic}), {@link IntegerAlgebra}, {@link
 * FloatingAlgebra} for free operations, an {@code If} whose condition is known or whose branches
 * yield the same, a {@code For} that never runs, the length of an array that is allocated here.
 *
 * <p>An integer division by a literal zero stays, since it throws. Exact floating arithmetic on
 * literals stays too: it costs nothing (javac folds it) and reads as the user wrote it.
 */
public final class FoldConstants implements Pass {
  @Override
  public Program run(Program program) {
    return new Folder().rewrite(program);
  }

  private static final class Folder extends Simplifier {
    @Override
    protected boolean simplify(Op op, Builder out) {
      if (op instanceof If branch) {
        return foldIf(branch, out);
      }
      if (op instanceof For loop) {
        return foldFor(loop);
      }
      return fold(op, out).map(value -> substitute(op, value)).orElse(false);
    }

    private Optional<Value> fold(Op op, Builder out) {
      List<Value> operands = map(op.operands());
      if (op instanceof Binary binary) {
        return foldBinary(binary, operands.get(0), operands.get(1), out);
      }
      if (op instanceof Unary unary) {
        return foldUnary(unary, operands.get(0), out);
      }
      if (op instanceof Convert) {
        return foldConvert(operands.get(0), (PrimitiveType) op.results().get(0).type(), out);
      }
      if (op instanceof StrongMultiply) {
        return new FloatingAlgebra(known, out).strong(operands.get(0), operands.get(1));
      }
      if (op instanceof MathCall call && call.result().type() == PrimitiveType.INT) {
        return foldMax(call, operands, out);
      }
      return op instanceof Length
          ? known.definition(operands.get(0), Alloc.class).map(Alloc::length)
          : Optional.empty();
    }

    private static Value literal(Object content, PrimitiveType type, Builder out) {
      Value value = out.value(type, "");
      out.append(new Constant(content, value));
      return value;
    }

    private Optional<Value> foldBinary(Binary op, Value a, Value b, Builder out) {
      boolean floating = op.result().type().isFloating();
      if (floating && op.exact()) {
        return Optional.empty();
      }
      Optional<Value> literal = foldLiterals(op, a, b, out);
      if (literal.isPresent() || a.type().isReference()) {
        return literal;
      }
      if (floating) {
        return new FloatingAlgebra(known, out).binary(op.operator(), a, b);
      }
      IntegerAlgebra integers = new IntegerAlgebra(known, out);
      if (a.type() == PrimitiveType.BOOLEAN) {
        return integers.booleans(op.operator(), a, b);
      }
      // A comparison of floating numbers follows no identity, because of NaN.
      return a.type().isFloating() ? Optional.empty() : integers.binary(op.operator(), a, b);
    }

    private Optional<Value> foldLiterals(Binary op, Value a, Value b, Builder out) {
      Optional<Object> left = known.literal(a);
      Optional<Object> right = known.literal(b);
      boolean divides =
          op.operator() == BinaryOperator.DIVIDE || op.operator() == BinaryOperator.REMAINDER;
      boolean throwing = divides && !a.type().isFloating() && known.is(b, 0);
      if (left.isEmpty() || right.isEmpty() || throwing) {
        return Optional.empty();
      }
      Object content = JavaArithmetic.binary(op.operator(), left.get(), right.get());
      return Optional.of(literal(content, (PrimitiveType) op.result().type(), out));
    }

    private Optional<Value> foldUnary(Unary op, Value a, Builder out) {
      Optional<Object> literal = known.literal(a);
      if (literal.isPresent()) {
        Object content = JavaArithmetic.unary(op.operator(), literal.get());
        return Optional.of(literal(content, (PrimitiveType) op.result().type(), out));
      }
      if (op.operator() != UnaryOperator.NEGATE) {
        return known
            .definition(a, Unary.class)
            .filter(inner -> inner.operator() == op.operator())
            .map(Unary::operand);
      }
      if (!op.result().type().isFloating()) {
        return known.negated(a);
      }
      return op.exact() ? Optional.empty() : new FloatingAlgebra(known, out).negate(a);
    }

    private Optional<Value> foldConvert(Value a, PrimitiveType type, Builder out) {
      if (a.type() == type) {
        return Optional.of(a);
      }
      return known.literal(a).map(c -> literal(JavaArithmetic.convert(c, type), type, out));
    }

    private Optional<Value> foldMax(MathCall call, List<Value> operands, Builder out) {
      if (!call.owner().equals(MathCall.MATH) || !call.name().equals("max")) {
        return Optional.empty();
      }
      Value a = operands.get(0);
      Value b = operands.get(1);
      if (known.literal(a).isPresent() && known.literal(b).isPresent()) {
        int max = Math.max((Integer) known.literal(a).get(), (Integer) known.literal(b).get());
        return Optional.of(out.constant(max));
      }
      IntegerAlgebra integers = new IntegerAlgebra(known, out);
      return integers.max(a, b).or(() -> integers.max(b, a));
    }

    private boolean foldIf(If op, Builder out) {
      Optional<Object> condition = known.literal(map(op.condition()));
      if (condition.isEmpty()) {
        copy(op, out);
        replaceEqualYields((If) out.ops().get(out.ops().size() - 1), op, out);
        return true;
      }
      Region taken = (Boolean) condition.get() ? op.thenRegion() : op.elseRegion();
      if (taken.endsInThrow()) {
        // Nothing may stand behind a throw, and to Java what follows this branch is reachable.
        return false;
      }
      rewriteOps(taken, out);
      return substitute(op, map(taken.yields()));
    }

    /** A result that is the same from both branches, or the condition itself, needs no branch. */
    private void replaceEqualYields(If copy, If op, Builder out) {
      for (int i = 0; i < op.results().size(); i++) {
        Value first = copy.thenRegion().yields().get(i);
        Value second = copy.elseRegion().yields().get(i);
        Optional<Object> literal = known.literal(first);
        if (first == second) {
          replace(op.results().get(i), first);
        } else if (literal.isPresent() && literal.equals(known.literal(second))) {
          PrimitiveType type = (PrimitiveType) first.type();
          replace(op.results().get(i), literal(literal.get(), type, out));
        } else if (known.is(first, true) && known.is(second, false)) {
          replace(op.results().get(i), copy.condition());
        } else if (known.is(first, false) && known.is(second, true)) {
          replace(op.results().get(i), out.not(copy.condition()));
        }
      }
    }

    private boolean foldFor(For op) {
      Optional<Object> start = known.literal(map(op.start()));
      Optional<Object> bound = known.literal(map(op.bound()));
      boolean never =
          start.isPresent()
              && bound.isPresent()
              && !(Boolean) JavaArithmetic.binary(op.relation(), start.get(), bound.get());
      return never && substitute(op, map(op.initial()));
    }
  }
}
