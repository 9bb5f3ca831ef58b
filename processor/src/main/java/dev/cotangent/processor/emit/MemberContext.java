package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: what every member of a companion needs.
 *
 * @param model the method
 * @param names what things are called
 * @param programs the programs that the members run; empty if the method was refused and all bodies
 *     throw
 * @param holder the fields of the holder that the bodies are given
 * @param helpers the helpers' methods so far
 */
record MemberContext(
    MethodModel model,
    CompanionNames names,
    Optional<CompanionPrograms> programs,
    HolderFields holder,
    HelperMethods helpers) {

  static MemberContext of(MethodModel model, Optional<CompanionPrograms> programs) {
    CompanionNames names = new CompanionNames(model);
    HolderFields holder = HolderEmitter.fields(model, names);
    return new MemberContext(model, names, programs, holder, new HelperMethods(holder));
  }

  /** The same for bodies that are given another holder. */
  MemberContext with(HolderFields other) {
    return new MemberContext(model, names, programs, other, helpers.with(other));
  }

  /** Public, or nothing for the package's own. */
  List<Modifier> visibility() {
    return model.names().isPublic() ? List.of(Modifier.PUBLIC) : List.of();
  }

  /** A static member without parameters yet. */
  MethodSpec.Builder member(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility())
        .addModifiers(Modifier.STATIC)
        .returns(result);
  }

  /** A static member that begins with the method's own parameters. */
  MethodSpec.Builder memberOfParameters(String name, TypeName result) {
    return member(name, result).addParameters(names.parameterSpecs());
  }

  /** A member whose last parameter is the method's last one may have it variable too. */
  MethodSpec.Builder varargs(MethodSpec.Builder member) {
    return member.varargs(model.parameters().stream().anyMatch(Parameter::isVarargs));
  }

  /** The body made from the programs, or one that throws. */
  CodeBlock body(Function<CompanionPrograms, CodeBlock> make) {
    return programs.map(make).orElseGet(this::refusal);
  }

  /** The body of a member that makes a holder and calls the one of that name which fills it. */
  CodeBlock intoNewHolder(String member, List<String> arguments) {
    return body(
        all ->
            CodeBlock.builder()
                .addStatement("$1T $2L = new $1T()", names.gradient(), names.into())
                .addStatement("$L($L, $L)", member, String.join(", ", arguments), names.into())
                .addStatement("return $L", names.into())
                .build());
  }

  private CodeBlock refusal() {
    return CodeBlock.builder()
        .addStatement(
            "throw new $T($S)",
            UnsupportedOperationException.class,
            model.names().display() + " was refused: see the compiler's errors")
        .build();
  }
}
