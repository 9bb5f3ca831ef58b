package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Stage 7: Java expressions that take records apart and put them together. */
final class RecordText {
  private RecordText() {}

  /** Reads what a parameter's input is from a variable in the parameter's place. */
  static CodeBlock read(String variable, Input input) {
    return read(CodeBlock.of("$L", variable), input.path());
  }

  private static CodeBlock read(CodeBlock record, List<String> path) {
    CodeBlock.Builder text = record.toBuilder();
    path.forEach(component -> text.add(".$L()", component));
    return text.build();
  }

  /** The expression, or {@code absent} if one of the records that lead to it is null. */
  static CodeBlock guarded(CodeBlock expression, List<CodeBlock> records, CodeBlock absent) {
    if (records.isEmpty()) {
      return expression;
    }
    CodeBlock isNull =
        records.stream()
            .map(record -> CodeBlock.of("$L == null", record))
            .collect(CodeBlock.joining(" || "));
    return CodeBlock.of("$L ? $L : $L", isNull, absent, expression);
  }

  /** As {@link #read}, but {@code null} if a record on the way is null. */
  static CodeBlock readOrNull(String variable, Input input) {
    List<CodeBlock> owners = input.owners().stream().map(owner -> read(variable, owner)).toList();
    return guarded(read(variable, input), owners, CodeBlock.of("null"));
  }

  /** What stands for a component that does not exist, since its record is null. */
  static CodeBlock absent(TypeName type) {
    if (type.equals(TypeName.BOOLEAN)) {
      return CodeBlock.of("false");
    }
    if (type.isPrimitive()) {
      return CodeBlock.of("0");
    }
    return type.equals(RuntimeNames.SCALAR)
        ? CodeBlock.of("$T.of(0)", RuntimeNames.SCALAR)
        : CodeBlock.of("null");
  }

  /**
   * A record made anew with the structure of another one, null where that has null.
   *
   * @param parameter the parameter, whose type is the record's
   * @param variable where the other record is
   * @param classes the class for each record type
   * @param components the expression for each component that is no record
   */
  static CodeBlock made(
      Parameter parameter,
      String variable,
      Function<RecordType, TypeName> classes,
      Function<Input, CodeBlock> components) {
    return new Maker(parameter, CodeBlock.of("$L", variable), classes, components)
        .made((RecordType) parameter.type(), List.of());
  }

  private record Maker(
      Parameter parameter,
      CodeBlock variable,
      Function<RecordType, TypeName> classes,
      Function<Input, CodeBlock> components) {
    CodeBlock made(RecordType type, List<String> path) {
      List<CodeBlock> arguments = new ArrayList<>();
      for (RecordType.Component component : type.components()) {
        List<String> inner = Lists.append(path, component.name());
        Type of = component.type();
        arguments.add(
            of instanceof RecordType record
                ? made(record, inner)
                : components.apply(new Input(parameter, inner, of)));
      }
      CodeBlock made =
          CodeBlock.of("new $T($L)", classes.apply(type), CodeBlock.join(arguments, ", "));
      return guarded(made, List.of(read(variable, path)), CodeBlock.of("null"));
    }
  }
}
