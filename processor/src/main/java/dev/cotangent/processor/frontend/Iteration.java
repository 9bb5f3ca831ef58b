package dev.cotangent.processor.frontend;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** The iterator behind a {@code for} over a collection. */
final class Iteration {
  private final FunctionLowering function;
  private final Value iterator;
  private final Tree tree;

  private Iteration(FunctionLowering function, Value iterator, Tree tree) {
    this.function = function;
    this.iterator = iterator;
    this.tree = tree;
  }

  /** Asks the collection for its iterator. */
  static Iteration over(Value collection, EnhancedForLoopTree node, FunctionLowering function) {
    Type type =
        result(collection, "iterator", function)
            .orElseThrow(
                () ->
                    function.refuse(
                        Code.INVALID_SOURCE, node.getExpression(), "nothing to loop over"));
    function.requireVisible(type, node.getExpression());
    Value iterator =
        function
            .ops()
            .opaque(
                "$0.iterator()",
                List.of(collection),
                Opaque.Effect.WRITES,
                type,
                function.range(node));
    return new Iteration(function, iterator, node);
  }

  private static Optional<Type> result(Value object, String method, FunctionLowering function) {
    if (!(object.type() instanceof ReferenceType type)) {
      return Optional.empty();
    }
    ObjectTypes types = function.program().objectTypes();
    for (ExecutableElement found : types.methods(type, method, function.names().members())) {
      if (found.getParameters().isEmpty()) {
        return types.result(found, types.method(type, found), List.of());
      }
    }
    return Optional.empty();
  }

  /** Whether there is another element. */
  Value hasNext() {
    return ask("$0.hasNext()", PrimitiveType.BOOLEAN);
  }

  /** Declares the loop's variable, with the next element. */
  void declareNext(VariableTree variable) {
    Type element = result(iterator, "next", function).orElseThrow();
    function.requireVisible(element, variable);
    Type declared = function.declaredType(variable).orElse(element);
    Value next = ask("$0.next()", element);
    Value converted = function.conversions().implicit(next, declared, variable);
    String name = variable.getName().toString();
    Variable each = Variable.of(name, declared);
    function.flow().declare(each);
    function.flow().write(each, function.conversions().named(converted, name));
  }

  private Value ask(String template, Type type) {
    return function
        .ops()
        .opaque(template, List.of(iterator), Opaque.Effect.WRITES, type, function.range(tree));
  }
}
