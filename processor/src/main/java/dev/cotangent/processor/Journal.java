package dev.cotangent.processor;

import dev.cotangent.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one method's programs look like from stage to stage, for those who want to see it. Chapters
 * are the method itself and each of its derivatives.
 */
final class Journal {
  /** The chapter before there are derivatives. */
  static final String METHOD = "the method";

  /**
   * What a stage gave.
   *
   * @param chapter what the program is for
   * @param stage the stage's name
   */
  private record Entry(String chapter, String stage, Program program) {}

  private final boolean kept;
  private final List<Entry> entries = new ArrayList<>();
  private String chapter = METHOD;

  /**
   * Begins.
   *
   * @param kept whether anybody will read it; otherwise no program is held
   */
  Journal(boolean kept) {
    this.kept = kept;
  }

  /** What follows is for that. */
  void open(String title) {
    chapter = title;
  }

  /** Notes what a stage gave, and gives it. */
  Program note(String stage, Program program) {
    if (kept) {
      entries.add(new Entry(chapter, stage, program));
    }
    return program;
  }

  /** What a stage gave last in a chapter. */
  Optional<Program> last(String title, String stage) {
    return entries.stream()
        .filter(entry -> entry.chapter().equals(title) && entry.stage().equals(stage))
        .map(Entry::program)
        .reduce((first, second) -> second);
  }

  /** All programs, each under its chapter and stage, those that did not change only named. */
  String text() {
    StringBuilder text = new StringBuilder();
    String open = "";
    String before = "";
    for (Entry entry : entries) {
      if (!entry.chapter().equals(open)) {
        text.append("######## ").append(entry.chapter()).append("\n\n");
        open = entry.chapter();
        before = "";
      }
      String program = entry.program().toString();
      boolean same = program.equals(before);
      text.append("==== ").append(entry.stage()).append(same ? ": as before\n\n" : "\n\n");
      text.append(same ? "" : program.strip() + "\n\n");
      before = program;
    }
    return text.toString();
  }
}
