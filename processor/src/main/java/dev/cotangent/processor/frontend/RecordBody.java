package dev.cotangent.processor.frontend;

import com.sun.source.tree.MethodTree;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Stage 1: what the body of a method or constructor of a record has besides its parameters and its
 * {@code return}s: the record itself, which a method is given and a constructor yields.
 */
final class RecordBody {
  private final FunctionLowering function;
  private final ExecutableElement method;
  private final MethodTree tree;

  RecordBody(FunctionLowering function, ExecutableElement method, MethodTree tree) {
    this.function = function;
    this.method = method;
    this.tree = tree;
  }

  /**
   * Declares {@code this} and gives the parameter for it; empty if the body has none to be given.
   */
  Optional<Value> receiver() {
    if (method.getModifiers().contains(Modifier.STATIC) || type().isEmpty()) {
      return Optional.empty();
    }
    Variable own = Variable.of(RecordLowering.THIS, type().get());
    function.flow().declare(own);
    if (isConstructor()) {
      return Optional.empty();
    }
    Value record = new Value(own.type(), "", function.range(tree));
    function.flow().write(own, record);
    return Optional.of(record);
  }

  /** The end of a constructor; empty for a method, which ends as others do. */
  Optional<End> end() {
    if (!isConstructor()) {
      return Optional.empty();
    }
    RecordType type = type().orElseThrow();
    boolean compact = function.program().records().kind(method) == FileRecords.Constructor.COMPACT;
    List<Variable> components =
        compact
            ? function.inScope(type.components().stream().map(RecordType.Component::name).toList())
            : List.of();
    return Optional.of(new ConstructorEnd(function, type, components, tree));
  }

  private boolean isConstructor() {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }

  private Optional<RecordType> type() {
    return function
        .types()
        .read(method.getEnclosingElement().asType())
        .filter(RecordType.class::isInstance)
        .map(RecordType.class::cast);
  }
}
