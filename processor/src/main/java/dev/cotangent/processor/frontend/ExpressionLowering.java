package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Value;

/**
 * Lowers expressions, each kind by the part that knows it. What has no method here is outside the
 * language and is refused.
 */
final class ExpressionLowering extends SimpleTreeVisitor<Value, Void> {
  private final FunctionLowering function;
  private final ArithmeticLowering arithmetic;
  private final AssignmentLowering assignments;
  private final ConditionalLowering conditionals;
  private final ArrayLowering arrays;
  private final NameLowering names;
  private final CallLowering calls;

  ExpressionLowering(FunctionLowering function) {
    this.function = function;
    this.arithmetic = new ArithmeticLowering(function);
    this.arrays = new ArrayLowering(function);
    this.assignments = new AssignmentLowering(function, arithmetic, arrays);
    this.conditionals = new ConditionalLowering(function);
    this.names = new NameLowering(function);
    this.calls = new CallLowering(function, names, arrays);
  }

  /** The expression's value. */
  Value value(ExpressionTree expression) {
    Value value = visit(expression, null);
    if (value == null) {
      throw function.refuse(Code.INVALID_SOURCE, expression, "a void call has no value");
    }
    return value;
  }

  /** Runs the expression for what it does. */
  void effect(ExpressionTree expression) {
    visit(expression, null);
  }

  @Override
  protected Value defaultAction(Tree node, Void unused) {
    throw UnsupportedSyntax.refusal(function, node);
  }

  @Override
  public Value visitParenthesized(ParenthesizedTree node, Void unused) {
    return value(node.getExpression());
  }

  @Override
  public Value visitLiteral(LiteralTree node, Void unused) {
    Object content = node.getValue();
    if (content == null) {
      return function.ops().nullOf(ConversionRules.NULL, function.range(node));
    }
    if (content instanceof String) {
      throw function.refuse(
          Code.OBJECT_VALUE, node, "A string", "build text outside the annotated method");
    }
    return function.markLiteral(function.ops().constant(content, function.range(node)));
  }

  @Override
  public Value visitIdentifier(IdentifierTree node, Void unused) {
    return names.value(node);
  }

  @Override
  public Value visitMemberSelect(MemberSelectTree node, Void unused) {
    return names.value(node);
  }

  @Override
  public Value visitUnary(UnaryTree node, Void unused) {
    return switch (node.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.step(node);
      default -> arithmetic.unary(node);
    };
  }

  @Override
  public Value visitBinary(BinaryTree node, Void unused) {
    return switch (node.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> conditionals.shortCircuit(node);
      default -> arithmetic.binary(node);
    };
  }

  @Override
  public Value visitTypeCast(TypeCastTree node, Void unused) {
    return arithmetic.cast(node);
  }

  @Override
  public Value visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
    return conditionals.conditional(node);
  }

  @Override
  public Value visitAssignment(AssignmentTree node, Void unused) {
    return assignments.assign(node);
  }

  @Override
  public Value visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
    return assignments.compound(node);
  }

  @Override
  public Value visitArrayAccess(ArrayAccessTree node, Void unused) {
    return arrays.load(node);
  }

  @Override
  public Value visitNewArray(NewArrayTree node, Void unused) {
    return arrays.create(node);
  }

  @Override
  public Value visitMethodInvocation(MethodInvocationTree node, Void unused) {
    return calls.call(node);
  }
}
