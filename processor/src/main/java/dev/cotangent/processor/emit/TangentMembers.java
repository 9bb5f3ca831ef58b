package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.Derivative;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Stage 7: the members {@code jvp} and the record {@code Tangent} that one of them gives. */
final class TangentMembers {
  private final MemberContext context;
  private final CompanionNames names;
  private final List<Result> results;

  TangentMembers(MemberContext context) {
    this.context = context;
    this.names = context.names();
    this.results = names.results();
  }

  MethodSpec jvp() {
    return context
        .memberOfParameters("jvp", names.tangent())
        .addParameters(names.tangentSpecs())
        .addJavadoc(
            "The value of $L and its derivative along a direction, given by one tangent for each"
                + " parameter that is differentiated. The method runs once, with its side"
                + " effects.\n",
            names.link())
        .addCode(context.body(this::jvpBody))
        .build();
  }

  private CodeBlock jvpBody(CompanionPrograms all) {
    MemberBody body = body(all);
    new TangentReads(context, body, !all.written().isEmpty(), false).add();
    body.freshTape();
    Delivered delivered = deliver(body);
    List<CodeBlock> components = new ArrayList<>();
    if (delivered.record != null) {
      components.add(delivered.record.made(RecordClasses::own, delivered.record::value));
      components.add(delivered.record.made(RecordClasses::own, part -> tangent(part, delivered)));
    } else {
      if (isSingle()) {
        components.add(delivered.values.get(0));
      }
      for (int i = 0; i < results.size(); i++) {
        components.add(tangent(i, delivered));
      }
    }
    CodeBlock made =
        CodeBlock.of("return new $T($L)", names.tangent(), CodeBlock.join(components, ", "));
    return body.plain(delivered.closing(List.of(made)), context.helpers().plain(program(all)));
  }

