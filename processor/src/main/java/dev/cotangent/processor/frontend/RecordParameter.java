package dev.cotangent.processor.frontend;

import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/**
 * Stage 1: a parameter of the annotated method that is a record with floating values. The caller
 * passes an object, which is taken apart into its components. That is exact only if the components
 * are what the accessors give and what the constructor was given. A record that is not
 * differentiated may stay an object, like any other.
 */
final class RecordParameter {
  private final FunctionLowering function;
  private final RecordType type;
  private final VariableElement element;
  private final VariableTree tree;

  RecordParameter(
      FunctionLowering function, RecordType type, VariableElement element, VariableTree tree) {
    this.function = function;
    this.type = type;
    this.element = element;
    this.tree = tree;
  }

  /** Declares the parameter's variable; gives what the program takes. */
  Value declare() {
    String name = tree.getName().toString();
    Value given = new Value(type, name, function.range(tree));
    boolean apart = isTakenApart();
    Variable variable = Variable.of(name, apart ? type : type.asObject());
    function.flow().declare(variable);
    function.flow().write(variable, apart ? given : object(given));
    return given;
  }

  private Value object(Value given) {
    ReadComponent read = ReadComponent.object(given);
    function.flow().out().append(read);
    return read.result();
  }

  private boolean isTakenApart() {
    Optional<Refusal> obstacle = obstacle();
    if (function.program().isDifferentiated(element)) {
      obstacle.ifPresent(function.program().findings()::add);
      return obstacle.isEmpty();
    }
    return obstacle.isEmpty() && !function.program().keepsObjects();
  }

  private Optional<Refusal> obstacle() {
    String name = tree.getName().toString();
    Optional<Type> known = function.types().read(element.asType());
    if (!known.equals(Optional.of(type))) {
      return Optional.of(
          function.refuse(Code.RECORD_OF_ANOTHER_FILE, tree.getType(), name, type.toString()));
    }
    return function
        .program()
        .records()
        .disguise(type)
        .map(
            how ->
                function.refuse(Code.RECORD_DISGUISED, tree.getType(), name, type.toString(), how));
  }
}
