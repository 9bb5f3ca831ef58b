package dev.cotangent.processor.diagnostics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no message may say. */
class PlainWordsTest {
  @Test
  void knowsHowRecordsAndObjectsPrintThemselves() {
    Call call = new Call("h", List.of(), List.of(), SourceRange.NONE);
    assertFalse(PlainWords.arePlain("no derivative rule exists for " + call));
    assertFalse(PlainWords.arePlain("no rule for dev.cotangent.processor.ir.Region@1f2e3d"));
  }

  @Test
  void leavesWhatUsersWroteAlone() {
    assertTrue(PlainWords.arePlain("[COT020] new double[n] makes an object; x[i = 0] = A[k = 1]"));
    assertTrue(PlainWords.arePlain("the static field 'Model.RATE[]' is not final"));
  }
}
