package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.RecordType;
import java.util.List;

/**
 * Stage 7: what a member needs that goes through the method several times: the arguments as they
 * were at entry, of which the holder keeps those that the method overwrites, a transcript of what
 * the method's effects gave, and the coordinates of what is differentiated.
 *
 * @param context what every member needs
 */
record EntryState(MemberContext context) {
  /** The holder's field for overwritten arguments, where there are any. */
  static final String ENTRY = "entry";

  /** The holder's field for the transcript, where there is one. */
  static final String TRANSCRIPT = "transcript";

  /** Adds the fields to the holder. */
  static void addFields(CompanionPrograms all, boolean recorded, TypeSpec.Builder holder) {
    if (!all.written().isEmpty()) {
      holder.addField(HolderFields.made(RuntimeNames.SNAPSHOT, ENTRY));
    }
    if (recorded) {
      holder.addField(HolderFields.made(RuntimeNames.TRANSCRIPT, TRANSCRIPT));
    }
  }

  /** What stands before the first run. */
  CodeBlock begin(CompanionPrograms all, boolean recorded) {
    return statements(all, recorded, CodeBlock.of("begin()$L", kept(all)), "begin()");
  }

  /** What stands before each further run. */
  CodeBlock again(CompanionPrograms all, boolean recorded) {
    return statements(all, recorded, CodeBlock.of("restore()"), "rewind()");
  }

  private CodeBlock statements(
      CompanionPrograms all, boolean recorded, CodeBlock entry, String transcript) {
    CodeBlock.Builder statements = CodeBlock.builder();
    if (!all.written().isEmpty()) {
      statements.addStatement("$L.$L.$L", context.names().into(), ENTRY, entry);
    }
    if (recorded) {
      statements.addStatement("$L.$L.$L", context.names().into(), TRANSCRIPT, transcript);
    }
    return statements.build();
  }

  /** The inputs that are differentiated, in order. */
  List<Input> wrt() {
    return context.model().inputs().stream().filter(Input::isWrt).toList();
  }

  /** The arguments as they were at entry. */
  CodeBlock arguments(CompanionPrograms all) {
    return context.model().parameters().stream()
        .map(parameter -> argument(parameter, all))
        .collect(CodeBlock.joining(", "));
  }

  private CodeBlock argument(Parameter parameter, CompanionPrograms all) {
    if (parameter.type() instanceof RecordType) {
      boolean written = parameter.inputs().stream().anyMatch(input -> isWritten(input, all));
      return written
          ? RecordText.made(parameter, parameter.name(), RecordClasses::own, this::atEntry)
          : CodeBlock.of("$L", parameter.name());
    }
    return all.written().isEmpty()
        ? CodeBlock.of("$L", parameter.name())
        : atEntry(parameter.inputs().get(0));
  }

  /** An array that was kept comes as a copy. */
  private CodeBlock atEntry(Input input) {
    CodeBlock read = RecordText.read(input.parameter().name(), input);
    return input.type() instanceof ArrayType
        ? CodeBlock.of("$L.$L.of($L)", context.names().into(), ENTRY, read)
        : read;
  }

  private boolean isWritten(Input input, CompanionPrograms all) {
    return all.written().contains(context.model().inputs().indexOf(input));
  }

  /** Calls that keep what is overwritten. */
  private CodeBlock kept(CompanionPrograms all) {
    return context.model().inputs().stream()
        .filter(input -> isWritten(input, all))
        .map(input -> CodeBlock.of(".keep($L)", readOrNull(input)))
        .collect(CodeBlock.joining(""));
  }

  private static CodeBlock readOrNull(Input input) {
    return RecordText.readOrNull(input.parameter().name(), input);
  }

  /** Calls that add each input that is differentiated to a layout. */
  CodeBlock layout() {
    return wrt().stream().map(EntryState::block).collect(CodeBlock.joining(""));
  }

  /** The coordinates of an input; a component of a null record has none. */
  private static CodeBlock block(Input input) {
    if (input.isWrtArray()) {
      return CodeBlock.of(".array($L)", readOrNull(input));
    }
    CodeBlock exists =
        input.owners().stream()
            .map(owner -> RecordText.read(owner.parameter().name(), owner))
            .map(owner -> CodeBlock.of("$L != null", owner))
            .collect(CodeBlock.joining(" && "));
    return CodeBlock.of(".number($L)", exists.isEmpty() ? CodeBlock.of("true") : exists);
  }
}
