package dev.cotangent.processor.frontend;

import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** Lowers casts and {@code instanceof}. */
final class CastLowering {
  private final FunctionLowering function;
  private final Conversions conversions;

  CastLowering(FunctionLowering function) {
    this.function = function;
    this.conversions = function.conversions();
  }

  private Type type(Tree tree) {
    Type type =
        function
            .types()
            .read(tree, function.names())
            .orElseThrow(() -> function.refuse(Code.UNKNOWN_NAME, tree, tree.toString()));
    function.requireVisible(type, tree);
    return type;
  }

  Value cast(TypeCastTree node) {
    Type target = type(node.getType());
    Value operand = function.value(node.getExpression(), Wanted.as(target));
    if (target.equals(operand.type())) {
      return operand;
    }
    if (target instanceof PrimitiveType to) {
      return toPrimitive(operand, to, node);
    }
    if (operand.type() instanceof PrimitiveType || conversions.isNull(operand)) {
      return conversions.implicit(operand, target, node);
    }
    return conversions.cast(operand, target, node);
  }

  private Value toPrimitive(Value operand, PrimitiveType to, TypeCastTree node) {
    boolean object =
        operand.type().isReference() && function.types().unboxed(operand.type()).isEmpty();
    Value box = object ? conversions.cast(operand, function.types().box(to), node) : operand;
    Value number = conversions.unboxed(box, node);
    if (number.type() == to) {
      return number;
    }
    if (ConversionRules.isNumeric(to) && ConversionRules.isNumeric(number.type())) {
      return function.ops().convert(number, to, function.range(node));
    }
    throw function.refuse(Code.INVALID_SOURCE, node, operand.type() + " cannot be cast to " + to);
  }

  Value instanceOf(InstanceOfTree node) {
    if (node.getType() == null || node.getPattern() != null) {
      throw function.refuse(
          Code.UNSUPPORTED_SYNTAX, node, "A pattern", "Write 'instanceof' and a cast");
    }
    Type type = type(node.getType());
    Value operand = function.value(node.getExpression());
    String template = new Template().hole(operand).text(" instanceof ").type(type).toString();
    return function
        .ops()
        .opaque(
            template,
            List.of(operand),
            Opaque.Effect.NONE,
            PrimitiveType.BOOLEAN,
            function.range(node));
  }
}
