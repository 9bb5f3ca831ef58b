package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.LineMap;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  @Test
  void knownPlaces() {
    LineMap lines = new TextLines("a\n\tb\r\nc\rd");
    assertEquals(1, lines.getLineNumber(0));
    assertEquals(2, lines.getLineNumber(3));
    assertEquals(9, lines.getColumnNumber(3));
    assertEquals(3, lines.getLineNumber(6));
    assertEquals(4, lines.getLineNumber(8));
    assertEquals(3, lines.getPosition(2, 9));
  }

  @Property(tries = 200)
  void linesAndColumnsAreThoseOfJavac(
      @ForAll @Chars({'\n', '\r', '\t', ' '}) @CharRange(from = ';', to = ';') String text)
      throws IOException {
    LineMap expected = javac(text);
    LineMap lines = new TextLines(text);
    for (int i = 0; i < text.length(); i++) {
      assertEquals(expected.getLineNumber(i), lines.getLineNumber(i));
      assertEquals(expected.getColumnNumber(i), lines.getColumnNumber(i));
    }
  }

  private static LineMap javac(String text) throws IOException {
    URI name = URI.create("string:///Text.java");
    JavaFileObject file =
        new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return text;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, message -> {}, List.of("-proc:none"), null, List.of(file));
    return task.parse().iterator().next().getLineMap();
  }
}
