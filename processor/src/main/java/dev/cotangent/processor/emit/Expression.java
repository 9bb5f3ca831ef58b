package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stage 7: a piece of Java that has a value. It is one format of JavaPoet's with what stands in it,
 * however it was put together: JavaPoet is slow with blocks of code within blocks of code.
 */
final class Expression {
  private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  private final String format;
  private final List<Object> arguments;
  private final int precedence;
  private final int width;

  private Expression(String format, List<Object> arguments, int precedence, int width) {
    this.format = format;
    this.arguments = arguments;
    this.precedence = precedence;
    this.width = width;
  }

  /**
   * A piece of code as it is.
   *
   * @param precedence how tightly its outermost operator binds, see {@link Precedence}
   * @param width how many columns it takes
   */
  Expression(CodeBlock code, int precedence, int width) {
    this("$L", List.of(code), precedence, width);
  }

  /** A name, a literal or the like. */
  static Expression text(String text, int precedence) {
    return new Expression(escaped(text), List.of(), precedence, text.length());
  }

  private static String escaped(String text) {
    return text.indexOf('$') < 0 ? text : text.replace("$", "$$");
  }

  /** A call or another piece that needs no parentheses, of a width still to be found. */
  static Expression primary(CodeBlock code) {
    return new Expression(code, Precedence.PRIMARY, width(code));
  }

  /** The columns of JavaPoet's text, with imported names. Only a line's end completes that text. */
  private static int width(CodeBlock code) {
    String text = CodeBlock.builder().add(code).add("\n").build().toString().strip();
    return unqualified(text).length();
  }

  /** The text as it reads with imports. */
  static String unqualified(String text) {
    return QUALIFIER.matcher(text).replaceAll("");
  }

  /** What JavaPoet writes. */
  CodeBlock code() {
    return CodeBlock.of(format, arguments.toArray());
  }

  /** How tightly the outermost operator binds. */
  int precedence() {
    return precedence;
  }

  /** How many columns it takes. */
  int width() {
    return width;
  }

  /** Whether the text is this. */
  boolean is(String text) {
    return arguments.isEmpty() ? format.equals(text) : code().toString().equals(text);
  }

  /** Whether the text begins with this. */
  boolean startsWith(String text) {
    return format.startsWith("$") ? code().toString().startsWith(text) : format.startsWith(text);
  }

  /** This expression where one is wanted that binds at least as tightly: in parentheses if not. */
  Expression at(int minimum) {
    return precedence >= minimum ? this : join(Precedence.PRIMARY, "(", this, ")");
  }

  /**
   * Expressions with text between them.
   *
   * @param parts expressions, and JavaPoet's formats that take no arguments
   */
  static Expression join(int precedence, Object... parts) {
    StringBuilder format = new StringBuilder();
    List<Object> arguments = new ArrayList<>();
    int width = 0;
    for (Object part : parts) {
      if (part instanceof Expression expression) {
        format.append(expression.format);
        arguments.addAll(expression.arguments);
        width += expression.width;
      } else {
        String text = (String) part;
        format.append(text);
        width += text.length() - (text.startsWith("$W") ? 1 : 0);
      }
    }
    return new Expression(format.toString(), arguments, precedence, width);
  }

  /** Two expressions with an operator between them; a long line may break before the operator. */
  static Expression infix(Expression left, String operator, Expression right, int precedence) {
    return join(precedence, left, "$W" + operator + " ", right);
  }

  /** {@code target = value}, with whatever operator before the sign. */
  static Expression assignment(Expression target, String operator, Expression value) {
    return join(Precedence.LOOSEST, target, " " + operator, "$W", value);
  }

  /** A prefix operator or cast. */
  static Expression prefix(CodeBlock prefix, int prefixWidth, Expression operand) {
    Expression before = new Expression(prefix, Precedence.UNARY, prefixWidth);
    return join(Precedence.UNARY, before, operand);
  }
}
