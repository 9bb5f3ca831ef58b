package dev.cotangent.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Random methods of the whole language before all witnesses, by the standard processor and by
 * processors that make other choices. More of them, or others: {@code
 * -Dcotangent.random.methods=20000 -Dcotangent.random.first=1}. What came out is left in {@code
 * target/random-methods.txt}.
 */
class RandomMethodsTest {
  private static final int METHODS = Integer.getInteger("cotangent.random.methods", 1000);
  private static final long FIRST = Long.getLong("cotangent.random.first", 5001);

  @Test
  void agreeWithAllWitnesses() throws IOException {
    Campaign campaign = new Campaign().run(FIRST, METHODS);
    String report = campaign.summary() + String.join("\n", campaign.failures());
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "random-methods.txt"), report);
    assertTrue(campaign.failures().isEmpty(), report);
    assertTrue(campaign.refusals() <= campaign.programs() / 20, report);
  }

  @Test
  void theSameSeedGivesTheSameMethod() {
    assertEquals(ProgramWriter.write(7).source(), ProgramWriter.write(7).source());
  }
}
