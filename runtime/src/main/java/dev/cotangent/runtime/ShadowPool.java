package dev.cotangent.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The shadows that one place in generated code makes of arrays of arrays, kept in a holder and used
 * again by its next call, as {@link DoublePool} keeps numbers.
 *
 * <p>A pool belongs to one thread. For generated code only.
 *
 * @param <S> the shadows' type
 * @param <A> the arrays' type
 */
public final class ShadowPool<S, A> {
  private final Supplier<? extends Partials<S, A>> maker;
  private final List<Partials<S, A>> made = new ArrayList<>();
  private int next;

  /**
   * A pool without shadows.
   *
   * @param maker makes what keeps one shadow
   */
  public ShadowPool(Supplier<? extends Partials<S, A>> maker) {
    this.maker = maker;
  }

  /** A zeroed shadow of the array's shape; null for null. */
  public S shadowOf(A array) {
    if (next == made.size()) {
      made.add(maker.get());
    }
    return made.get(next++).zeroed(array);
  }

  /** Starts the next call: the shadows handed out before are handed out again. */
  public void reset() {
    next = 0;
  }
}
