package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** Small list operations that the IR's code wants. */
public final class Lists {
  private Lists() {}

  /** Both lists, one after the other. */
  public static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
    List<T> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return all;
  }

  /** The list with one more element. */
  public static <T> List<T> append(List<? extends T> list, T last) {
    return concat(list, List.of(last));
  }
}
