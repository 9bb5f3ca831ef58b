package dev.cotangent.processor.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of the language is in a program, by its text: so that a count of programs can be judged. A
 * line a trait.
 */
final class Traits {
  /** A trait, and what shows it. */
  private record Trait(String name, Pattern sign) {}

  private static final List<Trait> TRAITS =
      List.of(
          trait("for that counts", "for \\(int \\w+ = "),
          trait("for over elements", "for \\([^;)]+ : "),
          trait("while", "(?<!} )while \\("),
          trait("do-while", "\\bdo \\{"),
          trait("loop without a condition", "for \\(;;\\)|while \\(true\\)"),
          trait("break, continue with a label", "(break|continue) \\w+;"),
          trait("continue", "continue;"),
          trait("switch", "switch \\("),
          trait("switch with arrows", "(case [^:\\n]*|default) ->"),
          trait("switch expression", "\\(switch \\("),
          trait("yield", "yield "),
          trait("switch over text", "case \"|case [^\\n]*, \""),
          trait("switch over an enum", "case [^\\n]*(LINE|WAVE|FLAT)"),
          trait("throw", "throw new"),
          trait("assert", "assert "),
          trait("?:", " \\? "),
          trait("&&, ||", "&&|\\|\\|"),
          trait(
              "assignment within an expression", "\\(\\w+(\\[[^\\n]*])? [-+*/]?= |(\\+\\+|--)\\)"),
          trait("float", "\\bfloat\\b"),
          trait("long", "\\blong\\b"),
          trait("char, short, byte", "\\b(char|short|byte)\\b"),
          trait("bits and shifts", "<<|>>|[^&]&[^&]|\\^|~"),
          trait("arrays", "double\\[]"),
          trait("arrays of arrays", "\\[]\\[]"),
          trait("rows written", "\\w+\\[[^=\\n]*] = (new double\\[]|\\w+\\[|row|null)"),
          trait("int[], long[], boolean[]", "(int|long|boolean)\\[]"),
          trait("clone", "\\.clone\\(\\)"),
          trait("Arrays.*, System.arraycopy", "Arrays\\.(fill|copy)|arraycopy"),
          trait("records", "\\brecord "),
          trait("records in records, with arrays", "\\brecord Box"),
          trait("helper", "static [^\\n]* h\\d*\\("),
          trait("helper without a result", "static void h"),
          trait("helper with a record for result", "static (Pair|Box) h"),
          trait("recursion", "depth - 1"),
          trait("double...", "double\\.\\.\\."),
          trait(
              "function and double... as arguments of a helper",
              "h\\d*\\([^\\n]*(Operator|Function|Law) q[^\\n]*double\\.\\.\\."),
          trait("lambda", "-> (?!throw)[^\\n]*|-> \\{"),
          trait("function in a variable", "(Operator|Function|Supplier|Consumer|Law) \\w+ = "),
          trait("function as an argument of a helper", "h\\d*\\([^\\n]*(Operator|Function|Law) q"),
          trait("method reference", "::"),
          trait("own functional interface", "interface Law"),
          trait("streams of rows", "Arrays\\.stream\\(\\w+\\["),
          trait("streams with filter, max, min, average", "\\.(filter|max|min|average)\\("),
          trait("switch over more than 20 cases", "30\\)\\) \\{(?:(?:(?!case)[^{}])*+case){21}"),
          trait("else if", "else if"),
          trait("rounding by a large number, bits", "0x1(\\.8)?p52|longBitsToDouble"),
          trait("streams", "Stream\\.|Arrays\\.stream"),
          trait("text", "\\bString\\b"),
          trait("StringBuilder", "StringBuilder"),
          trait("list", "List<"),
          trait("enum", "\\benum "),
          trait("constants and tables of the class", "static final (double|int)"),
          trait("rule of the user's own", "Outside\\.(curve|power|dot|half)"),
          trait("derivative declared to be zero", "Passive\\.value|Outside\\.stair"),
          trait("effects", "Outside\\.note"),
          trait(
              "effects, matrices, recursion that gives an array",
              "(?s)HESSIAN.*Outside\\.note.*static double\\[] h\\d*\\((final )?int"
                  + " depth|(?s)HESSIAN.*static double\\[] h\\d*\\((final )?int"
                  + " depth.*Outside\\.note"),
          trait("parameter that is a record", " f\\([^)]*(Pair|Box) "),
          trait("method of another file, by its companion", "Link\\.g"),
          trait("derivative within what is differentiated", "(Bent|Swept)\\.\\w+\\("),
          trait("result that is an array", "\\n *static (double|float)(\\[])+ f\\("),
          trait("result that is a record", "\\n *static (Pair|Box) f\\("),
          trait("overflow that is not chosen", "Math\\.exp\\((900|800|# \\* 1000)|\\* 1000\\)"),
          trait(
              "rows replaced of an array of arrays that is not differentiated",
              "(?s)wrt = (?:(?!f\\().)* f\\([^)]*double\\[\\]\\[\\][^)]*\\).*\\] = new"
                  + " double\\[\\]"),
          trait("void method that fills arrays", "\\n *static void f\\("),
          trait("only some parameters differentiated", "wrt = "));

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Traits() {
    TRAITS.forEach(trait -> counts.put(trait.name(), 0));
  }

  private static Trait trait(String name, String sign) {
    return new Trait(name, Pattern.compile(sign));
  }

  void count(String source) {
    for (Trait trait : TRAITS) {
      if (trait.sign().matcher(source).find()) {
        counts.merge(trait.name(), 1, Integer::sum);
      }
    }
  }

  /** How many programs had each. */
  Map<String, Integer> counts() {
    return counts;
  }
}
