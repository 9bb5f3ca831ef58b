package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Stage 7: the record that a method returns, in a member whose function gives what is in it, in the
 * order of {@link dev.cotangent.processor.frontend.Returned#parts}: each goes into a variable, and
 * of these the record is made.
 */
final class ReturnedRecord {
  private final List<Input> parts;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Integer> read = new ArrayList<>();

  /** How each part is read, by its path. */
  private final Map<List<String>, CodeBlock> values = new HashMap<>();

  private ReturnedRecord(List<Input> parts) {
    this.parts = parts;
  }

  /** The parts as the first results of the body's function. */
  static ReturnedRecord delivered(CompanionNames names, MemberBody body) {
    return delivered(names, body, part -> JavaTypes.of(part.type()));
  }

  /** The same where they have other types. */
  static ReturnedRecord delivered(
      CompanionNames names, MemberBody body, Function<Input, TypeName> types) {
    ReturnedRecord record = new ReturnedRecord(names.returnedParts());
    for (int i = 0; i < record.parts.size(); i++) {
      Input part = record.parts.get(i);
      if (!part.isObject() || !body.isAlwaysFalse(i)) {
        record.deliver(i, part.isObject() ? TypeName.BOOLEAN : types.apply(part), body);
      }
    }
    return record;
  }

  /** A result that is no parameter goes into a local variable. */
  private void deliver(int result, TypeName type, MemberBody body) {
    Input part = parts.get(result);
    CodeBlock value = body.parameter(result).orElse(null);
    if (value == null) {
      String wish = part.variable() + (part.isObject() ? "IsNull" : "");
      value = CodeBlock.of("$L", body.local(wish));
      deliveries.add(new Delivery(result, CodeBlock.of("$T $L =", type, value)));
    } else {
      read.add(result);
    }
    values.put(part.path(), value);
  }

  /** The statements that put them into variables. */
  List<Delivery> deliveries() {
    return deliveries;
  }

  /** The results that are read where they are. */
  List<Integer> read() {
    return read;
  }

  /** How a part is read behind these statements. */
  CodeBlock value(Input part) {
    return values.get(part.path());
  }

  /**
   * The record made anew.
   *
   * @param classes the class for each record type
   * @param components the expression for each component that is no record
   */
  CodeBlock made(Function<RecordType, TypeName> classes, Function<Input, CodeBlock> components) {
    return made(parts.get(0), classes, components);
  }

  private CodeBlock made(
      Input object, Function<RecordType, TypeName> classes, Function<Input, CodeBlock> components) {
    RecordType type = object.recordType().orElseThrow();
    List<CodeBlock> arguments = new ArrayList<>();
    for (RecordType.Component component : type.components()) {
      Input inner = part(Lists.append(object.path(), component.name()));
      arguments.add(inner.isObject() ? made(inner, classes, components) : components.apply(inner));
    }
    CodeBlock made =
        CodeBlock.of("new $T($L)", classes.apply(type), CodeBlock.join(arguments, ", "));
    CodeBlock isNull = values.get(object.path());
    return isNull == null ? made : CodeBlock.of("$L ? null : $L", isNull, made);
  }

  private Input part(List<String> path) {
    return parts.stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }
}
