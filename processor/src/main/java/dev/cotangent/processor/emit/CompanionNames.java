package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stage 7: what a companion and the things in it are called, given by the method's signature alone.
 */
final class CompanionNames {
  private static final String COTANGENT = "cotangent";

  private final MethodModel model;
  private final ClassName user;
  private final ClassName companion;
  private final List<String> tangents = new ArrayList<>();
  private final List<Result> results;
  private final String recordCotangent;
  private final String into;
  private final String beside;
  private final RecordClasses records;

  CompanionNames(MethodModel model) {
    this.model = model;
    List<String> enclosing = model.names().enclosing();
    this.user =
        ClassName.get(
            model.names().packageName(),
            enclosing.get(0),
            enclosing.subList(1, enclosing.size()).toArray(String[]::new));
    this.companion = ClassName.get(model.names().packageName(), model.names().companion());
    List<Type> records = new ArrayList<>();
    model.wrt().forEach(parameter -> records.add(parameter.type()));
    model.returned().record().ifPresent(records::add);
    this.records = new RecordClasses(companion, records);
    TakenNames locals = new TakenNames(parameters());
    this.into = locals.take("into");
    for (Parameter parameter : model.wrt()) {
      tangents.add(locals.take(parameter.name() + "Dot"));
    }
    this.recordCotangent =
        model.returned().record().isPresent() ? locals.take(COTANGENT) : COTANGENT;
    this.results = results(model, locals);
    this.beside = locals.take("gradient");
  }

  private static List<Result> results(MethodModel model, TakenNames locals) {
    return model.returned().record().isPresent()
        ? inRecord(model.returned().parts(), locals)
        : whole(model, locals);
  }

  /** What is floating in a record that is returned. */
  private static List<Result> inRecord(List<Input> parts, TakenNames locals) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Input part = parts.get(i);
      if (part.isWrt()) {
        String tangent = String.join(".", Lists.concat(List.of("tangent"), part.path()));
        String wish = COTANGENT;
        for (String component : part.path()) {
          wish = RecordType.nameOf(wish, component);
        }
        results.add(
            new Result(
                part.type(), Optional.empty(), Optional.of(part), i, tangent, locals.take(wish)));
      }
    }
    return List.copyOf(results);
  }

  private static List<Result> whole(MethodModel model, TakenNames locals) {
    List<Result> results = new ArrayList<>();
    model
        .returned()
        .type()
        .ifPresent(
            type ->
                results.add(
                    new Result(
                        type,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        "tangent",
                        locals.take(COTANGENT))));
    TakenNames names = new TakenNames(List.of());
    for (Parameter output : model.outputs()) {
      boolean single = model.outputs().size() == 1;
      String tangent = single ? "tangent" : names.take(output.name() + "Dot");
      String cotangent = locals.take(single ? COTANGENT : output.name() + "Cotangent");
      results.add(
          new Result(
              output.type(),
              Optional.of(output),
              Optional.empty(),
              results.size(),
              tangent,
              cotangent));
    }
    return List.copyOf(results);
  }

  /** The method's results: what it returns, or each array that it fills. */
  List<Result> results() {
    return results;
  }

  /** What is in the record that the method returns, as its program gives it; else nothing. */
  List<Input> returnedParts() {
    return model.returned().parts();
  }

  /** How many results the method's program has. */
  int resultCount() {
    return model.returned().record().isPresent() ? model.returned().parts().size() : results.size();
  }

  /** Whether one value is given back: what the method returns, or the only array that it fills. */
  boolean givesValue() {
    return model.result().isPresent();
  }

  ClassName companion() {
    return companion;
  }

  /** The classes for the record types among what is differentiated. */
  RecordClasses records() {
    return records;
  }

  ClassName gradient() {
    return companion.nestedClass("Gradient");
  }

  ClassName tangent() {
    return companion.nestedClass("Tangent");
  }

  ClassName pullback() {
    return companion.nestedClass("Pullback");
  }

  ClassName jacobian() {
    return companion.nestedClass("Jacobian");
  }

  ClassName hessian() {
    return companion.nestedClass("Hessian");
  }

  ClassName bound() {
    return companion.nestedClass("Bound");
  }

  /** The holder's name as a parameter. */
  String into() {
    return into;
  }

  /** The name of the holder for the gradient, where the other one holds something else. */
  String beside() {
    return beside;
  }

  /** The names of the tangents, one for each parameter that the companion differentiates by. */
  List<String> tangents() {
    return tangents;
  }

  /** The names of the parameters. */
  List<String> parameters() {
    return model.parameters().stream().map(Parameter::name).toList();
  }

  /** The method's own parameter list. */
  List<ParameterSpec> parameterSpecs() {
    return model.parameters().stream()
        .map(parameter -> ParameterSpec.builder(type(parameter), parameter.name()).build())
        .toList();
  }

  /** One parameter for each tangent. */
  List<ParameterSpec> tangentSpecs() {
    List<ParameterSpec> specs = new ArrayList<>();
    for (int i = 0; i < tangents.size(); i++) {
      specs.add(ParameterSpec.builder(type(model.wrt().get(i)), tangents.get(i)).build());
    }
    return specs;
  }

  /** The names of the cotangents as parameters. */
  List<String> cotangents() {
    return model.returned().record().isPresent()
        ? List.of(recordCotangent)
        : results.stream().map(Result::cotangent).toList();
  }

  /** One parameter for each cotangent. */
  List<ParameterSpec> cotangentSpecs() {
    if (model.returned().record().isPresent()) {
      return List.of(ParameterSpec.builder(result(), recordCotangent).build());
    }
    return results.stream()
        .map(r -> ParameterSpec.builder(JavaTypes.of(r.type()), r.cotangent()).build())
        .toList();
  }

  static TypeName type(Parameter parameter) {
    return TypeName.get(parameter.mirror());
  }

  /** The type of the method's result; void if it fills several arrays. */
  TypeName result() {
    return model.returned().record().isPresent()
        ? RecordClasses.own(model.returned().record().get())
        : model.result().map(JavaTypes::of).orElse(TypeName.VOID);
  }

  /** The type of the result in the define-by-run twin. */
  TypeName twinResult() {
    return model.result().map(records::scalarType).orElse(TypeName.VOID);
  }

  /** A call of the user's method with these arguments. */
  CodeBlock callOfUser(List<CodeBlock> arguments) {
    return CodeBlock.of("$T.$L($L)", user, model.names().method(), CodeBlock.join(arguments, ", "));
  }

  /** The names as expressions. */
  static List<CodeBlock> expressions(List<String> names) {
    return names.stream().map(name -> CodeBlock.of("$L", name)).toList();
  }

  /** A Javadoc link to the user's method. */
  CodeBlock link() {
    CodeBlock types =
        model.parameters().stream()
            .map(parameter -> CodeBlock.of("$T", raw(type(parameter))))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("{@link $T#$L($L)}", user, model.names().method(), types);
  }

  private static TypeName raw(TypeName type) {
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized.rawType();
    }
    return type instanceof ArrayTypeName array
        ? ArrayTypeName.of(raw(array.componentType()))
        : type;
  }
}
