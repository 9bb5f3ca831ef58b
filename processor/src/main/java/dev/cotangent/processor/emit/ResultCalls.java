package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Stage 7: calls of a companion's members by the class behind {@code bind} and {@code check}, of a
 * method whose results are arrays. What the method fills is in local variables, to be looked at
 * afterwards; what it returns is another one.
 */
final class ResultCalls {
  private static final String RESULT = "result";

  private final MemberContext context;
  private final CompanionNames names;
  private final TakenNames locals;

  /** The names of the local variables for the outputs, by position; empty for what is returned. */
  private final List<String> outputs = new ArrayList<>();

  /**
   * Calls in one method.
   *
   * @param reserved the names of the method's other variables
   */
  ResultCalls(MemberContext context, String... reserved) {
    this.context = context;
    this.names = context.names();
    List<String> taken = new ArrayList<>(List.of(reserved));
    taken.add(RESULT);
    this.locals = new TakenNames(taken);
    context.model().outputs().forEach(output -> outputs.add(locals.take(output.name())));
  }

  /** A name for a further local variable. */
  String local(String wish) {
    return locals.take(wish);
  }

  /** A call of a member. */
  CodeBlock call(String member, List<CodeBlock> arguments) {
    return CodeBlock.of("$T.$L($L)", names.companion(), member, CodeBlock.join(arguments, ", "));
  }

  /** A statement that makes a call and keeps what is returned. */
  CodeBlock run(TypeName type, CodeBlock call) {
    CodeBlock.Builder statement = CodeBlock.builder();
    return outputs.isEmpty()
        ? statement.addStatement("$T $L = $L", type, RESULT, call).build()
        : statement.addStatement(call).build();
  }

  /** Declares the variables for what is filled, beginning as these arguments. */
  CodeBlock declared(List<CodeBlock> arguments, Function<Parameter, TypeName> type) {
    CodeBlock.Builder statements = CodeBlock.builder();
    for (int i = 0; i < outputs.size(); i++) {
      Parameter output = context.model().outputs().get(i);
      CodeBlock given = arguments.get(index(output));
      statements.addStatement("$T $L = $L", type.apply(output), outputs.get(i), given);
    }
    return statements.build();
  }

  /** Lets these variables begin anew. */
  CodeBlock begun(List<CodeBlock> arguments) {
    CodeBlock.Builder statements = CodeBlock.builder();
    for (int i = 0; i < outputs.size(); i++) {
      Parameter output = context.model().outputs().get(i);
      statements.addStatement("$L = $L", outputs.get(i), arguments.get(index(output)));
    }
    return statements.build();
  }

  /** The arguments with those variables in their places. */
  List<CodeBlock> arguments(List<CodeBlock> arguments) {
    List<CodeBlock> all = new ArrayList<>(arguments);
    for (int i = 0; i < outputs.size(); i++) {
      all.set(index(context.model().outputs().get(i)), CodeBlock.of("$L", outputs.get(i)));
    }
    return all;
  }

  private int index(Parameter parameter) {
    return context.model().parameters().indexOf(parameter);
  }

  /** How a result is read: a variable, or something in the record in one. */
  CodeBlock result(int index) {
    return result(index, RESULT);
  }

  private CodeBlock result(int index, String returned) {
    return names
        .results()
        .get(index)
        .part()
        .map(part -> RecordText.readOrNull(returned, part))
        .orElse(CodeBlock.of("$L", outputs.isEmpty() ? returned : outputs.get(index)));
  }

  /** The type of a variable that is such a result, or null if a record that leads to it is. */
  static TypeName variableType(Result result) {
    TypeName type = JavaTypes.of(result.type());
    return result.part().isPresent() ? type.box() : type;
  }

  /**
   * The cotangents that a member takes, of one for each result: themselves, or a record of them
   * with the structure of the one that was returned.
   */
  List<CodeBlock> cotangents(List<CodeBlock> each) {
    List<Input> parts = names.returnedParts();
    if (parts.isEmpty()) {
      return each;
    }
    List<Input> floating = names.results().stream().map(result -> result.part().get()).toList();
    return List.of(
        RecordText.made(
            parts.get(0).parameter(),
            RESULT,
            RecordClasses::own,
            part ->
                floating.contains(part)
                    ? each.get(floating.indexOf(part))
                    : RecordText.read(RESULT, part)));
  }

  /** All results as a list of arguments. */
  CodeBlock results() {
    return results(RESULT);
  }

  /** The same where what is returned is read from elsewhere. */
  CodeBlock results(String returned) {
    List<CodeBlock> all = new ArrayList<>();
    for (int i = 0; i < names.results().size(); i++) {
      all.add(result(i, returned));
    }
    return list(all);
  }

  /** A single array of arrays would be taken for the list itself. */
  static CodeBlock list(List<CodeBlock> arrays) {
    CodeBlock list = CodeBlock.join(arrays, ", ");
    if (arrays.size() == 1 && list.toString().contains("?")) {
      return CodeBlock.of("(Object) ($L)", list);
    }
    return arrays.size() == 1 ? CodeBlock.of("(Object) $L", list) : list;
  }
}
