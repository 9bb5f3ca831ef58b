package dev.cotangent.processor.ir;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What the text form of an operation says before its operands: a word for what it is, and what
 * belongs to it beside operands and results.
 */
final class OpWords {
  /** For those of which the kind alone does not say it. */
  private static final Map<Class<?>, Function<Op, String>> WORDS =
      Map.ofEntries(
          words(Constant.class, op -> kind(op) + " " + op.content()),
          words(Unary.class, op -> exact(op.exact()) + lower(op.operator())),
          words(Binary.class, op -> exact(op.exact()) + lower(op.operator())),
          words(Convert.class, op -> exact(op.exact()) + kind(op)),
          words(MathCall.class, op -> exact(op.exact()) + function(op)),
          words(Alloc.class, op -> kind(op) + " " + lower(op.purpose())),
          words(Call.class, op -> kind(op) + " " + op.callee()),
          words(Invoke.class, op -> kind(op) + " " + op.callee().display()),
          words(ReadComponent.class, OpWords::component),
          words(Opaque.class, op -> kind(op) + " \"" + op.template() + '"'),
          words(For.class, op -> kind(op) + " " + op.relation().symbol() + " step " + op.step()));

  private OpWords() {}

  /** The words, with a space behind. */
  static String of(Op op) {
    return WORDS.getOrDefault(op.getClass(), OpWords::kind).apply(op) + " ";
  }

  private static <T extends Op> Map.Entry<Class<?>, Function<Op, String>> words(
      Class<T> type, Function<T, String> words) {
    return Map.entry(type, op -> words.apply(type.cast(op)));
  }

  private static String kind(Op op) {
    return op.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String exact(boolean exact) {
    return exact ? "exact " : "";
  }

  private static String function(MathCall call) {
    return call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name();
  }

  private static String component(ReadComponent read) {
    RecordType type = (RecordType) read.record().type();
    return read.index() == ReadComponent.OBJECT
        ? "object"
        : "component " + type.components().get(read.index()).name();
  }
}
