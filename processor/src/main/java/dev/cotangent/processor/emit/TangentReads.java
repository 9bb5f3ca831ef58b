package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: the tangents that a member is given, one for each parameter that is differentiated, as
 * parameters of its function: records taken apart, shapes checked, numbers in {@code double}, and
 * arrays copied where the method might write to them.
 */
final class TangentReads {
  private final MemberContext context;
  private final MemberBody body;
  private final boolean writes;
  private final boolean inHolder;
  private final List<Input> wrt = new ArrayList<>();

  /** What the caller gave for each of {@link #wrt}. */
  private final List<CodeBlock> given = new ArrayList<>();

  /** The argument that each of {@link #wrt} is. */
  private final List<CodeBlock> arguments = new ArrayList<>();

  /**
   * Takes the records among the tangents apart.
   *
   * @param writes whether the method may overwrite arrays
   * @param inHolder whether copies are kept in the holder
   */
  TangentReads(MemberContext context, MemberBody body, boolean writes, boolean inHolder) {
    this.context = context;
    this.body = body;
    this.writes = writes;
    this.inHolder = inHolder;
    List<Input> inputs = context.model().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      if (input.isObject() && input.parameter().isWrt()) {
        requireAlike(input);
      } else if (input.isWrt()) {
        wrt.add(input);
        arguments.add(body.input(i));
        given.add(input.isComponent() ? component(input) : CodeBlock.of("$L", tangentOf(input)));
      }
    }
  }

  private String tangentOf(Input input) {
    List<Parameter> parameters = context.model().wrt();
    return context.names().tangents().get(parameters.indexOf(input.parameter()));
  }

  /** A tangent is null where its argument is. */
  private void requireAlike(Input record) {
    body.enter(
        CodeBlock.builder()
            .addStatement(
                "$T.requireRecord($L, $L, $S)",
                RuntimeNames.SHADOWS,
                RecordText.readOrNull(tangentOf(record), record),
                RecordText.readOrNull(record.parameter().name(), record),
                record.display())
            .build());
  }

  private CodeBlock component(Input input) {
    String name = body.local(input.variable() + "Dot");
    TypeName type = JavaTypes.of(input.type());
    String record = tangentOf(input);
    List<CodeBlock> owners =
        input.owners().stream().map(owner -> RecordText.read(record, owner)).toList();
    CodeBlock read =
        RecordText.guarded(RecordText.read(record, input), owners, RecordText.absent(type));
    declare(type, name, read);
    return CodeBlock.of("$L", name);
  }

  private void declare(TypeName type, String name, CodeBlock value) {
    body.enter(CodeBlock.builder().addStatement("$T $L = $L", type, name, value).build());
  }

  /** Tangents may be what the holder of that name gave out before: it lets go of them. */
  void avoid(String holder) {
    for (Input array : wrt) {
      for (int i = 0; isWide(array.type()) && i < wrt.size(); i++) {
        if (wrt.get(i).type().equals(array.type())) {
          body.enter(
              CodeBlock.builder()
                  .addStatement(
                      "$L.$L.avoid($L)", holder, HolderEmitter.partial(array), given.get(i))
                  .build());
        }
      }
    }
  }

  /** Whether the type is one of arrays of {@code double}, whose tangents are of that type. */
  private static boolean isWide(Type type) {
    return type.isFloatingArray() && type.equals(type.derivative());
  }

  /** The next parameters of the function are the tangents. */
  void add() {
    for (int i = 0; i < wrt.size(); i++) {
      body.add(tangent(i));
    }
  }

  private CodeBlock tangent(int i) {
    Input input = wrt.get(i);
    if (input.type() == PrimitiveType.DOUBLE) {
      return given.get(i);
    }
    String name = body.local(input.variable() + "Tangent");
    if (input.type() == PrimitiveType.FLOAT) {
      declare(TypeName.DOUBLE, name, given.get(i));
    } else if (!writes && isWide(input.type())) {
      declare(JavaTypes.of(input.type()), name, checked(i));
    } else if (PartialsType.isNested(input.type())) {
      copyRows(i, name);
    } else {
      // Whatever the method writes might be the array that the caller passes as a tangent.
      copy(i, name);
    }
    return CodeBlock.of("$L", name);
  }

  private CodeBlock checked(int i) {
    return CodeBlock.of(
        "$T.tangent($L, $L, $S)",
        RuntimeNames.SHADOWS,
        given.get(i),
        arguments.get(i),
        wrt.get(i).display());
  }

  private void copy(int i, String name) {
    CodeBlock kept =
        inHolder
            ? CodeBlock.of("$L.$L", context.names().into(), context.holder().keepArray(name))
            : CodeBlock.of("null");
    CodeBlock copy =
        CodeBlock.of(
            "$T.tangentCopy($L, $L, $L, $S)",
            RuntimeNames.SHADOWS,
            kept,
            given.get(i),
            arguments.get(i),
            wrt.get(i).display());
    if (inHolder) {
      body.enter(CodeBlock.builder().addStatement("$L = $L", kept, copy).build());
    }
    declare(JavaTypes.of(wrt.get(i).type().derivative()), name, inHolder ? kept : copy);
  }

  private void copyRows(int i, String name) {
    PartialsType type = PartialsType.of(wrt.get(i).type());
    CodeBlock copies =
        inHolder
            ? CodeBlock.of(
                "$L.$L",
                context.names().into(),
                context.holder().keep(type.name(), type.made(), name))
            : type.receiver();
    CodeBlock filled = CodeBlock.of("$L.filled($L)", copies, checked(i));
    declare(JavaTypes.of(wrt.get(i).type().derivative()), name, filled);
  }
}
