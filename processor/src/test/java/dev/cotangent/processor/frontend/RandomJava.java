package dev.cotangent.processor.frontend;

import java.util.List;
import java.util.Random;

/**
 * Writes random methods of the language: every type, assignments inside expressions, array
 * elements, branches, loops, early returns. The same seed gives the same text. All variables are
 * initialised, loops end, everything compiles.
 */
final class RandomJava {
  private static final List<String> DOUBLES = List.of("x", "y", "z");
  private static final List<String> INTS = List.of("i", "j", "k");
  private static final List<String> COMPOUND = List.of("+=", "-=", "*=", "/=", "%=");

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int loops;

  private RandomJava(long seed) {
    random = new Random(seed);
  }

  /** A class of the package {@code corpus} with annotated methods {@code f0}, {@code f1}, … */
  static String file(String name, long seed, int methods) {
    RandomJava writer = new RandomJava(seed);
    writer.line("package corpus;");
    writer.line("class " + name + " {");
    for (int i = 0; i < methods; i++) {
      writer.method(i);
    }
    writer.line("}");
    return writer.text.toString();
  }

  private void method(int number) {
    line("@dev.cotangent.Differentiable");
    line("static double f" + number + "(double x, double y, int i, int j, double[] a, int[] m) {");
    line("double z = 1; int k = 2; float f = 3; long l = 4; byte b = 5; boolean p = x < y;");
    for (int s = 3 + random.nextInt(5); s > 0; s--) {
      statement(3, true);
    }
    line("return x + y + z + i + j + k + f + l + b + (p ? 1 : 0);");
    line("}");
    line("static double g" + number + "(double x, int i, double[] a) {");
    line(
        "double y = 2, z = 3; int j = 1, k = 2; float f = 3; long l = 4; byte b = 5; boolean p ="
            + " true; int[] m = {1, 2};");
    for (int s = random.nextInt(3); s > 0; s--) {
      statement(2, true);
    }
    line("return " + real(2) + ";");
    line("}");
    current = number;
  }

  private int current = -1;

