package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;

/**
 * Lowers assignments of every kind, as statements and inside expressions, in Java's order: the
 * target's parts first and once, then the right side, then the store.
 */
final class AssignmentLowering {
  private final FunctionLowering function;
  private final ArithmeticLowering arithmetic;
  private final ArrayLowering arrays;

  AssignmentLowering(
      FunctionLowering function, ArithmeticLowering arithmetic, ArrayLowering arrays) {
    this.function = function;
    this.arithmetic = arithmetic;
    this.arrays = arrays;
  }

  /** What stands left of an assignment, its parts already evaluated. */
  private interface Target {
    Type type();

    Value read();

    /** Writes a value of exactly the target's type, and gives the value as it is named now. */
    Value write(Value value);
  }

  Value assign(AssignmentTree node) {
    Target target = target(node.getVariable(), node);
    Value value = function.value(node.getExpression(), Wanted.as(target.type()));
    return target.write(
        function.conversions().implicit(value, target.type(), node.getExpression()));
  }

  Value compound(CompoundAssignmentTree node) {
    BinaryOperator operator = ArithmeticLowering.operator(node.getKind());
    Target target = target(node.getVariable(), node);
    Value old = target.read();
    Value operand = function.value(node.getExpression());
    Value result = arithmetic.apply(operator, old, operand, node);
    return target.write(narrowed(result, target, node));
  }

  /** {@code ++} and {@code --}, before or behind. */
  Value step(UnaryTree node) {
    boolean increments =
        node.getKind() == Tree.Kind.PREFIX_INCREMENT
            || node.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean postfix =
        node.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || node.getKind() == Tree.Kind.POSTFIX_DECREMENT;
    BinaryOperator operator = increments ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
    Target target = target(node.getExpression(), node);
    Value old = target.read();
    Value one = function.markLiteral(function.ops().constant(1, function.range(node)));
    Value result = arithmetic.apply(operator, old, one, node);
    Value written = target.write(narrowed(result, target, node));
    return postfix ? old : written;
  }

  /** The cast that a compound assignment implies. */
  private Value narrowed(Value result, Target target, Tree node) {
    boolean casts =
        result.type() != target.type()
            && ConversionRules.isNumeric(result.type())
            && target.type() instanceof PrimitiveType;
    return casts
        ? function.ops().convert(result, (PrimitiveType) target.type(), function.range(node))
        : function.conversions().implicit(result, target.type(), node);
  }

  private Target target(ExpressionTree tree, Tree assignment) {
    ExpressionTree inner = Syntax.strip(tree);
    if (inner instanceof ArrayAccessTree access) {
      return element(access, assignment);
    }
    if (inner instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      Variable variable = function.flow().scope().find(name).orElse(null);
      if (variable != null && function.flow().isPoisoned(variable)) {
        throw Refusal.alreadyReported();
      }
      if (variable != null) {
        return new LocalTarget(variable, inner);
      }
    }
    throw function.refuse(Code.STATIC_WRITE, inner, inner.toString());
  }

  private Target element(ArrayAccessTree access, Tree assignment) {
    ArrayLowering.Place place = arrays.place(access);
    return new Target() {
      @Override
      public Type type() {
        return place.element();
      }

      @Override
      public Value read() {
        return function.ops().load(place.array(), place.index(), function.range(access));
      }

      @Override
      public Value write(Value value) {
        function.unmarkLiteral(value);
        arrays.store(place, value, assignment);
        return value;
      }
    };
  }

  /** A local variable as a target. */
  private final class LocalTarget implements Target {
    private final Variable variable;
    private final ExpressionTree tree;

    LocalTarget(Variable variable, ExpressionTree tree) {
      this.variable = variable;
      this.tree = tree;
    }

    @Override
    public Type type() {
      return variable.type();
    }

    @Override
    public Value read() {
      return function.value(tree);
    }

    @Override
    public Value write(Value value) {
      Value named = function.conversions().named(value, variable.name());
      function.unmarkLiteral(named);
      function.flow().write(variable, named);
      return named;
    }
  }
}
