package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Type;
import java.util.List;

/**
 * Stage 7: the cotangents that a member is given, one for each result, as parameters of its
 * function: numbers in {@code double}, and arrays copied where the method might write to them.
 *
 * @param context what every member needs
 * @param body the member's body
 */
record CotangentReads(MemberContext context, MemberBody body) {
  /** Takes a record among the cotangents apart; null stands for zeros. */
  void open() {
    for (Result result : context.names().results()) {
      result.part().ifPresent(part -> open(result.cotangent(), part));
    }
  }

  private void open(String variable, Input part) {
    String record = context.names().cotangents().get(0);
    TypeName type = JavaTypes.of(part.type());
    List<CodeBlock> owners =
        part.owners().stream().map(owner -> RecordText.read(record, owner)).toList();
    CodeBlock read =
        RecordText.guarded(RecordText.read(record, part), owners, RecordText.absent(type));
    enter("$T $L = $L", type, variable, read);
  }

  /** Cotangents may be what the holder gave out before: it lets go of them. */
  void avoid() {
    for (Input array : context.model().inputs()) {
      for (Result result : context.names().results()) {
        if (array.isWrtArray() && isWide(array.type()) && result.type().equals(array.type())) {
          enter(
              "$L.$L.avoid($L)",
              context.names().into(),
              HolderEmitter.partial(array),
              result.cotangent());
        }
      }
    }
  }

  /** Whether the type is one of arrays of {@code double}, which are given out as they are. */
  private static boolean isWide(Type type) {
    return type.equals(type.derivative());
  }

  /**
   * The next parameters of the function are the cotangents.
   *
   * @param copies whether arrays are copied
   */
  void add(boolean copies) {
    for (Result result : context.names().results()) {
      String given = result.cotangent();
      if (result.isFloat()) {
        String wide = body.local(given + "InDouble");
        enter("double $L = $L", wide, given);
        body.add(CodeBlock.of("$L", wide));
      } else {
        body.add(result.isArray() && copies ? copied(result) : CodeBlock.of("$L", given));
      }
    }
  }

  /**
   * The next parameters of the function are the cotangents, where the holder's partials are zeroed
   * in place: one of them may be what the holder gave out before.
   */
  void addApart() {
    boolean mayBeOurs =
        context.model().inputs().stream()
            .filter(Input::isWrtArray)
            .anyMatch(
                input ->
                    context.names().results().stream()
                        .anyMatch(result -> sharesRows(result.type(), input.type())));
    add(mayBeOurs);
  }

  /** Whether an array of the one type, or a row of it, may be one of the other. */
  private static boolean sharesRows(Type one, Type other) {
    return one instanceof ArrayType && innermost(one).equals(innermost(other));
  }

  private static Type innermost(Type type) {
    return type instanceof ArrayType array ? innermost(array.element()) : type;
  }

  private CodeBlock copied(Result result) {
    String name = body.local(result.cotangent() + "Copy");
    PartialsType type = PartialsType.of(result.type());
    String field = context.holder().keep(type.name(), type.made(), name);
    String into = context.names().into();
    enter("$L.$L.filled($L)", into, field, result.cotangent());
    enter("$T $L = $L.$L.array()", JavaTypes.of(result.type()), name, into, field);
    return CodeBlock.of("$L", name);
  }

  private void enter(String format, Object... arguments) {
    body.enter(CodeBlock.builder().addStatement(format, arguments).build());
  }
}
