package dev.cotangent.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * Lowers expressions, each kind by the part that knows it. What has no method here is outside the
 * language and is refused.
 */
final class ExpressionLowering extends SimpleTreeVisitor<Value, Wanted> {
  private final FunctionLowering function;
  private final ArithmeticLowering arithmetic;
  private final AssignmentLowering assignments;
  private final ConditionalLowering conditionals;
  private final ArrayLowering arrays;
  private final NameLowering names;
  private final CallLowering calls;
  private final ObjectCreation objects;
  private final TextLowering text;

  ExpressionLowering(FunctionLowering function) {
    this.function = function;
    this.arithmetic = new ArithmeticLowering(function);
    this.arrays = new ArrayLowering(function);
    this.assignments = new AssignmentLowering(function, arithmetic, arrays);
    this.conditionals = new ConditionalLowering(function);
    this.names = new NameLowering(function);
    this.calls = new CallLowering(function, names, arrays);
    this.objects = new ObjectCreation(function, names);
    this.text = new TextLowering(function, arithmetic);
  }

  /** The expression's value. */
  Value value(ExpressionTree expression) {
    return value(expression, Wanted.VALUE);
  }

  /** The expression's value; what it is assigned to may decide its type. */
  Value value(ExpressionTree expression, Wanted wanted) {
    Value value = visit(expression, wanted);
    if (value == null) {
      throw function.refuse(Code.INVALID_SOURCE, expression, "a void call has no value");
    }
    return value;
  }

  /** Runs the expression for what it does. */
  void effect(ExpressionTree expression) {
    visit(expression, Wanted.EFFECT);
  }

  /** What a reference to a static method gives; null if that has no result. */
  Value reference(MemberReferenceTree node, List<Value> arguments) {
    return calls.reference(node, arguments);
  }

  @Override
  protected Value defaultAction(Tree node, Wanted wanted) {
    throw UnsupportedSyntax.refusal(function, node);
  }

  @Override
  public Value visitParenthesized(ParenthesizedTree node, Wanted wanted) {
    return value(node.getExpression(), wanted);
  }

  @Override
  public Value visitLiteral(LiteralTree node, Wanted wanted) {
    Object content = node.getValue();
    if (content == null) {
      return function.ops().nullOf(ConversionRules.NULL, function.range(node));
    }
    if (content instanceof String text) {
      return function.ops().text(text, function.range(node));
    }
    return function.markLiteral(function.ops().constant(content, function.range(node)));
  }

  @Override
  public Value visitIdentifier(IdentifierTree node, Wanted wanted) {
    return names.value(node);
  }

  @Override
  public Value visitMemberSelect(MemberSelectTree node, Wanted wanted) {
    return names.value(node);
  }

  @Override
  public Value visitUnary(UnaryTree node, Wanted wanted) {
    return switch (node.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.step(node);
      default -> arithmetic.unary(node);
    };
  }

  @Override
  public Value visitBinary(BinaryTree node, Wanted wanted) {
    return switch (node.getKind()) {
      case CONDITIONAL_AND, CONDITIONAL_OR -> conditionals.shortCircuit(node);
      case PLUS -> text.sum(node);
      default -> arithmetic.binary(node);
    };
  }

  @Override
  public Value visitTypeCast(TypeCastTree node, Wanted wanted) {
    return new CastLowering(function).cast(node);
  }

  @Override
  public Value visitConditionalExpression(ConditionalExpressionTree node, Wanted wanted) {
    return conditionals.conditional(node, wanted);
  }

  @Override
  public Value visitSwitchExpression(SwitchExpressionTree node, Wanted wanted) {
    return new SwitchLowering(function).value(node);
  }

  @Override
  public Value visitAssignment(AssignmentTree node, Wanted wanted) {
    return assignments.assign(node);
  }

  @Override
  public Value visitCompoundAssignment(CompoundAssignmentTree node, Wanted wanted) {
    return assignments.compound(node);
  }

  @Override
  public Value visitArrayAccess(ArrayAccessTree node, Wanted wanted) {
    return arrays.load(node);
  }

  @Override
  public Value visitNewArray(NewArrayTree node, Wanted wanted) {
    return arrays.create(node);
  }

  @Override
  public Value visitMethodInvocation(MethodInvocationTree node, Wanted wanted) {
    return calls.call(node, wanted);
  }

  @Override
  public Value visitNewClass(NewClassTree node, Wanted wanted) {
    function
        .program()
        .companions()
        .holderNamed(node.getIdentifier().toString())
        .ifPresent(holder -> NestedLowering.refuseHolder(function, holder, node));
    return calls
        .records()
        .type(node.getIdentifier())
        .map(type -> calls.records().create(type, node))
        .orElseGet(() -> objects.create(node, wanted));
  }

  @Override
  public Value visitInstanceOf(InstanceOfTree node, Wanted wanted) {
    return new CastLowering(function).instanceOf(node);
  }
}
