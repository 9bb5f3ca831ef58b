package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage 7: the private member that fills several rows of a Jacobian in one run, along as many unit
 * cotangents.
 *
 * @param sweeps what the members that fill a Jacobian have in common
 * @param rows the program
 * @param shadows the holder's fields for the shadows of each array, one for each cotangent
 */
record JacobianRows(
    JacobianSweeps sweeps, CompanionPrograms.Derived rows, Map<Input, List<String>> shadows) {
  JacobianRows(JacobianSweeps sweeps, CompanionPrograms.Derived rows) {
    this(sweeps, rows, new LinkedHashMap<>());
  }

  private MemberContext context() {
    return sweeps.context();
  }

  MethodSpec member() {
    MemberBody body = sweeps.body(rows.program());
    List<Input> arrays = context().model().inputs().stream().filter(Input::isWrtArray).toList();
    // The shadows of one cotangent that the caller would choose: nobody wants what it gives.
    arrays.forEach(body::scratch);
    unused(body);
    body.keptTape();
    arrays.forEach(array -> shadows(body, array));
    cotangents(body);
    HelperMethods.Family helpers = context().helpers().pooled(rows.program());
    return sweeps.member("jacobianRows").addCode(body.pooled(results(), helpers)).build();
  }

  private List<Result> methodResults() {
    return context().names().results();
  }

  /** The next parameters are the cotangents whose place the unit ones take: their shapes count. */
  private void unused(MemberBody body) {
    for (int i = 0; i < methodResults().size(); i++) {
      body.add(methodResults().get(i).isArray() ? sweeps.shape(body, i) : CodeBlock.of("0"));
    }
  }

  private void shadows(MemberBody body, Input array) {
    for (int number = 0; number < rows.width(); number++) {
      String wish = SeveralTangents.numbered(array, "Bar", number);
      String field = sweeps.units().kept(array, wish);
      shadows.computeIfAbsent(array, a -> new ArrayList<>()).add(field);
      body.shadow(array, field, wish);
    }
  }

  private void cotangents(MemberBody body) {
    for (int i = 0; i < methodResults().size(); i++) {
      for (int number = 0; number < rows.width(); number++) {
        cotangent(body, i, number);
      }
    }
  }

  private void cotangent(MemberBody body, int index, int number) {
    Result result = methodResults().get(index);
    String wish = result.cotangent() + (number + 1);
    String row = sweeps.units().coordinate(number);
    String layout = sweeps.into() + "." + JacobianHolder.RESULTS;
    if (!result.isArray()) {
      body.variable(TypeName.DOUBLE, wish, CodeBlock.of("$L.unit($L, $L)", layout, index, row));
      return;
    }
    PartialsType type = PartialsType.of(result.type());
    String kept = context().holder().keep(type.name(), type.made(), wish);
    CodeBlock unit =
        CodeBlock.of(
            "$L.$L.unit($L, $L.index($L, $L))",
            sweeps.into(),
            kept,
            sweeps.shape(body, index),
            layout,
            index,
            row);
    body.variable(JavaTypes.of(result.type().derivative()), wish, unit);
  }

  /** Into the blocks: numbers as they come, then the shadows. */
  private ResultSink results() {
    List<Delivery> deliveries = new ArrayList<>();
    List<CodeBlock> closing = new ArrayList<>();
    List<Input> wrt = context().model().inputs().stream().filter(Input::isWrt).toList();
    for (int i = 0; i < wrt.size(); i++) {
      for (int number = 0; number < rows.width(); number++) {
        CodeBlock put =
            CodeBlock.of(
                "$L.$L.put($L, $L,",
                sweeps.into(),
                JacobianHolder.BLOCKS,
                sweeps.units().coordinate(number),
                i);
        if (wrt.get(i).isWrtArray()) {
          String field = shadows.get(wrt.get(i)).get(number);
          closing.add(CodeBlock.of("$L $L.$L)", put, sweeps.into(), field));
        } else {
          deliveries.add(Delivery.passed(deliveries.size(), put));
        }
      }
    }
    return new ResultSink(deliveries, List.of(), closing);
  }
}
