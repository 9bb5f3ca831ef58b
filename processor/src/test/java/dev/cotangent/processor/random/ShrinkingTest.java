package dev.cotangent.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.Variation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the campaign does with a mistake: here with a rule that has the wrong sign. */
class ShrinkingTest {
  private static final String RIGHT = "Math.cos(x) * y + y /";
  private static final String WRONG = "Math.cos(x) * y - y /";
  private static final String WITNESS = "differences";

  /** Lines besides what every file begins with. */
  private static final int A_FEW = 20;

  @Test
  void aBrokenRuleIsFoundAndShrunkToAFewLines() {
    List<Program> candidates =
        LongStream.range(200, 600)
            .mapToObj(ProgramWriter::write)
            .map(ShrinkingTest::broken)
            .filter(program -> program.source().contains(WRONG))
            // What calls another file keeps its lines.
            .filter(program -> program.sources().size() == 1)
            .limit(40)
            .toList();
    Program found = candidates.stream().filter(ShrinkingTest::isWrong).findFirst().orElseThrow();
    Program small = Shrinker.shrink(found, ShrinkingTest::isWrong);
    assertTrue(isWrong(small));
    long lines = small.source().lines().count() - Program.HEAD.lines().count();
    assertTrue(lines <= A_FEW, small.source());
    assertEquals(1, small.points());
  }

  private static Program broken(Program program) {
    return program.with(broken(program.unit()));
  }

  private static Term broken(Term term) {
    List<Term> parts = term.parts().stream().map(ShrinkingTest::broken).toList();
    return new Term(term.sort(), term.text().replace(RIGHT, WRONG), parts);
  }

  private static boolean isWrong(Program program) {
    return Campaign.isWrong(program, Variation.STANDARD, WITNESS);
  }
}
