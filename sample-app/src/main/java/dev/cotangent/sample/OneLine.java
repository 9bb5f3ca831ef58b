package dev.cotangent.sample;

/** Text of foreign origin made fit for a one-line message. */
final class OneLine {
  private static final int LONGEST = 60;

  private OneLine() {}

  /** The text in quotes, without line breaks and control characters, cut where it is long. */
  static String quote(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= LONGEST
        ? '"' + clean + '"'
        : '"' + clean.substring(0, LONGEST) + "\"...";
  }

  /** What an exception says, on one line, or its kind if it says nothing. */
  static String of(Exception e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
