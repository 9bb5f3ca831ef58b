package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stage 7: the private member that fills several columns of a Jacobian in one run, along unit
 * vectors side by side.
 *
 * @param sweeps what the members that fill a Jacobian have in common
 * @param columns the program
 */
record JacobianColumns(JacobianSweeps sweeps, CompanionPrograms.Derived columns) {
  /** As many columns as the program has directions, from {@code first} on. */
  MethodSpec member(String name) {
    int width = columns.width();
    MemberBody body = sweeps.body(columns.program());
    sweeps.units().add(body, width);
    body.keptTape();
    List<Delivery> deliveries = new ArrayList<>();
    List<Integer> read = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    for (int i = 0; i < sweeps.context().names().results().size(); i++) {
      Result result = sweeps.context().names().results().get(i);
      for (int number = 0; number < width; number++) {
        int index = i * width + number;
        String column = sweeps.units().coordinate(number);
        CodeBlock put =
            CodeBlock.of(
                "$L.$L.putColumn($L, $L,", sweeps.into(), JacobianHolder.BLOCKS, column, i);
        if (!result.isArray()) {
          deliveries.add(Delivery.passed(index, put));
          continue;
        }
        CodeBlock tangent = tangent(body, result, index, deliveries, read);
        closing.add(CodeBlock.of("$L $L, $L)", put, tangent, sweeps.shape(body, i)));
      }
    }
    ResultSink sink = new ResultSink(deliveries, read, closing);
    HelperMethods.Family helpers = sweeps.context().helpers().pooled(columns.program());
    return sweeps.member(name).addCode(body.pooled(sink, helpers)).build();
  }

  /** A tangent that is no parameter goes into a local variable. */
  private static CodeBlock tangent(
      MemberBody body, Result result, int index, List<Delivery> deliveries, List<Integer> read) {
    Optional<CodeBlock> parameter = body.parameter(index);
    if (parameter.isPresent()) {
      read.add(index);
      return parameter.get();
    }
    String name = body.local(result.tangentVariable());
    deliveries.add(
        new Delivery(
            index, CodeBlock.of("$T $L =", JavaTypes.of(result.type().derivative()), name)));
    return CodeBlock.of("$L", name);
  }
}
