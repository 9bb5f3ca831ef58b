package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: the private member that fills as many columns of a Jacobian in one run as it is told to.
 *
 * @param sweeps what the members that fill a Jacobian have in common
 * @param program what it runs
 * @param lanes the variable that has the number of columns
 */
record JacobianLanes(JacobianSweeps sweeps, Program program, String lanes) {
  MethodSpec member() {
    MemberBody body = sweeps.body(program);
    body.reserve(lanes);
    List<Input> wrt = new EntryState(sweeps.context()).wrt();
    for (int i = 0; i < wrt.size(); i++) {
      CodeBlock lane =
          CodeBlock.of(
              "$L.$L.lane($L, $L)", sweeps.into(), JacobianHolder.INPUTS, i, sweeps.first());
      body.variable(TypeName.INT, wrt.get(i).variable() + "Lane", lane);
    }
    body.keptTape();
    body.add(CodeBlock.of("$L", lanes));
    HelperMethods.Family helpers = sweeps.context().helpers().pooled(program);
    CodeBlock code = body.pooled(results(body), helpers);
    return sweeps.member("jacobianColumns", lanes).addCode(code).build();
  }

  private ResultSink results(MemberBody body) {
    List<Delivery> deliveries = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    List<Result> results = sweeps.context().names().results();
    for (int i = 0; i < results.size(); i++) {
      CodeBlock put =
          CodeBlock.of(
              "$L.$L.putColumns($L, $L, $L,",
              sweeps.into(),
              JacobianHolder.BLOCKS,
              sweeps.first(),
              lanes,
              i);
      if (!results.get(i).isArray()) {
        deliveries.add(Delivery.passed(i, put));
        continue;
      }
      String name = body.local(results.get(i).tangentVariable());
      ArrayType type = new ArrayType(results.get(i).type().derivative());
      deliveries.add(new Delivery(i, CodeBlock.of("$T $L =", JavaTypes.of(type), name)));
      closing.add(CodeBlock.of("$L $L, $L)", put, name, sweeps.shape(body, i)));
    }
    return new ResultSink(deliveries, List.of(), closing);
  }
}
