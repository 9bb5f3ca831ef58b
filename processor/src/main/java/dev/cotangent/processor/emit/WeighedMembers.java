package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage 7: the members of the class behind {@code check} that look at a method whose results are
 * arrays: at the sum of all their elements, each times a weight.
 */
final class WeighedMembers {
  private static final String RESULT = "result";

  private final MemberContext context;
  private final CompanionNames names;
  private final TakenNames locals = new TakenNames(List.of("point", "gradient", "inputs", RESULT));

  /** The names of the local variables for the outputs, by position; empty for what is returned. */
  private final List<String> outputs = new ArrayList<>();

  WeighedMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
    locals.take("weights");
    context.model().outputs().forEach(output -> outputs.add(locals.take(output.name())));
  }

  /** The weighted sum at the arguments. */
  MethodSpec value(MethodSpec.Builder member, List<CodeBlock> arguments) {
    CodeBlock call = call("value", fixed(arguments, CompanionNames::type, member));
    return member
        .addCode(run(names.result(), call))
        .addStatement("return $T.sum($L)", RuntimeNames.WEIGHING, results(RESULT))
        .build();
  }

  /** The partials of the weighted sum, by pulling the weights back; the sum as the value. */
  MethodSpec gradient(
      MethodSpec.Builder member, List<CodeBlock> arguments, String holder, CodeBlock collected) {
    List<CodeBlock> first = fixed(arguments, CompanionNames::type, member);
    member.addCode(run(names.result(), call("value", first)));
    member.addStatement("$1T weights = new $1T()", RuntimeNames.WEIGHING);
    List<CodeBlock> all = new ArrayList<>();
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      String cotangent = locals.take(result.cotangent());
      String of = outputs.isEmpty() ? RESULT : outputs.get(i);
      member.addStatement(
          "$T $L = weights.cotangent($L)", JavaTypes.of(result.type()), cotangent, of);
      all.add(CodeBlock.of("$L", cotangent));
    }
    for (int i = 0; i < outputs.size(); i++) {
      Parameter output = context.model().outputs().get(i);
      member.addStatement("$L = $L", outputs.get(i), arguments.get(index(output)));
    }
    List<CodeBlock> again =
        Stream.of(replaced(arguments), all, List.of(CodeBlock.of("$L", holder)))
            .flatMap(List::stream)
            .toList();
    return member
        .addStatement(call("vjp", again))
        .addCode(collected)
        .addStatement("return $T.sum($L)", RuntimeNames.WEIGHING, results(holder + ".value()"))
        .build();
  }

  /** The same by the twin. */
  MethodSpec twin(MethodSpec.Builder member, List<CodeBlock> arguments, CodeBlock partials) {
    TypeName type = context.model().result().map(ScalarMembers::scalarType).orElse(TypeName.VOID);
    List<CodeBlock> lifted =
        fixed(arguments, parameter -> ScalarMembers.scalarType(parameter.type()), member);
    member.addCode(run(type, call("scalar", lifted)));
    return member
        .addStatement(
            "$T sum = $T.scalarSum($L)",
            RuntimeNames.SCALAR,
            RuntimeNames.WEIGHING,
            results(RESULT))
        .addStatement("return $L", partials)
        .build();
  }

  private CodeBlock call(String member, List<CodeBlock> arguments) {
    return CodeBlock.of("$T.$L($L)", names.companion(), member, CodeBlock.join(arguments, ", "));
  }

  private CodeBlock run(TypeName type, CodeBlock call) {
    CodeBlock.Builder statement = CodeBlock.builder();
    return outputs.isEmpty()
        ? statement.addStatement("$T $L = $L", type, RESULT, call).build()
        : statement.addStatement(call).build();
  }

  /** What a method was given as outputs is looked at afterwards. */
  private List<CodeBlock> fixed(
      List<CodeBlock> arguments,
      java.util.function.Function<Parameter, TypeName> type,
      MethodSpec.Builder member) {
    for (int i = 0; i < outputs.size(); i++) {
      Parameter output = context.model().outputs().get(i);
      CodeBlock given = arguments.get(index(output));
      member.addStatement("$T $L = $L", type.apply(output), outputs.get(i), given);
    }
    return replaced(arguments);
  }

  private List<CodeBlock> replaced(List<CodeBlock> arguments) {
    List<CodeBlock> all = new ArrayList<>(arguments);
    for (int i = 0; i < outputs.size(); i++) {
      all.set(index(context.model().outputs().get(i)), CodeBlock.of("$L", outputs.get(i)));
    }
    return all;
  }

  private int index(Parameter parameter) {
    MethodModel model = context.model();
    return model.parameters().indexOf(parameter);
  }

  /** A single array of arrays would be taken for the list itself. */
  private CodeBlock results(String returned) {
    List<String> all = outputs.isEmpty() ? List.of(returned) : outputs;
    CodeBlock list = CodeBlock.of("$L", String.join(", ", all));
    return all.size() == 1 ? CodeBlock.of("(Object) $L", list) : list;
  }
}
