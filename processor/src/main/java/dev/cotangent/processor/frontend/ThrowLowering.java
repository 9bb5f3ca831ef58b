package dev.cotangent.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ThrowTree;
import dev.cotangent.processor.ir.AssertionStatus;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Lowers {@code throw} and {@code assert}. The exception is made by the same Java as the user's;
 * the numbers in its text are values, so that every mode says the same.
 */
final class ThrowLowering {
  private final FunctionLowering function;

  ThrowLowering(FunctionLowering function) {
    this.function = function;
  }

  /** Appends the exception's operations and the throw. */
  void lower(ThrowTree node) {
    Value exception = function.value(Syntax.strip(node.getExpression()));
    function.flow().out().append(new Throw(exception, function.range(node)));
  }

  /** Appends an {@code assert}, which asks the user's class whether it is to be checked. */
  void assertion(AssertTree node) {
    SourceRange at = function.range(node);
    Value enabled =
        function
            .ops()
            .opaque(
                AssertionStatus.template(outermost()),
                List.of(),
                Opaque.Effect.NONE,
                PrimitiveType.BOOLEAN,
                at);
    Flow.Branch<Void> checked = branch(() -> check(node));
    ConditionalLowering.joinVariables(function, enabled, checked, branch(() -> {}), node);
  }

  private void check(AssertTree node) {
    ExpressionTree condition = Syntax.strip(node.getCondition());
    Value holds = function.conversions().condition(function.value(condition), condition);
    Flow.Branch<Void> fails = branch(() -> fail(node));
    ConditionalLowering.joinVariables(function, holds, branch(() -> {}), fails, node);
  }

  private void fail(AssertTree node) {
    SourceRange at = function.range(node);
    List<Value> detail = new ArrayList<>();
    if (node.getDetail() != null) {
      Value value = function.value(node.getDetail());
      function.unmarkLiteral(value);
      detail.add(value);
    }
    String holes = detail.isEmpty() ? "" : "$0";
    Value error = exception("java.lang.AssertionError", holes, detail, at);
    function.flow().out().append(new Throw(error, at));
  }

  private Flow.Branch<Void> branch(Runnable body) {
    return function
        .flow()
        .branch(
            () -> {
              body.run();
              return null;
            });
  }

  /** Java asks the outermost class. */
  private String outermost() {
    Element type = function.method().getEnclosingElement();
    while (type.getEnclosingElement() instanceof TypeElement outer) {
      type = outer;
    }
    return ((TypeElement) type).getQualifiedName().toString();
  }

  /** Throws a new exception of the platform, made by a constructor with these arguments. */
  void raise(String type, String arguments, SourceRange at) {
    Value exception = exception(type, arguments, List.of(), at);
    function.flow().out().append(new Throw(exception, at));
  }

  private Value exception(String type, String arguments, List<Value> operands, SourceRange at) {
    return function
        .ops()
        .opaque(
            "new {" + type + "}(" + arguments + ")",
            operands,
            Opaque.Effect.READS,
            new ReferenceType(type),
            at);
  }
}
