package dev.cotangent.processor.random;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that programs are made of, by sort. A new feature of the language is a line in one of
 * its tables.
 */
final class Catalogue {
  private static final Map<Sort, List<Feature>> BY_SORT =
      Stream.of(
              Numbers.FEATURES,
              Wholes.FEATURES,
              Arrays.FEATURES,
              Rows.FEATURES,
              Places.FEATURES,
              Records.FEATURES,
              Functions.FEATURES,
              Passives.FEATURES,
              Switches.FEATURES,
              Calls.FEATURES,
              Slopes.FEATURES,
              Statements.FEATURES,
              Loops.FEATURES,
              Exits.FEATURES)
          .flatMap(List::stream)
          .collect(
              Collectors.groupingBy(
                  Feature::sort, () -> new EnumMap<>(Sort.class), Collectors.toList()));

  private Catalogue() {}

  static List<Feature> of(Sort sort) {
    return BY_SORT.getOrDefault(sort, List.of());
  }
}
