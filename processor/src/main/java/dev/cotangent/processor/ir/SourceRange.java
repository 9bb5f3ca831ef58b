package dev.cotangent.processor.ir;

/**
 * Where in the user's file a value comes from: offsets of the first character and past the last
 * one, and the line and column (from 1) of the first. A plain record; only the front end turns it
 * back into a tree position.
 */
public record SourceRange(int start, int end, int line, int column) {
  /** The range of what has no counterpart in the user's file. */
  public static final SourceRange NONE = new SourceRange(-1, -1, 0, 0);

  /** Whether this names a place at all. */
  public boolean isKnown() {
    return line > 0;
  }
}
