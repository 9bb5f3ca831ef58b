package dev.cotangent.processor.kinds;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A line of the table of kinds.
 *
 * @param kind the name of the kind, which this JDK may not have
 * @param verdict {@code ok}, {@code never}, or the code of the refusal
 * @param language the release that the example is written in
 * @param body the method's body, or the reason for {@code never}
 */
record KindExample(String kind, String verdict, Language language, String body) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<kind>\\w+)\\s+(?<verdict>\\w+)(@(?<release>\\d+)(?<preview>P?))?\\s+(?<body>.*)");

  /**
   * A release of the language.
   *
   * @param preview whether its previews are enabled
   */
  record Language(int release, boolean preview) {
    static final Language USUAL = new Language(17, false);

    /** Whether this JDK compiles it: previews are those of one release only. */
    boolean isKnown() {
      int running = Runtime.version().feature();
      return preview ? release == running : release <= running;
    }

    /** The options of the compiler. */
    List<String> options() {
      List<String> all = new java.util.ArrayList<>(List.of("--release", String.valueOf(release)));
      if (preview) {
        all.add("--enable-preview");
      }
      return all;
    }
  }

  static KindExample of(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    Language language =
        parts.group("release") == null
            ? Language.USUAL
            : new Language(
                Integer.parseInt(parts.group("release")), !parts.group("preview").isEmpty());
    return new KindExample(
        parts.group("kind"), parts.group("verdict"), language, parts.group("body"));
  }

  boolean isSupported() {
    return verdict.equals("ok");
  }

  boolean isEither() {
    return verdict.equals("either");
  }

  boolean isNever() {
    return verdict.equals("never");
  }

  /** The name of its class. */
  String type() {
    return "Kind_" + kind;
  }

  /** A file with the class. */
  String source(String members) {
    return "package kinds;\nfinal class "
        + type()
        + " {\n"
        + members
        + "\n  @dev.cotangent.Differentiable\n"
        + "  static double f(double x, double[] a, int n, Object o, String s) {\n    "
        + body
        + "\n  }\n}\n";
  }

  /** The kinds of all trees in the body. */
  Set<String> kinds(String members) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    problem -> {},
                    language.options(),
                    null,
                    List.of(new Text(source(members))));
    Set<String> kinds = new TreeSet<>();
    try {
      task.parse().forEach(unit -> new Bodies(kinds).scan(unit, null));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return kinds;
  }

  private static final class Bodies extends TreeScanner<Void, Void> {
    private final Set<String> kinds;

    Bodies(Set<String> kinds) {
      this.kinds = kinds;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      return method.getName().contentEquals("f")
          ? new Kinds(kinds).scan(method.getBody(), null)
          : null;
    }
  }

  private static final class Kinds extends TreeScanner<Void, Void> {
    private final Set<String> kinds;

    Kinds(Set<String> kinds) {
      this.kinds = kinds;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
      if (tree != null) {
        kinds.add(tree.getKind().name());
      }
      return super.scan(tree, null);
    }

    /** The scanner of JDK 17 passes over the labels, which were a preview then. */
    @Override
    public Void visitCase(CaseTree node, Void unused) {
      try {
        for (Object label : (Iterable<?>) CaseTree.class.getMethod("getLabels").invoke(node)) {
          scan((Tree) label, null);
        }
      } catch (ReflectiveOperationException failure) {
        throw new LinkageError(failure.getMessage(), failure);
      }
      return super.visitCase(node, null);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String content;

    Text(String content) {
      super(URI.create("memory:///Example.java"), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }

  @Override
  public String toString() {
    return kind + " " + verdict;
  }
}
