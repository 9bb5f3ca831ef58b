package dev.cotangent.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.RecordType;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Stage 1: a record that the annotated method returns. The companion makes it anew of its
 * components, and another one of their tangents. That is the same record only if its constructor
 * does nothing but take the components, and its accessors nothing but give them.
 */
final class RecordResult {
  private RecordResult() {}

  /** Why the companion cannot make such a record, if that is so. */
  static Optional<Refusal> obstacle(
      FunctionLowering function, ExecutableElement method, MethodTree tree) {
    Optional<RecordType> record = SignatureTypes.record(method.getReturnType());
    if (record.isEmpty()) {
      return Optional.empty();
    }
    RecordType type = record.get();
    FileRecords records = function.program().records();
    Tree place = tree.getReturnType();
    String name = records.element(type).getSimpleName().toString();
    if (!records.areDeclaredHere(type)) {
      return Optional.of(
          function.refuse(Code.RECORD_OF_ANOTHER_FILE, place, name, type.toString()));
    }
    Optional<String> how =
        records.hasOwnAccessor(type)
            ? Optional.of("an accessor of its own")
            : Optional.of("a constructor with a body").filter(h -> records.constructs(type));
    return how.map(
        found -> function.refuse(Code.RECORD_DISGUISED, place, name, type.toString(), found));
  }
}
