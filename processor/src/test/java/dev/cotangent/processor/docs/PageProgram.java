package dev.cotangent.processor.docs;

import dev.cotangent.processor.companion.CompanionHarness;
import dev.cotangent.processor.companion.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All the Java of a page as one program in the package {@code demo}, so that a later block may use
 * the companions of an earlier one.
 *
 * <p>A block that declares a type at the margin is a file. A block of methods gets a class around
 * it, and a block of statements a method as well, whose parameters are the variables that the page
 * says are given. Both may begin with imports.
 */
final class PageProgram {
  private static final Pattern IMPORTS = Pattern.compile("\\A(?:\\s*import [^;]+;)+\\s*");
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public |final |abstract )*(?:class|interface|record|enum) \\w+", flags());
  private static final Pattern MEMBER =
      Pattern.compile("^(?:@\\w|(?:public |private )?static )", flags());
  private static final Pattern GRADIENT =
      Pattern.compile(
          "^  static (?:double|float) gradient\\([^{]*Gradient into\\) \\{.*?^  }$\\n", flags());

  private final StageRecorder stages = new StageRecorder();
  private final Compiled compiled;

  private PageProgram(List<String> sources) {
    compiled =
        CompanionHarness.strict()
            .withUsualLint()
            .withProcessor(stages)
            .run(sources.toArray(String[]::new));
  }

  private static int flags() {
    return Pattern.DOTALL | Pattern.MULTILINE;
  }

  /** Compiles a page that has Java in it. */
  static PageProgram of(Page page) {
    List<String> sources = new ArrayList<>();
    for (Page.Block block : page.blocks()) {
      sources.add(source(block, sources.size() + 1));
    }
    return new PageProgram(sources);
  }

  private static String source(Page.Block block, int number) {
    String code = block.code();
    if (code.startsWith("package ")) {
      return code;
    }
    Matcher found = IMPORTS.matcher(code);
    String imports = found.find() ? found.group() : "";
    String rest = code.substring(imports.length());
    String head = "package demo;\nimport dev.cotangent.*;\n" + imports;
    if (TYPE.matcher(rest).find()) {
      return head + rest;
    }
    String body = MEMBER.matcher(rest).find() ? rest : method(block.given(), rest);
    return head + "final class Snippet" + number + " {\n" + body + "}\n";
  }

  private static String method(String given, String statements) {
    return "static void run(" + given + ") throws Exception {\n" + statements + "}\n";
  }

  /** What the compiler said. */
  Compiled compiled() {
    return compiled;
  }

  /**
   * The fenced block that {@code what} asks for: a stage of a method as the pipeline has it, such
   * as {@code lowered Examples.bell}, or {@code gradient} for the Java in the end. Nothing at all
   * asks for the README's example.
   */
  String write(String what) {
    String[] words = (what.isEmpty() ? "gradient LinearRegression.cost" : what).split(" ", 2);
    if (words[0].equals("gradient")) {
      return "```java\n" + gradient(words[1]) + "```\n";
    }
    return "```\n" + stages.text(words[0], words[1]) + "```\n";
  }

  private String gradient(String method) {
    int dot = method.indexOf('.');
    String name = method.substring(dot + 1);
    String companion =
        method.substring(0, dot) + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Matcher gradient = GRADIENT.matcher(compiled.orThrow().source("demo." + companion));
    if (!gradient.find()) {
      throw new AssertionError("no gradient in " + companion);
    }
    return gradient.group().stripTrailing().stripIndent() + "\n";
  }
}
