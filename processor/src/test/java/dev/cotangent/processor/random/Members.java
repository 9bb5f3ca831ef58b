package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a class declares besides methods, once something in it mentions the name. */
final class Members {
  private static final List<Declaration> DECLARATIONS =
      List.of(
          member("UNIT", "static final Pair UNIT = new Pair(0.5, -1);"),
          member("SERIES", "private static final double[] SERIES = {1, -0.5, 1.0 / 3, 0.1f};"),
          member("ORDER", "private static final int[] ORDER = {1, 0};"),
          member("SCALE", "private static final double SCALE = StrictMath.exp(0.25) / 2;"),
          new Declaration("Box", RecordMembers::box),
          new Declaration("Pair", RecordMembers::pair),
          member("LEVEL", "private static final int LEVEL = 1 + 2;"),
          member("Law", "interface Law {\ndouble at(double[] a, int k, double t);\n}"),
          member(
              "Mode",
              """
              enum Mode {
              LINE(1),
              WAVE(-0.5),
              FLAT(0);
              final double factor;
              Mode(double factor) {
              this.factor = factor;
              }
              double times(int k) {
              return k * factor;
              }
              }\
              """),
          member(
              "curve",
              """
              @DerivativeOf(value = Outside.class, method = "curve")
              private static double curveDx(@Wrt double x, double y) {
              return Math.cos(x) * y + y / (1 + x * y * x * y);
              }
              @DerivativeOf(value = Outside.class, method = "curve")
              private static double curveDy(double x, @Wrt double y, double result) {
              return Math.sin(x) + x / (1 + x * y * x * y);
              }\
              """),
          member(
              "power",
              """
              @DerivativeOf(value = Outside.class, method = "power")
              private static double powerDx(@Wrt double x, int n) {
              return n == 0 ? 0 : n * Outside.power(x, n - 1);
              }\
              """),
          member(
              "dot",
              """
              @DerivativeOf(value = Outside.class, method = "dot")
              private static void dotPullback(
              double[] a, double[] b, double cotangent, double[] aBar, double[] bBar) {
              for (int i = 0; i < Math.min(a.length, b.length); i++) {
              aBar[i] += cotangent * b[i];
              bBar[i] += cotangent * a[i];
              }
              }\
              """));

  private Members() {}

  /** Something to declare, by a pattern of what mentions it, and how it is written. */
  record Declaration(String name, Writer writer) {
    boolean isMentioned(String text) {
      return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }
  }

  /** Writes a declaration. */
  interface Writer {
    Term write(Random random, Body.Kit kit);
  }

  private static Declaration member(String name, String text) {
    return new Declaration(name, (random, kit) -> Term.of(Sort.MEMBER, text));
  }

  /** What the members given mention, and what that mentions. */
  static List<Term> mentioned(List<Term> members, Random random, Body.Kit kit) {
    StringBuilder text = new StringBuilder();
    members.forEach(member -> text.append(member.print()));
    List<Term> declared = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Declaration declaration = next(text, done);
        declaration != null;
        declaration = next(text, done)) {
      done.add(declaration.name());
      Term member = declaration.writer().write(random, kit);
      text.append(member.print());
      declared.add(member);
    }
    return declared;
  }

  private static Declaration next(CharSequence text, Set<String> done) {
    return Stream.of(DECLARATIONS, Slopes.DECLARATIONS)
        .flatMap(List::stream)
        .filter(declaration -> !done.contains(declaration.name()))
        .filter(declaration -> declaration.isMentioned(text.toString()))
        .findFirst()
        .orElse(null);
  }

  /** The sorts that must not occur, and some more. */
  static Body.Kit without(Body.Kit kit, Sort... more) {
    Set<Sort> unknown = new HashSet<>(kit.unknown());
    unknown.addAll(Arrays.asList(more));
    return new Body.Kit(List.of(), unknown, 1, kit.wild());
  }
}
