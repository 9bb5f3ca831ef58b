package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.MakeTape;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.OpVisitor;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Stage 7: prints values as Java expressions, with parentheses where Java's precedence wants them.
 * Every expression has exactly the value's type, except where a method here says otherwise.
 */
final class ExpressionPrinter implements OpVisitor<Expression> {
  private static final ClassName ADJOINT = ClassName.get("dev.cotangent.runtime", "Adjoint");

  private static final Map<BinaryOperator, BinaryOperator> OPPOSITE_SIGN =
      Map.of(
          BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.SUBTRACT, BinaryOperator.ADD);

  private final Plan plan;
  private final Variables variables;
  private final Frame frame;
  private final ConditionPrinter conditions;
  private final Promotions promotions;

  ExpressionPrinter(Plan plan, Variables variables, Frame frame) {
    this.plan = plan;
    this.variables = variables;
    this.frame = frame;
    this.conditions = new ConditionPrinter(plan, this);
    this.promotions = new Promotions(plan, this);
  }

  /** The value: its variable, or the expression for it. */
  Expression print(Value value) {
    return plan.isFolded(value)
        ? definition(plan.uses().definition(value))
        : Expression.text(variables.of(value).name(), Precedence.PRIMARY);
  }

  /** What computes the operation's result. */
  Expression definition(Op op) {
    return op.accept(this);
  }

  /** The value where Java converts to its type by itself: on the right of an assignment. */
  Expression printAssigned(Value value) {
    return promotions.relaxed(value).orElseGet(() -> print(value));
  }

  /** What computes the operation's result, on the right of an assignment. */
  Expression assigned(Op op) {
    return promotions.relaxed(op).orElseGet(() -> definition(op));
  }

  /** The opposite of a boolean value. */
  Expression printNegated(Value condition) {
    return conditions.negated(condition);
  }

  private List<Expression> printAll(List<Value> values) {
    return values.stream().map(this::print).toList();
  }

