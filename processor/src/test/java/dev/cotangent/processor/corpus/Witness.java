package dev.cotangent.processor.corpus;

import java.util.function.Consumer;

/** One way to find a companion wrong. */
interface Witness {
  /** What it looks at, for reports and for the list of known failures. */
  String name();

  /**
   * Looks at a method at all its points.
   *
   * @param complaints receives a sentence for each thing found wrong
   */
  void examine(Subject subject, Consumer<String> complaints);

  /** A witness that looks at each point by itself. */
  static Witness atEachPoint(String name, AtPoint question) {
    return new Witness() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void examine(Subject subject, Consumer<String> complaints) {
        for (Point point : subject.points()) {
          try {
            question.examine(subject, point, text -> complaints.accept(point + " " + text));
          } catch (RuntimeException | LinkageError | AssertionError thrown) {
            complaints.accept(point + " threw " + thrown);
          }
        }
      }
    };
  }

  /** What such a witness asks. */
  @FunctionalInterface
  interface AtPoint {
    void examine(Subject subject, Point point, Consumer<String> complaints);
  }
}
