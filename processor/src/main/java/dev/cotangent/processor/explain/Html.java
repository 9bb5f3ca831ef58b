package dev.cotangent.processor.explain;

import java.util.ArrayDeque;
import java.util.Deque;

/** A growing text of HTML, well-formed as XML is. */
final class Html {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Html open(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
    text.append('>');
    open.push(element);
    return this;
  }

  /** Closes the innermost open element. */
  Html close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String element, String content, String... attributes) {
    return open(element, attributes).text(content).close();
  }

  /** Text in which nothing has a meaning of its own. */
  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** A text of this project's own that is HTML, a style or a script already. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  private static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
