package dev.cotangent.processor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Set<Concern> USUAL = Set.of(Concern.CUTS, Concern.INFLUENCE);

  @Test
  void usualConcernsNeedNoOption() {
    assertEquals(new Selection(USUAL, List.of()), Selection.of(null));
  }

  @Test
  void wordAddsToTheUsualOnes() {
    Set<Concern> wanted = Set.of(Concern.CUTS, Concern.INFLUENCE, Concern.KINKS);
    assertEquals(wanted, Selection.of("kinks").concerns());
  }

  @Test
  void wordsAreReadFromLeftToRight() {
    assertEquals(Set.of(Concern.FORMS), Selection.of("all, none ,forms").concerns());
    assertEquals(Set.of(Concern.INFLUENCE), Selection.of("-cuts").concerns());
    assertEquals(Concern.values().length - 1, Selection.of("all,-branches").concerns().size());
  }

  @Test
  void wordsWithoutMeaningAreKept() {
    assertEquals(List.of("kink", "-all", ""), Selection.of("kink,-all,").unknown());
    assertEquals(USUAL, Selection.of("kink").concerns());
  }
}
