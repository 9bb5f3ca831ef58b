package dev.cotangent.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Lowers statements, {@code return} apart, which {@link TailLowering} knows. What has no method
 * here is outside the language and is refused.
 */
final class StatementLowering extends SimpleTreeVisitor<Void, Void> {
  private final FunctionLowering function;
  private final Flow flow;
  private final ArrayLowering arrays;

  StatementLowering(FunctionLowering function) {
    this.function = function;
    this.flow = function.flow();
    this.arrays = new ArrayLowering(function);
  }

  /** Appends the statement's operations; what is wrong with it stops the caller. */
  void lowerOrThrow(StatementTree statement) {
    visit(statement, null);
  }

  /** Appends the statement's operations; what is wrong with it is reported. */
  void lower(StatementTree statement) {
    try {
      visit(statement, null);
    } catch (Refusal refusal) {
      function.recover(refusal, statement);
    }
  }

  @Override
  protected Void defaultAction(Tree node, Void unused) {
    if (node instanceof ClassTree local) {
      function.refuseTypesNamed(local.getSimpleName().toString());
    }
    throw UnsupportedSyntax.refusal(function, node);
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree node, Void unused) {
    return null;
  }

  @Override
  public Void visitBlock(BlockTree node, Void unused) {
    flow.nested(() -> node.getStatements().forEach(this::lower));
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree node, Void unused) {
    function.effect(node.getExpression());
    return null;
  }

  @Override
  public Void visitIf(IfTree node, Void unused) {
    Optional<Value> condition = function.condition(node);
    Flow.Branch<Void> first = branch(node.getThenStatement());
    Flow.Branch<Void> second = branch(node.getElseStatement());
    if (condition.isEmpty()) {
      throw Refusal.alreadyReported();
    }
    ConditionalLowering.joinVariables(function, condition.get(), first, second, node);
    return null;
  }

  private Flow.Branch<Void> branch(StatementTree statement) {
    return flow.branch(
        () -> {
          if (statement != null) {
            flow.nested(() -> lower(statement));
          }
          return null;
        });
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree node, Void unused) {
    StatementTree inner = Syntax.withoutLabels(node);
    return Syntax.takesBreaks(inner) ? visit(inner, null) : joined(inner);
  }

  @Override
  public Void visitAssert(AssertTree node, Void unused) {
    new ThrowLowering(function).assertion(node);
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree node, Void unused) {
    return joined(node);
  }

  private Void joined(StatementTree node) {
    Exits exits = Exits.of(List.of(), Optional.of(Jump.breakOf(node)));
    function.tails().join(node, exits);
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree node, Void unused) {
    return loop(node);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    return loop(node);
  }

  @Override
  public Void visitForLoop(ForLoopTree node, Void unused) {
    return loop(node);
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
    return loop(node);
  }

  private Void loop(StatementTree node) {
    function.loop(node);
    return null;
  }

  @Override
  public Void visitVariable(VariableTree node, Void unused) {
    if (function.closures().declares(node)) {
      return null;
    }
    Optional<Type> declared = function.declaredType(node);
    ExpressionTree initializer = node.getInitializer();
    if (initializer == null) {
      flow.declare(Variable.of(node.getName().toString(), declared.orElseThrow()));
      return null;
    }
    Value value = initial(declared, initializer);
    declare(node, declared.orElse(value.type()), value);
    return null;
  }

  private Value initial(Optional<Type> declared, ExpressionTree initializer) {
    boolean bare =
        initializer instanceof NewArrayTree array
            && array.getType() == null
            && declared.isPresent();
    Value value =
        bare
            ? arrays.initialised((ArrayType) declared.get(), (NewArrayTree) initializer)
            : function.value(initializer, declared.map(Wanted::as).orElse(Wanted.VALUE));
    return declared.isEmpty()
        ? value
        : function.conversions().implicit(value, declared.get(), initializer);
  }

  private void declare(VariableTree node, Type type, Value value) {
    String name = node.getName().toString();
    boolean isFinal = node.getModifiers().getFlags().contains(Modifier.FINAL);
    Optional<Object> constant =
        isFinal
            ? new IntConstants(function)
                .evaluate(node.getInitializer())
                .filter(content -> ConversionRules.isIntegral(type))
                .map(content -> ConversionRules.convert(content, (PrimitiveType) type))
            : Optional.empty();
    Variable variable = new Variable(name, type, constant);
    Value named = function.conversions().named(value, name);
    function.unmarkLiteral(named);
    flow.declare(variable);
    flow.write(variable, named);
  }
}
