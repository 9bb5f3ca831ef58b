package dev.cotangent.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers {@code &&}, {@code ||} and {@code ?:}, which run only one of their sides. */
final class ConditionalLowering {
  private final FunctionLowering function;
  private final Flow flow;

  ConditionalLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
  }

  Value shortCircuit(BinaryTree node) {
    Value left = bool(node.getLeftOperand());
    Flow.Branch<Value> right = flow.branch(() -> bool(node.getRightOperand()));
    boolean and = node.getKind() == Tree.Kind.CONDITIONAL_AND;
    Flow.Branch<Value> decided =
        flow.branch(() -> function.ops().constant(!and, function.range(node)));
    return and
        ? join(function, left, right, decided, node)
        : join(function, left, decided, right, node);
  }

  private Value bool(ExpressionTree tree) {
    return function.conversions().condition(function.value(tree), tree);
  }

  Value conditional(ConditionalExpressionTree node, Wanted wanted) {
    Value condition = bool(node.getCondition());
    Flow.Branch<Value> first = flow.branch(() -> function.value(node.getTrueExpression(), wanted));
    Flow.Branch<Value> second =
        flow.branch(() -> function.value(node.getFalseExpression(), wanted));
    Type type = type(first.result(), second.result(), node, wanted);
    return join(
        function,
        condition,
        converted(first, type, node.getTrueExpression()),
        converted(second, type, node.getFalseExpression()),
        node);
  }

  private Flow.Branch<Value> converted(Flow.Branch<Value> branch, Type type, ExpressionTree tree) {
    return flow.resume(branch, () -> function.conversions().implicit(branch.result(), type, tree));
  }

  /** The type of a conditional expression with such operands. */
  private Type type(Value first, Value second, ConditionalExpressionTree node, Wanted wanted) {
    Type a = unboxedBeside(first.type(), second.type());
    Type b = unboxedBeside(second.type(), first.type());
    if (a.equals(b)) {
      return a;
    }
    if (a instanceof PrimitiveType p && b instanceof PrimitiveType q) {
      return smallWithConstant(p, q, node.getFalseExpression())
          .or(() -> smallWithConstant(q, p, node.getTrueExpression()))
          .orElseGet(() -> numeric(p, q, node));
    }
    if (a.equals(ConversionRules.NULL) && b.isReference()) {
      return b;
    }
    if (b.equals(ConversionRules.NULL) && a.isReference()) {
      return a;
    }
    return reference(boxed(a), boxed(b), wanted)
        .orElseThrow(() -> function.refuse(Code.UNKNOWN_TYPE, node, "this conditional"));
  }

  /** A box beside a number, or beside another kind of box, stands for the number in it. */
  private Type unboxedBeside(Type type, Type other) {
    boolean number = other instanceof PrimitiveType || function.types().unboxed(other).isPresent();
    return number && !type.equals(other) ? function.types().unboxed(type).orElse(type) : type;
  }

  private Type boxed(Type type) {
    return type instanceof PrimitiveType p && !type.equals(ConversionRules.NULL)
        ? function.types().box(p)
        : type;
  }

  private Optional<Type> reference(Type a, Type b, Wanted wanted) {
    if (a.equals(ConversionRules.NULL) || b.equals(ConversionRules.NULL)) {
      return Optional.of(a.equals(ConversionRules.NULL) ? b : a);
    }
    TypeReader types = function.types();
    return wanted
        .type()
        .filter(target -> types.isSubtype(a, target) && types.isSubtype(b, target))
        .or(() -> types.isSubtype(a, b) ? Optional.of(b) : Optional.empty())
        .or(() -> types.isSubtype(b, a) ? Optional.of(a) : Optional.empty());
  }

  private PrimitiveType numeric(PrimitiveType a, PrimitiveType b, Tree node) {
    if (!ConversionRules.isNumeric(a) || !ConversionRules.isNumeric(b)) {
      throw function.refuse(Code.UNKNOWN_TYPE, node, "this conditional");
    }
    boolean shorts =
        (a == PrimitiveType.BYTE && b == PrimitiveType.SHORT)
            || (a == PrimitiveType.SHORT && b == PrimitiveType.BYTE);
    return shorts ? PrimitiveType.SHORT : ConversionRules.promote(a, b);
  }

  /** A small type beside an {@code int} constant that fits it is the type of the whole. */
  private Optional<Type> smallWithConstant(
      PrimitiveType small, PrimitiveType other, ExpressionTree otherTree) {
    if (!ConversionRules.isSmall(small) || other != PrimitiveType.INT) {
      return Optional.empty();
    }
    return new IntConstants(function)
        .evaluate(otherTree)
        .filter(constant -> ConversionRules.fits(constant, small))
        .map(constant -> small);
  }

  /**
   * Appends an {@code if} whose branches are lowered already: it yields the branches' results and
   * every variable that they change.
   */
  static Value join(
      FunctionLowering function,
      Value condition,
      Flow.Branch<Value> first,
      Flow.Branch<Value> second,
      Tree node) {
    Value result = new Value(first.result().type(), "", function.range(node));
    append(function, condition, List.of(result), first, second, node);
    return result;
  }

  /** As {@code join}, for branches without a result. */
  static void joinVariables(
      FunctionLowering function,
      Value condition,
      Flow.Branch<?> first,
      Flow.Branch<?> second,
      Tree node) {
    append(function, condition, List.of(), first, second, node);
  }

  private static void append(
      FunctionLowering function,
      Value condition,
      List<Value> extra,
      Flow.Branch<?> first,
      Flow.Branch<?> second,
      Tree node) {
    Flow flow = function.flow();
    SourceRange at = function.range(node);
    List<Variable> changed = flow.changed(first, second);
    List<Value> results = new ArrayList<>(extra);
    changed.forEach(v -> results.add(new Value(v.type(), v.name(), at)));
    Region a = first.region(List.of(), yields(first, extra, changed));
    Region b = second.region(List.of(), yields(second, extra, changed));
    flow.out().append(new If(condition, a, b, results, at));
    for (int i = 0; i < changed.size(); i++) {
      flow.write(changed.get(i), results.get(extra.size() + i));
    }
  }

  private static List<Value> yields(
      Flow.Branch<?> branch, List<Value> extra, List<Variable> changed) {
    List<Value> values = branch.valuesOf(changed);
    return extra.isEmpty() ? values : Lists.concat(List.of((Value) branch.result()), values);
  }
}