  private void statement(int depth, boolean mayReturn) {
    switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> line(pick(DOUBLES) + " " + pick(COMPOUND) + " " + real(depth) + ";");
      case 1 -> line(pick(INTS) + " " + pick(COMPOUND) + " " + numeric(depth) + ";");
      case 2 -> line(assignment(depth) + ";");
      case 3 -> line("a[" + index(1) + "] " + pick(COMPOUND) + " " + real(depth) + ";");
      case 4, 5 -> branch(depth - 1, mayReturn);
      case 6 -> counted(depth - 1);
      case 7 -> testing(depth - 1);
      default -> line(special(depth));
    }
  }

  private void branch(int depth, boolean mayReturn) {
    boolean thenReturns = mayReturn && random.nextInt(4) == 0;
    boolean elseReturns = mayReturn && !thenReturns && random.nextInt(4) == 0;
    line("if (" + bool(2) + ") {");
    block(depth, mayReturn, thenReturns);
    if (elseReturns || random.nextBoolean()) {
      line("} else {");
      block(depth, mayReturn, elseReturns);
    }
    line("}");
  }

  private void block(int depth, boolean mayReturn, boolean returns) {
    for (int s = 1 + random.nextInt(2); s > 0; s--) {
      statement(depth, mayReturn);
    }
    if (returns) {
      line("return " + real(2) + ";");
    }
  }

  private void counted(int depth) {
    String n = "n" + loops++;
    String bound = random.nextBoolean() ? "a.length" : "(i & 3)";
    String step = pick(List.of("++", " += 2"));
    switch (random.nextInt(3)) {
      case 0 -> line("for (int " + n + " = 0; " + n + " < " + bound + "; " + n + step + ") {");
      case 1 -> line("for (int " + n + " = (j & 3); " + n + " >= 0; " + n + "--) {");
      default -> line("for (double " + n + " : a) {");
    }
    line("z += " + n + ";");
    block(depth, false, false);
    line("}");
  }

  private void testing(int depth) {
    String n = "n" + loops++;
    line("int " + n + " = 0;");
    boolean first = random.nextBoolean();
    String test = bool(1) + " && " + n + "++ < 4";
    line(first ? "while (" + test + ") {" : "do {");
    block(depth, false, false);
    line(first ? "}" : "} while (" + test + ");");
  }

  private String special(int depth) {
    return switch (random.nextInt(7)) {
      case 0 -> "f += " + real(depth) + ";";
      case 1 -> "l = " + integer(depth) + " * l - (long) f;";
      case 2 -> "b += " + integer(depth) + ";";
      case 3 -> "p ^= " + bool(depth) + ";";
      case 4 -> "m[" + index(1) + "]" + pick(List.of("++", "--")) + ";";
      case 5 -> "{ double t = " + real(depth) + "; x = t * 2; }";
      default -> "m[" + index(1) + "] >>= " + integer(depth) + ";";
    };
  }

  private String assignment(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> pick(DOUBLES) + " = " + numeric(depth);
      case 1 -> pick(INTS) + " = " + integer(depth);
      case 2 -> "a[" + index(depth) + "] = " + real(depth);
      default -> "m[" + index(depth) + "] = " + integer(depth);
    };
  }

  private String numeric(int depth) {
    return random.nextBoolean() ? real(depth) : integer(depth);
  }

  private String real(int depth) {
    if (depth <= 0) {
      return random.nextInt(4) == 0 ? pick(List.of("0.5", "-2.0", "1e3", "3")) : pick(DOUBLES);
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 ->
          "("
              + real(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " / ", " % "))
              + numeric(depth - 1)
              + ")";
      case 3 -> "a[" + index(depth - 1) + "]";
      case 4 -> "(" + assignment(depth - 1) + ")";
      case 5 -> "(" + bool(depth - 1) + " ? " + real(depth - 1) + " : " + numeric(depth - 1) + ")";
      case 6 ->
          pick(List.of("Math.sin", "Math.abs", "-", "(float) ", "(int) "))
              + "("
              + real(depth - 1)
              + ")";
      case 7 -> step(pick(DOUBLES));
      case 8 ->
          current < 0
              ? "f"
              : "g"
                  + random.nextInt(current + 1)
                  + "("
                  + real(depth - 1)
                  + ", "
                  + integer(depth - 1)
                  + ", a)";
      default -> real(0);
    };
  }

  private String integer(int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(5)) : pick(INTS);
    }
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          "("
              + integer(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " / ", " & ", " ^ ", " << ", " >>> "))
              + integer(depth - 1)
              + ")";
      case 2 -> "m[" + index(depth - 1) + "]";
      case 3 -> "(" + pick(INTS) + " = " + integer(depth - 1) + ")";
      case 4 -> step(pick(INTS));
      case 5 -> "(int) " + real(0);
      case 6 -> "(" + bool(depth - 1) + " ? " + integer(depth - 1) + " : b)";
      default -> integer(0);
    };
  }

  private String index(int depth) {
    return random.nextInt(6) == 0 ? integer(depth) : "(" + integer(depth) + " & 1)";
  }

  private String bool(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? "p" : pick(DOUBLES) + " < " + pick(INTS);
    }
    return switch (random.nextInt(6)) {
      case 0 ->
          "("
              + bool(depth - 1)
              + pick(List.of(" && ", " || ", " & ", " ^ "))
              + bool(depth - 1)
              + ")";
      case 1 -> "!(" + bool(depth - 1) + ")";
      case 2 -> "(p = " + bool(depth - 1) + ")";
      default ->
          "("
              + numeric(depth - 1)
              + pick(List.of(" < ", " >= ", " == ", " != "))
              + numeric(depth - 1)
              + ")";
    };
  }

  private String step(String variable) {
    return pick(
        List.of(
            "(" + variable + "++)",
            "(++" + variable + ")",
            "(" + variable + "--)",
            "(--" + variable + ")"));
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