  /** What has no tangent is in the record of tangents what it is in the value. */
  private CodeBlock tangent(Input part, Delivered delivered) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).part().filter(part::equals).isPresent()) {
        return tangent(i, delivered);
      }
    }
    return delivered.record.value(part);
  }

  /** Tangents are carried in double; whoever asks for floats gets a copy. */
  private CodeBlock tangent(int i, Delivered delivered) {
    Result result = results.get(i);
    CodeBlock tangent = delivered.tangents.get(i);
    return result.isArray() && result.isNarrow()
        ? copied(PartialsType.of(result.type()).receiver(), tangent, delivered.values.get(i))
        : tangent;
  }

  private static CodeBlock copied(CodeBlock partials, CodeBlock tangent, CodeBlock value) {
    return CodeBlock.of("$L.copied($L, $L)", partials, tangent, value);
  }

  MethodSpec jvpInto() {
    return context
        .memberOfParameters("jvp", names.result())
        .addParameters(names.tangentSpecs())
        .addParameter(names.gradient(), names.into())
        .addJavadoc(
            "The same into a holder that is used again; gives the value. An array that the holder"
                + " gave out before must not be among the arguments.\n")
        .addCode(context.body(this::jvpIntoBody))
        .build();
  }

  private CodeBlock jvpIntoBody(CompanionPrograms all) {
    MemberBody body = body(all);
    new TangentReads(context, body, !all.written().isEmpty(), true).add();
    body.keptTape();
    HelperMethods.Family helpers = context.helpers().pooled(program(all));
    boolean isNumber = context.model().isNumber();
    return body.pooled(isNumber ? number() : many(body), helpers);
  }

  private ResultSink number() {
    return ResultSink.of(
        Delivery.assigned(1, CodeBlock.of("$L.tangent", names.into())),
        Delivery.assignedAndReturned(0, CodeBlock.of("$L.value", names.into())));
  }

  private ResultSink many(MemberBody body) {
    Delivered delivered = deliver(body);
    List<CodeBlock> closing = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      CodeBlock kept = CodeBlock.of("$L.$L", names.into(), results.get(i).tangent());
      CodeBlock tangent = delivered.tangents.get(i);
      closing.add(
          results.get(i).isArray()
              ? copied(kept, tangent, delivered.values.get(i))
              : CodeBlock.of("$L = $L", kept, tangent));
    }
    if (isSingle()) {
      CodeBlock value =
          delivered.record == null
              ? delivered.values.get(0)
              : delivered.record.made(RecordClasses::own, delivered.record::value);
      closing.add(CodeBlock.of("return $L.value = $L", names.into(), value));
    }
    return delivered.closing(closing);
  }

  private boolean isSingle() {
    return names.givesValue();
  }

  private static Program program(CompanionPrograms all) {
    return all.of(Derivative.JVP);
  }

  /** A body whose function gives the values, then the tangents. */
  private MemberBody body(CompanionPrograms all) {
    List<Integer> rounded =
        IntStream.range(0, results.size())
            .filter(i -> results.get(i).isFloat())
            .mapToObj(i -> names.resultCount() + i)
            .toList();
    MemberBody body = new MemberBody(context, MemberBody.rounded(program(all).main(), rounded));
    body.distinctArguments(all);
    return body;
  }

  /** Where the results are when the body ends. */
  private static final class Delivered {
    final List<Delivery> deliveries = new ArrayList<>();
    final List<Integer> read = new ArrayList<>();

    /** The record that the method returns; null if it returns none. */
    ReturnedRecord record;

    /** How each value is read. */
    final List<CodeBlock> values = new ArrayList<>();

    /** How each tangent is read; one of an array is carried in double. */
    final List<CodeBlock> tangents = new ArrayList<>();

    ResultSink closing(List<CodeBlock> statements) {
      return new ResultSink(deliveries, read, statements);
    }
  }

  private Delivered deliver(MemberBody body) {
    Delivered delivered = new Delivered();
    if (!names.returnedParts().isEmpty()) {
      delivered.record = ReturnedRecord.delivered(names, body);
      delivered.deliveries.addAll(delivered.record.deliveries());
      delivered.read.addAll(delivered.record.read());
    }
    for (Result result : results) {
      delivered.values.add(
          result
              .part()
              .map(part -> delivered.record.value(part))
              .orElseGet(() -> deliver(result.index(), result.type(), "value", body, delivered)));
    }
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      Type type = result.isArray() ? carried(result) : result.type();
      int index = names.resultCount() + i;
      delivered.tangents.add(deliver(index, type, result.tangentVariable(), body, delivered));
    }
    return delivered;
  }

  /** A result that is no parameter goes into a local variable. */
  private static CodeBlock deliver(
      int result, Type type, String wish, MemberBody body, Delivered delivered) {
    Optional<CodeBlock> parameter = body.parameter(result);
    if (parameter.isPresent()) {
      delivered.read.add(result);
      return parameter.get();
    }
    String name = body.local(wish);
    delivered.deliveries.add(
        new Delivery(result, CodeBlock.of("$T $L =", JavaTypes.of(type), name)));
    return CodeBlock.of("$L", name);
  }

  private static Type carried(Result result) {
    return result.type().derivative();
  }

  TypeSpec tangent() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder javadoc =
        CodeBlock.builder()
            .add("The value of $L and its derivative along a direction.\n\n", names.link());
    if (isSingle()) {
      components.addParameter(names.result(), "value");
      javadoc.add("@param value the value\n");
    }
    if (!names.returnedParts().isEmpty()) {
      components.addParameter(names.result(), "tangent");
      javadoc.add(
          "@param tangent its derivative along the direction, component by component; what holds"
              + " nothing floating is as in the value\n");
    }
    for (Result result : names.returnedParts().isEmpty() ? results : List.<Result>of()) {
      String of = result.output().map(output -> " of " + output.name()).orElse("");
      components.addParameter(JavaTypes.of(result.type()), result.tangent());
      javadoc.add("@param $L the derivative$L along the direction\n", result.tangent(), of);
    }
    return TypeSpec.recordBuilder(names.tangent())
        .addAnnotation(RuntimeNames.GENERATED)
        .addModifiers(context.visibility().toArray(Modifier[]::new))
        .addModifiers(Modifier.STATIC)
        .addJavadoc(javadoc.build())
        .recordConstructor(components.build())
        .build();
  }
}
