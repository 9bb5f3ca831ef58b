package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/**
 * Stage 7: a piece of Java that has a value.
 *
 * @param code the text
 * @param precedence how tightly its outermost operator binds, see {@link Precedence}
 * @param width how many columns it takes
 */
record Expression(CodeBlock code, int precedence, int width) {
  private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  /** A name, a literal or the like. */
  static Expression text(String text, int precedence) {
    return new Expression(CodeBlock.of("$L", text), precedence, text.length());
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

  /** This expression where one is wanted that binds at least as tightly: in parentheses if not. */
  Expression at(int minimum) {
    return precedence >= minimum
        ? this
        : new Expression(CodeBlock.of("($L)", code), Precedence.PRIMARY, width + 2);
  }

  /** Two expressions with an operator between them; a long line may break before the operator. */
  static Expression infix(Expression left, String operator, Expression right, int precedence) {
    CodeBlock code = CodeBlock.of("$L$W$L $L", left.code(), operator, right.code());
    return new Expression(code, precedence, left.width() + operator.length() + right.width() + 2);
  }

  /** {@code target = value}, with whatever operator before the sign. */
  static Expression assignment(Expression target, String operator, Expression value) {
    CodeBlock code = CodeBlock.of("$L $L$W$L", target.code(), operator, value.code());
    int width = target.width() + operator.length() + value.width() + 2;
    return new Expression(code, Precedence.LOOSEST, width);
  }

  /** A prefix operator or cast. */
  static Expression prefix(CodeBlock prefix, int prefixWidth, Expression operand) {
    return new Expression(
        CodeBlock.of("$L$L", prefix, operand.code()),
        Precedence.UNARY,
        prefixWidth + operand.width());
  }
}
