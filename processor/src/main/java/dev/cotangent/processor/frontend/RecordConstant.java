package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Lowers a static final field that holds a record: its components are read one by one. */
final class RecordConstant {
  private final FunctionLowering function;
  private final VariableElement field;
  private final ExpressionTree tree;

  RecordConstant(FunctionLowering function, VariableElement field, ExpressionTree tree) {
    this.function = function;
    this.field = field;
    this.tree = tree;
  }

  /** The record that the Java expression gives, made anew of its components. */
  Value value(String expression, RecordType type) {
    List<Value> components = new ArrayList<>();
    for (RecordType.Component component : type.components()) {
      String read = expression + "." + component.name() + "()";
      components.add(
          component.type() instanceof RecordType inner
              ? value(read, inner)
              : component(read, component.type(), type));
    }
    return RecordLowering.make(function, type, components, tree);
  }

  /** Reading a component of a record that may be null throws at its place and nowhere else. */
  private Value component(String read, Type type, RecordType owner) {
    boolean safe =
        function.program().unit().isMadeByNew(field)
            && owner.equals(function.types().read(field.asType()).orElse(null));
    Opaque.Effect effect = safe ? Opaque.Effect.NONE : Opaque.Effect.READS;
    return function.ops().opaque(read, List.of(), effect, type, function.range(tree));
  }
}
