package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which sorts occur in a class. No class has all: what stands beside each other more often meets.
 */
final class Themes {
  /** Sorts that come together, in so many of ten classes. */
  private record Theme(int chance, Set<Sort> sorts) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme(5, EnumSet.of(Sort.GRID)),
          new Theme(2, EnumSet.of(Sort.FLOAT_GRID)),
          new Theme(6, EnumSet.of(Sort.FLOATS)),
          new Theme(5, EnumSet.of(Sort.INTS)),
          new Theme(3, EnumSet.of(Sort.LONGS, Sort.FLAGS)),
          new Theme(3, EnumSet.of(Sort.CHAR, Sort.SHORT, Sort.BYTE)),
          new Theme(3, EnumSet.of(Sort.TEXT, Sort.LOG)),
          new Theme(3, EnumSet.of(Sort.MODE)),
          new Theme(2, EnumSet.of(Sort.LIST)),
          new Theme(4, EnumSet.of(Sort.PAIR)),
          new Theme(4, EnumSet.of(Sort.FUNCTION, Sort.OPERATOR, Sort.TEST)),
          new Theme(3, EnumSet.of(Sort.INDEXED, Sort.SUPPLIER, Sort.ACTION)),
          new Theme(2, EnumSet.of(Sort.LAW)),
          new Theme(4, EnumSet.of(Sort.NOTE)));

  private static final int OUT_OF = 10;

  private Themes() {}

  /**
   * The sorts that a class does not have.
   *
   * @param slopes whether it takes derivatives within what is differentiated
   */
  static Set<Sort> unknown(Random random, boolean slopes) {
    Set<Sort> unknown = EnumSet.noneOf(Sort.class);
    if (!slopes) {
      unknown.add(Sort.SLOPE);
    }
    for (Theme theme : THEMES) {
      if (random.nextInt(OUT_OF) >= theme.chance()) {
        unknown.addAll(theme.sorts());
      }
    }
    if (!unknown.contains(Sort.NOTE)) {
      // What has noted a number may give it back, for all that is known of objects.
      unknown.addAll(List.of(Sort.MODE, Sort.LIST));
    }
    if (unknown.contains(Sort.PAIR) || random.nextInt(2) == 0) {
      unknown.add(Sort.BOX);
    }
    return unknown;
  }

  /** Those of a list that are known. */
  static List<Sort> known(List<Sort> sorts, Set<Sort> unknown) {
    List<Sort> known = new ArrayList<>(sorts);
    known.removeAll(unknown);
    return known;
  }
}
