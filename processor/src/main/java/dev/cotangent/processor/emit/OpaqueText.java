package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Opaque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stage 7: the parsed template of an {@link Opaque}: literal text, holes for operands and names to
 * import, in order.
 */
final class OpaqueText {
  private static final Pattern PART =
      Pattern.compile("(?U)\\$(\\d+)|\\{([\\p{Alpha}_][\\w]*(?:\\.[\\p{Alpha}_]\\w*)*)}");
  private static final Pattern QUALIFIED = Pattern.compile("[{}]|[\\w.]+\\.(?=\\w+})");
  private static final Pattern PRIMARY = Pattern.compile("(?U)[\\w.$\\s]*");
  private static final Pattern TIGHT_BEFORE = Pattern.compile("(?s).*[(\\[,]\\s*|\\s*");
  private static final Pattern TIGHT_AFTER = Pattern.compile("(?s)\\s*[)\\],].*|\\s*");

  /** A hole, a name or plain text. */
  private record Part(String text, int hole, String name) {}

  private final List<Part> parts = new ArrayList<>();
  private final String template;
  private final int precedence;

  private OpaqueText(String template) {
    this.template = template;
    this.precedence = precedence(template);
  }

  /** Parses a template. */
  static OpaqueText of(String template) {
    OpaqueText parsed = new OpaqueText(template);
    Matcher matcher = PART.matcher(template);
    int end = 0;
    while (matcher.find()) {
      parsed.parts.add(new Part(template.substring(end, matcher.start()), -1, ""));
      boolean hole = matcher.group(1) != null;
      parsed.parts.add(
          hole
              ? new Part("", Integer.parseInt(matcher.group(1)), "")
              : new Part("", -1, matcher.group(2)));
      end = matcher.end();
    }
    parsed.parts.add(new Part(template.substring(end), -1, ""));
    return parsed;
  }

  /** Whether the operands stand in the text once each and in order. */
  boolean readsInOrder(int operands) {
    List<Integer> holes = parts.stream().map(Part::hole).filter(hole -> hole >= 0).toList();
    return holes.equals(java.util.stream.IntStream.range(0, operands).boxed().toList());
  }

  /** Roughly how many columns the text takes without the operands. */
  int width() {
    return QUALIFIED.matcher(template).replaceAll("").length();
  }

  /** The qualified names that the text mentions. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    parts.stream().map(Part::name).filter(name -> !name.isEmpty()).forEach(names::add);
    return names;
  }

  /** The Java expression. */
  Expression with(List<Expression> operands) {
    List<Object> text = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.hole() >= 0) {
        Expression operand = operands.get(part.hole());
        boolean alone =
            TIGHT_BEFORE.matcher(textAt(i - 1)).matches()
                && TIGHT_AFTER.matcher(textAt(i + 1)).matches();
        text.add(alone ? operand : operand.at(Precedence.PRIMARY));
      } else if (!part.name().isEmpty()) {
        ClassName name = JavaTypes.classNamed(part.name());
        int width = String.join(".", name.simpleNames()).length();
        text.add(new Expression(CodeBlock.of("$T", name), Precedence.PRIMARY, width));
      } else {
        text.add(Expression.text(part.text(), Precedence.PRIMARY));
      }
    }
    return Expression.join(precedence, text.toArray());
  }

  /** The text before or after a hole; a name is as good as a letter. */
  private String textAt(int index) {
    Part part = parts.get(index);
    boolean outermost = index == 0 || index == parts.size() - 1;
    return part.text().isEmpty() && !outermost ? "x" : part.text();
  }

  /** Whether Java takes the text for a statement: a call, or the making of an object. */
  boolean isStatement() {
    return template.endsWith(")") && precedence != Precedence.LOOSEST;
  }

  /** Names, calls and member selections bind tightest; of anything else the loosest is assumed. */
  private static int precedence(String template) {
    int depth = 0;
    StringBuilder outer = new StringBuilder();
    String plain = template.replaceAll("(?U)\\{([\\w.]+)}", "$1");
    // The arguments of a type are no operators.
    String text = plain.startsWith("new ") ? plain.replaceAll("<[^()]*>", "") : plain;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      depth += character == '(' || character == '[' ? 1 : 0;
      if (depth == 0) {
        outer.append(character);
      }
      depth -= character == ')' || character == ']' ? 1 : 0;
    }
    String rest = outer.toString().strip();
    boolean words = rest.contains(" ") && !rest.startsWith("new ");
    if (!PRIMARY.matcher(rest).matches() || rest.isEmpty() || words || template.startsWith("(")) {
      return Precedence.LOOSEST;
    }
    return rest.contains(" ") ? Precedence.NEW : Precedence.PRIMARY;
  }
}
