package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage 7: the members of the class behind {@code check} that look at a method whose results are
 * arrays: at the sum of all their elements, each times a weight.
 */
final class WeighedMembers {
  private final CompanionNames names;
  private final TypeName twin;
  private final ResultCalls calls;

  WeighedMembers(MemberContext context) {
    this.names = context.names();
    this.twin = names.twinResult();
    this.calls = new ResultCalls(context, "point", "gradient", "inputs", "weights", "sum");
  }

  /** The weighted sum at the arguments. */
  MethodSpec value(MethodSpec.Builder member, List<CodeBlock> arguments) {
    return member
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addCode(calls.run(names.result(), calls.call("value", calls.arguments(arguments))))
        .addStatement("return $T.sum($L)", RuntimeNames.WEIGHING, calls.results())
        .build();
  }

  /** The partials of the weighted sum, by pulling the weights back; the sum as the value. */
  MethodSpec gradient(
      MethodSpec.Builder member, List<CodeBlock> arguments, String holder, CodeBlock collected) {
    member
        .addCode(calls.declared(arguments, CompanionNames::type))
        .addCode(calls.run(names.result(), calls.call("value", calls.arguments(arguments))))
        .addStatement("$1T weights = new $1T()", RuntimeNames.WEIGHING);
    List<CodeBlock> all = new ArrayList<>();
    for (int i = 0; i < names.results().size(); i++) {
      Result result = names.results().get(i);
      String cotangent = calls.local(result.cotangent());
      member.addStatement(
          "$T $L = weights.cotangent($L)",
          ResultCalls.variableType(result),
          cotangent,
          calls.result(i));
      all.add(CodeBlock.of("$L", cotangent));
    }
    List<CodeBlock> again =
        Stream.of(
                calls.arguments(arguments),
                calls.cotangents(all),
                List.of(CodeBlock.of("$L", holder)))
            .flatMap(List::stream)
            .toList();
    return member
        .addCode(calls.begun(arguments))
        .addStatement(calls.call("vjp", again))
        .addCode(collected)
        .addStatement(
            "return $T.sum($L)", RuntimeNames.WEIGHING, calls.results(holder + ".value()"))
        .build();
  }

  /** The same by the twin. */
  MethodSpec twin(MethodSpec.Builder member, List<CodeBlock> arguments, CodeBlock partials) {
    return member
        .addCode(calls.declared(arguments, parameter -> ScalarMembers.scalarType(parameter.type())))
        .addCode(calls.run(twin, calls.call("scalar", calls.arguments(arguments))))
        .addStatement(
            "$T sum = $T.scalarSum($L)",
            RuntimeNames.SCALAR,
            RuntimeNames.WEIGHING,
            calls.results())
        .addStatement("return $L", partials)
        .build();
  }
}
