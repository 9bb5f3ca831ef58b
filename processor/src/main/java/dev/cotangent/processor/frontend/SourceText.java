package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import java.util.List;

/**
 * The text of a source file.
 *
 * @param text all of it
 * @param asked where the method stands for which it was asked
 * @param methods where its methods stand, helpers and those of nested types among them, in order
 */
public record SourceText(String text, SourceRange asked, List<SourceRange> methods) {
  /** Copies the list; what the compiler made up has no place. */
  public SourceText {
    methods = methods.stream().filter(SourceRange::isKnown).toList();
  }

  /** What stands there. */
  public String at(SourceRange range) {
    return text.substring(range.start(), range.end());
  }
}
