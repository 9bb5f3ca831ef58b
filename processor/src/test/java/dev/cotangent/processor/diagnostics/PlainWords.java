package dev.cotangent.processor.diagnostics;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * What is told to users is said in their words. Every compilation of the tests is held to it: none
 * of its messages shows how a record of the processor prints itself.
 */
public final class PlainWords {
  /** {@code Call[callee=h, …]}, and what a class without words of its own says. */
  private static final Pattern INTERNAL =
      Pattern.compile("\\b[A-Z]\\w*\\[\\w+=|\\bdev\\.cotangent\\.processor\\.[\\w.$]+@[0-9a-f]+");

  private PlainWords() {}

  /** Fails if one of the messages does. */
  public static void require(List<? extends Diagnostic<?>> messages) {
    for (Diagnostic<?> message : messages) {
      String text = message.getMessage(Locale.ROOT);
      if (!arePlain(text)) {
        throw new AssertionError("a message shows what is internal: " + text);
      }
    }
  }

  static boolean arePlain(String text) {
    return !INTERNAL.matcher(text).find();
  }
}
