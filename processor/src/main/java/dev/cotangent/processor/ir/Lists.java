package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /** Whether the lists hold the same objects. */
  public static boolean same(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** What each element becomes, in order; the list itself if each stays the same object. */
  public static <T> List<T> map(List<T> list, UnaryOperator<T> function) {
    List<T> mapped = null;
    for (int i = 0; i < list.size(); i++) {
      T before = list.get(i);
      T after = function.apply(before);
      if (mapped == null && after != before) {
        mapped = new ArrayList<>(list.size());
        mapped.addAll(list.subList(0, i));
      }
      if (mapped != null) {
        mapped.add(after);
      }
    }
    return mapped == null ? list : mapped;
  }
}
