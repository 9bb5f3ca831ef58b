package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What a {@code switch} chooses by, evaluated: a number, a string or a constant of an enum. */
final class Selector {
  /** Tests the selector for one label. */
  private interface Test {
    Value matches(ExpressionTree label);
  }

  private final FunctionLowering function;
  private final Value value;
  private final Test test;

  private Selector(FunctionLowering function, Value value, TypeElement type) {
    this.function = function;
    this.value = value;
    this.test =
        type != null
            ? label -> isConstant(label, type)
            : value.type().equals(ReferenceType.STRING) ? this::isString : this::isNumber;
  }

  /** Evaluates the selector; null ends the method as it does in Java. */
  static Selector of(FunctionLowering function, ExpressionTree tree) {
    Value value = function.value(tree);
    if (ConversionRules.isIntegral(value.type()) && value.type() != PrimitiveType.LONG) {
      return new Selector(function, function.conversions().promoted(value, tree), null);
    }
    TypeElement type =
        value.type() instanceof ReferenceType reference
            ? function
                .names()
                .qualifiedType(reference.qualifiedName())
                .filter(element -> element.getKind() == ElementKind.ENUM)
                .orElse(null)
            : null;
    if (type == null && !value.type().equals(ReferenceType.STRING)) {
      throw function.refuse(Code.SWITCH_FORM, tree, "chooses by a value of type " + value.type());
    }
    if (type != null) {
      function.requireVisible(type, tree);
    }
    SourceRange at = function.range(tree);
    function.ops().effect("{java.util.Objects}.requireNonNull($0)", List.of(value), at);
    return new Selector(function, value, type);
  }

  /** Whether the selector is one of the labels; they are tested until one fits. */
  Value isOneOf(List<? extends ExpressionTree> labels, Tree node) {
    Value first = test.matches(Syntax.strip(labels.get(0)));
    if (labels.size() == 1) {
      return first;
    }
    Flow flow = function.flow();
    Flow.Branch<Value> found =
        flow.branch(() -> function.ops().constant(true, function.range(node)));
    Flow.Branch<Value> others = flow.branch(() -> isOneOf(labels.subList(1, labels.size()), node));
    return ConditionalLowering.join(function, first, found, others, node);
  }

  private Value isNumber(ExpressionTree label) {
    int constant = new IntConstants(function).evaluate(label).orElseThrow(() -> unknown(label));
    SourceRange at = function.range(label);
    return function
        .ops()
        .binary(BinaryOperator.EQUAL, value, function.ops().constant(constant, at), at);
  }

  private Value isString(ExpressionTree label) {
    Object constant =
        StringConstants.evaluate(function, label)
            .filter(String.class::isInstance)
            .orElseThrow(() -> unknown(label));
    Value text = function.ops().text((String) constant, function.range(label));
    return test("$0.equals($1)", List.of(value, text), label);
  }

  private Value isConstant(ExpressionTree label, TypeElement type) {
    String name =
        label instanceof MemberSelectTree select
            ? select.getIdentifier().toString()
            : label instanceof IdentifierTree simple ? simple.getName().toString() : "";
    Optional<String> constant =
        function
            .names()
            .members()
            .field(type, name)
            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
            .map(field -> "$0 == {" + type.getQualifiedName() + "}." + name);
    return test(constant.orElseThrow(() -> unknown(label)), List.of(value), label);
  }

  private Value test(String template, List<Value> operands, ExpressionTree label) {
    return function
        .ops()
        .opaque(
            template, operands, Opaque.Effect.NONE, PrimitiveType.BOOLEAN, function.range(label));
  }

  private Refusal unknown(ExpressionTree label) {
    return function.refuse(
        Code.SWITCH_FORM, label, "has the case '" + label + "', whose value is not known here");
  }
}
