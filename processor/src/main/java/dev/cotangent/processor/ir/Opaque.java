package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Java that no stage looks into: an expression or statement in which each {@code $0}, {@code $1}, …
 * stands for an operand and types are written by their qualified names as <code>{java.util.Arrays}
 * </code> (braces mark a name that the emitter imports). It has one result or none. {@code effect}
 * says what it may do besides.
 */
public record Opaque(
    String template, List<Value> operands, Effect effect, List<Value> results, SourceRange source)
    implements Op {
  /** What an opaque piece of Java may do besides computing its result. */
  public enum Effect {
    /** Nothing: it may be dropped when unused, repeated and moved. */
    NONE,
    /**
     * It reads memory or throws, but changes nothing; a reference that it gives is, or is held by,
     * one of its operands.
     */
    READS,
    /**
     * It tells somebody something: it prints, logs or builds text. It runs once and in its place,
     * but changes no array and keeps of its operands nothing but their text.
     */
    TELLS,
    /** Anything: it may keep its operands, and change whatever code elsewhere may know of. */
    WRITES
  }

  /** Copies the lists. */
  public Opaque {
    operands = List.copyOf(operands);
    results = List.copyOf(results);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Opaque(template, operands, effect, results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitOpaque(this);
  }
}
