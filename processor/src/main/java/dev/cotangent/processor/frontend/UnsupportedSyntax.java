package dev.cotangent.processor.frontend;

import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to say about each construct outside the language: its name and what to write instead. Kinds
 * are keyed by name, since those of newer compilers are not constants of the oldest one.
 */
final class UnsupportedSyntax {
  /**
   * How a construct is refused.
   *
   * @param words what the code's texts want: the construct, and usually the advice
   */
  private record Entry(Code code, List<String> words) {}

  private static final String PREPARE = "Do it before or after the call of the annotated method";

  private static final String UNBOXED =
      "Pass it to a static method of this file whose parameter is a functional interface on numbers"
          + " or arrays, such as DoubleUnaryOperator or ToDoubleFunction<double[]>, or write the"
          + " loop out";

  private static final Map<String, Entry> TABLE =
      Map.ofEntries(
          Map.entry("TRY", syntax("'try'", "Let the exception reach the caller")),
          Map.entry("SYNCHRONIZED", syntax("'synchronized'", "Take the lock in the caller")),
          Map.entry("CLASS", syntax("A local class", "Use local variables and helper methods")),
          Map.entry("RECORD", syntax("A local record", "Use local variables and helper methods")),
          Map.entry("ENUM", syntax("A local enum", "Use int constants")),
          Map.entry("INTERFACE", syntax("A local interface", "Use helper methods")),
          Map.entry("LAMBDA_EXPRESSION", syntax("A lambda in this place", UNBOXED)),
          Map.entry("MEMBER_REFERENCE", syntax("A method reference in this place", UNBOXED)));

  private UnsupportedSyntax() {}

  private static Entry syntax(String construct, String advice) {
    return new Entry(Code.UNSUPPORTED_SYNTAX, List.of(construct, advice));
  }

  /** An exception to throw: the tree's kind is outside the language. */
  static Refusal refusal(FunctionLowering function, Tree tree) {
    String kind = tree.getKind().name();
    String words = "This construct (" + kind.toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    Entry entry = TABLE.getOrDefault(kind, syntax(words, PREPARE));
    return function.refuse(entry.code(), tree, entry.words().toArray(String[]::new));
  }
}
