package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.runtime.Abi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the nested class {@code Link}, through which the companions of other files differentiate
 * calls of the method. Its members take arguments by position and cover every floating parameter,
 * whatever the companion itself differentiates by.
 */
final class LinkMembers {
  private final MemberContext context;

  LinkMembers(MemberContext context) {
    this.context = context;
  }

  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Link")
            .addAnnotation(RuntimeNames.GENERATED)
            .addJavadoc("For the companions of other methods that call this one.\n")
            .addModifiers(context.visibility().toArray(Modifier[]::new))
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addField(abi())
            .addStaticBlock(AbiCheck.block())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    context
        .programs()
        .flatMap(all -> all.links().refusal())
        .ifPresent(reason -> type.addField(refused(reason)));
    context.programs().map(all -> all.links().repeats()).ifPresent(known -> repeats(known, type));
    if (context.model().returned().record().isPresent()) {
      // Calls across files give numbers and arrays.
      return type.build();
    }
    for (LinkMember member : LinkMember.values()) {
      if (isOffered(member)) {
        type.addMethod(member(member));
      }
    }
    return type.addMethod(scalar()).build();
  }

  private boolean isOffered(LinkMember member) {
    MethodModel model = context.model();
    return member.isOffered(model.modes(), model.takesRecords(), model.isNumber());
  }

  private FieldSpec abi() {
    return constant(TypeName.INT, "ABI").initializer("$L", Abi.VERSION).build();
  }

  /** Read by those who compile a call of this method when only its class file is there. */
  private FieldSpec refused(String reason) {
    return constant(ClassName.get(String.class), LinkMember.REFUSED)
        .initializer("$S", reason)
        .build();
  }

  /** Read by those whose derivatives repeat calls of this method. */
  private void repeats(CompanionPrograms.Repeats known, TypeSpec.Builder type) {
    if (!known.own()) {
      type.addField(constant(TypeName.BOOLEAN, LinkMember.ONCE).initializer("true").build());
    }
    if (!known.links().isEmpty()) {
      type.addField(
          constant(ClassName.get(String.class), LinkMember.CALLS)
              .initializer("$S", String.join(",", known.links()))
              .build());
    }
  }

  private FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name)
        .addModifiers(context.visibility().toArray(Modifier[]::new))
        .addModifiers(Modifier.STATIC, Modifier.FINAL);
  }

  private MethodSpec member(LinkMember member) {
    List<Type> own = linked();
    TakenNames names = new TakenNames(List.of());
    List<ParameterSpec> parameters = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (LinkMember.Slot slot : member.slots(own, returned())) {
      given.add(names.take(name(slot)));
      parameters.add(ParameterSpec.builder(type(slot), given.get(given.size() - 1)).build());
    }
    return context
        .member(member.method(), result(member))
        .addParameters(parameters)
        .addCode(context.body(all -> body(member, all.links(), given)))
        .build();
  }

  private String name(LinkMember.Slot slot) {
    return slot.parameter() < 0
        ? slot.suffix()
        : name(context.model().inputs().get(slot.parameter())) + slot.suffix();
  }

  /** A record is its components, and whether it is null. */
  private static String name(Input input) {
    return input.isObject() ? RecordType.nameOf(input.variable(), "isNull") : input.variable();
  }

  private List<Type> linked() {
    return context.model().linked();
  }

  /** The method's own parameters keep their type arguments. */
  private TypeName type(LinkMember.Slot slot) {
    boolean isOwn = slot.parameter() >= 0 && slot.suffix().isEmpty();
    Input input = isOwn ? context.model().inputs().get(slot.parameter()) : null;
    return isOwn && input.isParameter()
        ? CompanionNames.type(input.parameter())
        : JavaTypes.of(slot.type());
  }

  private TypeName result(LinkMember member) {
    return member.result(linked(), returned()).map(JavaTypes::of).orElse(TypeName.VOID);
  }

  private Optional<Type> returned() {
    return context.model().returned().type();
  }

  private CodeBlock body(
      LinkMember member, CompanionPrograms.Linked links, List<String> parameters) {
    if (links.members().isEmpty()) {
      return refusal(links);
    }
    Program program = links.members().get(member);
    Function main = program.main();
    if (main.parameters().size() != parameters.size()) {
      throw new IllegalStateException(
          main.name() + " has " + main.parameters().size() + " parameters, not " + parameters);
    }
    Frame frame =
        Frame.of(parameters)
            .withAllocator(HelperMethods.onTape(main, parameters))
            .withCallees(context.helpers().linked(program).calledWith(""));
    return FunctionEmitter.body(
        main, main.results().isEmpty() ? frame.withResults(ResultSink.of()) : frame);
  }

  private CodeBlock refusal(CompanionPrograms.Linked links) {
    return CodeBlock.builder()
        .addStatement(
            "throw new $T($S)",
            UnsupportedOperationException.class,
            context.model().names().display()
                + " cannot be differentiated in all its parameters: "
                + links.refusal().orElseThrow())
        .build();
  }

  private MethodSpec scalar() {
    TypeName result = returned().map(ScalarMembers::scalarType).orElse(TypeName.VOID);
    MethodSpec.Builder member = context.member("scalar", result);
    TakenNames taken = new TakenNames(List.of());
    List<String> given = new ArrayList<>();
    List<Type> types = linked();
    for (int i = 0; i < types.size(); i++) {
      Input input = context.model().inputs().get(i);
      given.add(taken.take(name(input)));
      member.addParameter(scalarType(input, types.get(i)), given.get(i));
    }
    return member.addCode(context.body(all -> scalarBody(all, given))).build();
  }

  private static TypeName scalarType(Input input, Type type) {
    if (type.holdsFloating()) {
      return ScalarMembers.scalarType(type);
    }
    return input.isParameter() ? CompanionNames.type(input.parameter()) : JavaTypes.of(type);
  }

  private CodeBlock scalarBody(CompanionPrograms all, List<String> given) {
    if (all.links().members().isEmpty()) {
      return refusal(all.links());
    }
    if (all.scalar().isEmpty()) {
      return new ScalarMembers(context).switchedOff();
    }
    if (all.links().twin().isEmpty()) {
      return CodeBlock.builder()
          .addStatement(
              "return $T.scalar($L)", context.names().companion(), String.join(", ", given))
          .build();
    }
    Program twin = all.links().twin().get();
    Frame frame = Frame.of(given).withCallees(context.helpers().twin(twin).calledWith(""));
    return FunctionEmitter.body(
        twin.main(), returned().isEmpty() ? frame.withResults(ResultSink.of()) : frame);
  }
}
