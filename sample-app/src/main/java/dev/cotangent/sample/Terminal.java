package dev.cotangent.sample;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal, on which a line can be drawn again and again. */
  @SuppressWarnings("SystemConsoleNull") // Null on the JDKs 17 to 21; isTerminal asks the others.
  static boolean isPresent() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** Standard output: in the terminal's encoding, or in UTF-8 where it goes to a log. */
  static PrintStream output() {
    return isPresent()
        ? System.out
        : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /** From JDK 22 on there is a console also where there is no terminal, and a method to ask it. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
