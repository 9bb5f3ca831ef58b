package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A callee whose derivative is not that of its body, if it has a body in sight at all: what to run,
 * and where its derivative comes from.
 *
 * <p>The derivative is declared after the object is made, once: methods may be each other's
 * derivatives, as the hyperbolic sine and cosine are.
 */
public final class Custom implements Callee {
  private final String display;
  private final Callee body;
  private Differential differential;

  /**
   * @param display the method as a reader names it
   * @param body what a call runs: a helper or a method
   */
  public Custom(String display, Callee body) {
    this.display = display;
    this.body = body;
  }

  /** Says where the derivative comes from. */
  public Custom declare(Differential known) {
    if (differential != null) {
      throw new IllegalStateException("the derivative of " + display + " is declared twice");
    }
    differential = known;
    return this;
  }

  /** The method as a reader names it. */
  public String display() {
    return display;
  }

  /** What a call runs. */
  public Callee body() {
    return body;
  }

  /** Where the derivative comes from. */
  public Differential differential() {
    return differential;
  }

  @Override
  public Op call(List<Value> arguments, List<Value> results, SourceRange source) {
    return new Invoke(this, arguments, results, source);
  }

  @Override
  public String toString() {
    return display;
  }
}