  private static Expression call(ClassName owner, String name, List<Expression> arguments) {
    List<Object> parts = new ArrayList<>();
    int width = owner.simpleName().length() + 1;
    parts.add(new Expression(CodeBlock.of("$T.", owner), Precedence.PRIMARY, width));
    parts.add(name + "(");
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        parts.add(",");
        parts.add("$W");
      }
      parts.add(arguments.get(i));
    }
    parts.add(")");
    return Expression.join(Precedence.PRIMARY, parts.toArray());
  }

  @Override
  public Expression visitConstant(Constant op) {
    String text = LiteralText.of(op.content());
    boolean signed = text.startsWith("-") || text.startsWith("(");
    return Expression.text(text, signed ? Precedence.UNARY : Precedence.PRIMARY);
  }

  @Override
  public Expression visitUnary(Unary op) {
    if (op.operator() == UnaryOperator.NOT) {
      return conditions.negated(op.operand());
    }
    if (VectorText.isVector(op.result())) {
      return VectorText.negated(print(op.operand()));
    }
    Expression operand = print(op.operand());
    boolean doubled = operand.startsWith("-");
    return Expression.join(
        Precedence.UNARY,
        op.operator().symbol(),
        operand.at(doubled ? Precedence.PRIMARY : Precedence.UNARY));
  }

  @Override
  public Expression visitBinary(Binary op) {
    if (VectorText.isVector(op.result())) {
      return VectorText.binary(op.operator(), print(op.left()), printAssigned(op.right()));
    }
    Binary plain = withoutSign(op);
    return binary(plain.operator(), operands(plain));
  }

  /**
   * {@code a + -b} as {@code a - b}, and {@code a - -b} as {@code a + b}, which Java defines to be
   * the same, of integers and of floating numbers.
   */
  Binary withoutSign(Binary op) {
    BinaryOperator opposite = OPPOSITE_SIGN.get(op.operator());
    if (opposite != null
        && plan.isFolded(op.right())
        && plan.uses().definition(op.right()) instanceof Unary unary
        && unary.operator() == UnaryOperator.NEGATE) {
      return new Binary(opposite, op.left(), unary.operand(), op.exact(), op.result());
    }
    return op;
  }

  /** The operands of a binary operation, of which Java may widen one. */
  List<Expression> operands(Binary op) {
    return promotions.operands(op);
  }

  /** The two operands joined by the operator. */
  Expression binary(BinaryOperator operator, List<Expression> operands) {
    int own = operator.precedence();
    Expression left = operands.get(0);
    Expression right = operands.get(1);
    int forLeft = own;
    int forRight = own + 1;
    if (own < Precedence.ADDITIVE && !operator.isOrdering()) {
      // Beyond arithmetic few know the order by heart.
      int clear = operator.isComparison() ? Precedence.ADDITIVE - 1 : Precedence.UNARY;
      forLeft = left.precedence() == own && !operator.isComparison() ? own : clear;
      forRight = clear;
    }
    return Expression.infix(left.at(forLeft), operator.symbol(), right.at(forRight), own);
  }

  @Override
  public Expression visitConvert(Convert op) {
    Expression operand = print(op.operand());
    if (op.operand().type() == op.result().type()) {
      return operand;
    }
    TypeName type = JavaTypes.of(op.result().type());
    CodeBlock cast = CodeBlock.of("($T) ", type);
    return Expression.prefix(cast, type.toString().length() + 3, operand.at(Precedence.UNARY));
  }

  @Override
  public Expression visitMathCall(MathCall op) {
    return call(JavaTypes.classNamed(op.owner()), op.name(), promotions.arguments(op));
  }

  @Override
  public Expression visitStrongMultiply(StrongMultiply op) {
    return call(ADJOINT, "strongMultiply", printAll(op.operands()));
  }

  @Override
  public Expression visitAlloc(Alloc op) {
    return Expression.primary(frame.allocator().alloc(op, print(op.length()).code()));
  }

  @Override
  public Expression visitShadowOf(ShadowOf op) {
    return Expression.primary(frame.allocator().shadowOf(op, print(op.array()).code()));
  }

  @Override
  public Expression visitGrow(Grow op) {
    CodeBlock array = print(op.array()).code();
    return Expression.primary(frame.allocator().grow(op, array, print(op.index()).code()));
  }

  @Override
  public Expression visitCloneArray(CloneArray op) {
    CodeBlock array = array(op.array()).code();
    return Expression.primary(frame.allocator().copy(op, array));
  }

  @Override
  public Expression visitLength(Length op) {
    return Expression.join(Precedence.PRIMARY, array(op.array()), ".length");
  }

  @Override
  public Expression visitLoad(Load op) {
    return VectorText.isVector(op.result())
        ? VectorText.load(array(op.array()), print(op.index()))
        : element(op.array(), op.index());
  }

  /** An array whose members are asked for; a bare {@code null} has none. */
  private Expression array(Value array) {
    Expression printed = print(array);
    return printed.is("null")
        ? Expression.primary(CodeBlock.of("(($T) null)", JavaTypes.of(array.type())))
        : printed.at(Precedence.PRIMARY);
  }

  /** {@code array[index]}. */
  Expression element(Value array, Value index) {
    return Expression.join(Precedence.PRIMARY, array(array), "[", print(index), "]");
  }

  @Override
  public Expression visitMakeRecord(MakeRecord op) {
    throw new IllegalStateException("a record has not been scattered: " + op);
  }

  @Override
  public Expression visitReadComponent(ReadComponent op) {
    throw new IllegalStateException("a record has not been scattered: " + op);
  }

  @Override
  public Expression visitCall(Call op) {
    List<CodeBlock> arguments = new ArrayList<>();
    printAll(op.arguments()).forEach(argument -> arguments.add(argument.code()));
    return Expression.primary(frame.callees().call(op.callee(), arguments));
  }

  @Override
  public Expression visitInvoke(Invoke op) {
    throw new IllegalArgumentException("rules are forgotten before emission");
  }

  @Override
  public Expression visitOpaque(Opaque op) {
    return AssertionFields.name(op)
        .map(name -> Expression.primary(CodeBlock.of("$L", name)))
        .orElseGet(() -> plan.text(op).with(printAllTyped(op.operands())));
  }

  private List<Expression> printAllTyped(List<Value> operands) {
    return operands.stream().map(this::printTyped).toList();
  }

  /** A null that is passed tells its type, since methods may be told apart by it. */
  private Expression printTyped(Value value) {
    Expression printed = print(value);
    boolean isNull =
        plan.isFolded(value)
            && plan.uses().definition(value) instanceof Constant constant
            && constant.content() == null
            && !value.type().toString().equals("null");
    if (!isNull) {
      return printed;
    }
    TypeName type = JavaTypes.of(value.type());
    return Expression.prefix(CodeBlock.of("($T) ", type), type.toString().length() + 3, printed);
  }

  @Override
  public Expression visitDerive(Derive op) {
    throw new IllegalStateException("a derivative of " + op.what().callee() + " is not composed");
  }

  @Override
  public Expression visitMakeTape(MakeTape op) {
    return Expression.primary(frame.allocator().tape(op));
  }

  @Override
  public Expression visitPush(Push op) {
    Expression content = promotions.relaxed(op.content()).orElseGet(() -> print(op.content()));
    String method = TapeMethods.push(op.content().type());
    return Expression.primary(
        CodeBlock.of("$L.$L($L)", print(op.tape()).code(), method, content.code()));
  }

  @Override
  public Expression visitPop(Pop op) {
    String method = TapeMethods.pop(op.result().type());
    Expression popped =
        Expression.primary(CodeBlock.of("$L.$L()", print(op.tape()).code(), method));
    boolean thrownAway = plan.setVariables(op).isEmpty();
    if (thrownAway || !TapeMethods.popNeedsCast(op.result().type())) {
      // A cast is no statement.
      return popped;
    }
    TypeName type = JavaTypes.of(op.result().type());
    return Expression.prefix(CodeBlock.of("($T) ", type), type.toString().length() + 3, popped);
  }

  @Override
  public Expression visitThrow(Throw op) {
    return Expression.join(Precedence.LOOSEST, "throw ", print(op.exception()));
  }

  @Override
  public Expression visitIf(If op) {
    return conditions.print(op);
  }

  @Override
  public Expression visitStore(Store op) {
    throw new IllegalArgumentException("a store is a statement");
  }

  @Override
  public Expression visitFor(For op) {
    throw new IllegalArgumentException("a loop is a statement");
  }

  @Override
  public Expression visitWhile(While op) {
    throw new IllegalArgumentException("a loop is a statement");
  }
}
