package dev.cotangent.processor.emit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.companion.ClassFile;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.RandomPrograms;
import dev.cotangent.processor.simplify.EliminateDeadCode;
import dev.cotangent.processor.simplify.Facts;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BytecodeEstimateTest {
  @Test
  void estimatesAreSeldomTooLowAndNeverFarTooHigh() throws IOException {
    EmittedClass emitted = new EmittedClass();
    Map<String, Integer> estimates = new LinkedHashMap<>();
    for (int k = 0; k < 40; k++) {
      Program written = new RandomPrograms(k).next();
      // The emitter leaves out what nobody uses.
      Program program = new EliminateDeadCode(Facts.NONE).run(written);
      emitted.add("m" + k, program);
      estimates.put("m" + k, BytecodeEstimate.of(program.main()));
    }
    Map<String, Integer> sizes = new HashMap<>();
    ClassFile.codeSizes(emitted.classFile())
        .forEach((method, size) -> sizes.put(method.substring(0, method.indexOf('(')), size));
    double estimated = 0;
    double actual = 0;
    for (Map.Entry<String, Integer> entry : estimates.entrySet()) {
      int size = sizes.get(entry.getKey());
      String message = entry + " is " + size;
      assertTrue(entry.getValue() > 0.8 * size, message);
      assertTrue(entry.getValue() < 4.0 * size + 50, message);
      estimated += entry.getValue();
      actual += size;
    }
    double ratio = estimated / actual;
    assertTrue(ratio > 1 && ratio < 2.5, "on the whole " + ratio);
  }
}
