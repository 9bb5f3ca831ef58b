package dev.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file, parsed by the compiler of the Java runtime. Its trees have no types, and none are
 * asked for.
 *
 * @param tree the file's tree
 * @param positions where its parts stand
 * @param mistake what the parser could not read; then the tree may lack what stands in the file
 */
record ParsedFile(
    CompilationUnitTree tree, SourcePositions positions, Optional<Diagnostic> mistake) {

  /** Parses a text, by the newest rules that the runtime's compiler knows. */
  static ParsedFile parse(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                null,
                messages,
                List.of("-proc:none"),
                null,
                List.of(new Text(text)));
    try {
      CompilationUnitTree tree = task.parse().iterator().next();
      Optional<Diagnostic> mistake =
          messages.getDiagnostics().stream()
              .filter(message -> message.getKind() == javax.tools.Diagnostic.Kind.ERROR)
              .map(ParsedFile::mistake)
              .findFirst();
      return new ParsedFile(tree, Trees.instance(task).getSourcePositions(), mistake);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Diagnostic mistake(javax.tools.Diagnostic<? extends JavaFileObject> message) {
    SourceRange place =
        new SourceRange(
            (int) message.getStartPosition(),
            (int) message.getEndPosition(),
            (int) message.getLineNumber(),
            (int) message.getColumnNumber());
    return Diagnostic.of(Code.INVALID_SOURCE, place, message.getMessage(Locale.ROOT));
  }

  /** A file in memory. */
  private static final class Text extends SimpleJavaFileObject {
    private final String content;

    Text(String content) {
      super(URI.create("memory:///Text.java"), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }
}
